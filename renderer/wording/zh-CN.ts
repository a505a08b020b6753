import { audit } from "#renderer/wording/zh-CN/audit.ts";
import { bank } from "#renderer/wording/zh-CN/bank.ts";
import { card } from "#renderer/wording/zh-CN/card.ts";
import { cash } from "#renderer/wording/zh-CN/cash.ts";
import { day } from "#renderer/wording/zh-CN/day.ts";
import { declined } from "#renderer/wording/zh-CN/declined.ts";
import { display } from "#renderer/wording/zh-CN/display.ts";
import { eBank } from "#renderer/wording/zh-CN/e-bank.ts";
import { ePay } from "#renderer/wording/zh-CN/e-pay.ts";
import { ePayHome } from "#renderer/wording/zh-CN/e-pay-home.ts";
import { enquiry } from "#renderer/wording/zh-CN/enquiry.ts";
import { entry } from "#renderer/wording/zh-CN/entry.ts";
import { fact } from "#renderer/wording/zh-CN/fact.ts";
import { fee } from "#renderer/wording/zh-CN/fee.ts";
import { freeze } from "#renderer/wording/zh-CN/freeze.ts";
import { hand } from "#renderer/wording/zh-CN/hand.ts";
import { help } from "#renderer/wording/zh-CN/help.ts";
import { home } from "#renderer/wording/zh-CN/home.ts";
import { hotline } from "#renderer/wording/zh-CN/hotline.ts";
import { identity } from "#renderer/wording/zh-CN/identity.ts";
import { inserted } from "#renderer/wording/zh-CN/inserted.ts";
import { kit } from "#renderer/wording/zh-CN/kit.ts";
import { loss } from "#renderer/wording/zh-CN/loss.ts";
import { messages } from "#renderer/wording/zh-CN/messages.ts";
import { notice } from "#renderer/wording/zh-CN/notice.ts";
import { noun } from "#renderer/wording/zh-CN/nouns.ts";
import { parameter } from "#renderer/wording/zh-CN/parameter.ts";
import { passwordCard } from "#renderer/wording/zh-CN/password-card.ts";
import { people } from "#renderer/wording/zh-CN/people.ts";
import { phone } from "#renderer/wording/zh-CN/phone.ts";
import { protection } from "#renderer/wording/zh-CN/protection.ts";
import { queue } from "#renderer/wording/zh-CN/queue.ts";
import { reader } from "#renderer/wording/zh-CN/reader.ts";
import { refusal } from "#renderer/wording/zh-CN/refusal.ts";
import { reversal } from "#renderer/wording/zh-CN/reversal.ts";
import { risk } from "#renderer/wording/zh-CN/risk.ts";
import { session } from "#renderer/wording/zh-CN/session.ts";
import { shell } from "#renderer/wording/zh-CN/shell.ts";
import { shop } from "#renderer/wording/zh-CN/shop.ts";
import { stock } from "#renderer/wording/zh-CN/stock.ts";
import { term } from "#renderer/wording/zh-CN/term.ts";
import { transaction } from "#renderer/wording/zh-CN/transaction.ts";
import { vault } from "#renderer/wording/zh-CN/vault.ts";
import { wallet } from "#renderer/wording/zh-CN/wallet.ts";

/** All words in Chinese. Their shape is the measure of every other language. */
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
};
export type Wording = typeof wording;
