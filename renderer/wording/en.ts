import { audit } from "#renderer/wording/en/audit.ts";
import { bank } from "#renderer/wording/en/bank.ts";
import { card } from "#renderer/wording/en/card.ts";
import { cash } from "#renderer/wording/en/cash.ts";
import { day } from "#renderer/wording/en/day.ts";
import { declined } from "#renderer/wording/en/declined.ts";
import { display } from "#renderer/wording/en/display.ts";
import { eBank } from "#renderer/wording/en/e-bank.ts";
import { ePay } from "#renderer/wording/en/e-pay.ts";
import { ePayHome } from "#renderer/wording/en/e-pay-home.ts";
import { enquiry } from "#renderer/wording/en/enquiry.ts";
import { entry } from "#renderer/wording/en/entry.ts";
import { fact } from "#renderer/wording/en/fact.ts";
import { fee } from "#renderer/wording/en/fee.ts";
import { freeze } from "#renderer/wording/en/freeze.ts";
import { hand } from "#renderer/wording/en/hand.ts";
import { help } from "#renderer/wording/en/help.ts";
import { home } from "#renderer/wording/en/home.ts";
import { hotline } from "#renderer/wording/en/hotline.ts";
import { identity } from "#renderer/wording/en/identity.ts";
import { inserted } from "#renderer/wording/en/inserted.ts";
import { kit } from "#renderer/wording/en/kit.ts";
import { loss } from "#renderer/wording/en/loss.ts";
import { messages } from "#renderer/wording/en/messages.ts";
import { notice } from "#renderer/wording/en/notice.ts";
import { noun } from "#renderer/wording/en/nouns.ts";
import { parameter } from "#renderer/wording/en/parameter.ts";
import { passwordCard } from "#renderer/wording/en/password-card.ts";
import { people } from "#renderer/wording/en/people.ts";
import { phone } from "#renderer/wording/en/phone.ts";
import { protection } from "#renderer/wording/en/protection.ts";
import { queue } from "#renderer/wording/en/queue.ts";
import { reader } from "#renderer/wording/en/reader.ts";
import { refusal } from "#renderer/wording/en/refusal.ts";
import { reversal } from "#renderer/wording/en/reversal.ts";
import { risk } from "#renderer/wording/en/risk.ts";
import { session } from "#renderer/wording/en/session.ts";
import { shell } from "#renderer/wording/en/shell.ts";
import { shop } from "#renderer/wording/en/shop.ts";
import { stock } from "#renderer/wording/en/stock.ts";
import { term } from "#renderer/wording/en/term.ts";
import { transaction } from "#renderer/wording/en/transaction.ts";
import { vault } from "#renderer/wording/en/vault.ts";
import { wallet } from "#renderer/wording/en/wallet.ts";
import type { Wording } from "#renderer/wording/zh-CN.ts";

/** All words in English; a missing area or key does not compile. */
export const wording = {
  shell,
  kit,
  transaction,
  refusal,
  inserted,
  fact,
  term,
  noun,
  loss,
  card,
  audit,
  cash,
  fee,
  day,
  freeze,
  passwordCard,
  eBank,
  ePay,
  stock,
  enquiry,
  entry,
  help,
  session,
  vault,
  home,
  notice,
  messages,
  display,
  bank,
  declined,
  ePayHome,
  shop,
  phone,
  hand,
  protection,
  queue,
  reader,
  reversal,
  risk,
  hotline,
  identity,
  parameter,
  people,
  wallet,
} satisfies Wording;
