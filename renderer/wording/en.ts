import { card } from "#renderer/wording/en/card.ts";
import { cash } from "#renderer/wording/en/cash.ts";
import { display } from "#renderer/wording/en/display.ts";
import { enquiry } from "#renderer/wording/en/enquiry.ts";
import { entry } from "#renderer/wording/en/entry.ts";
import { fact } from "#renderer/wording/en/fact.ts";
import { freeze } from "#renderer/wording/en/freeze.ts";
import { help } from "#renderer/wording/en/help.ts";
import { home } from "#renderer/wording/en/home.ts";
import { inserted } from "#renderer/wording/en/inserted.ts";
import { kit } from "#renderer/wording/en/kit.ts";
import { loss } from "#renderer/wording/en/loss.ts";
import { notice } from "#renderer/wording/en/notice.ts";
import { noun } from "#renderer/wording/en/nouns.ts";
import { refusal } from "#renderer/wording/en/refusal.ts";
import { session } from "#renderer/wording/en/session.ts";
import { shell } from "#renderer/wording/en/shell.ts";
import { term } from "#renderer/wording/en/term.ts";
import { transaction } from "#renderer/wording/en/transaction.ts";
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
  cash,
  freeze,
  enquiry,
  entry,
  help,
  session,
  home,
  notice,
  display,
} satisfies Wording;
