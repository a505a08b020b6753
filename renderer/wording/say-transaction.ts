import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import type { Words } from "#renderer/wording/words.ts";
import { transaction } from "#renderer/wording/zh-CN/transaction.ts";

/** A transaction by its code and its name; an old code without a name stands alone. */
export function sayTransaction(words: Words, code: string): string {
  return isNamed(code) ? `${code} ${words(`transaction:${code}`)}` : code;
}

function isNamed(code: string): code is ScreenCode {
  return Object.hasOwn(transaction, code);
}
