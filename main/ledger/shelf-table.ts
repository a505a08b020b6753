import { type Index, indexes, type Shelf } from "#core/books/books.ts";
import { assert } from "#core/kernel/assert.ts";

/** The table of each shelf. `order` is a word of SQL itself, so orders have their full name. */
export const tables = {
  branch: "branch",
  teller: "teller",
  grant: "authorisation_grant",
  parked: "parked",
  customer: "customer",
  account: "account",
  branchBalance: "branch_balance",
  hold: "hold",
  card: "card",
  lossCase: "loss_case",
  relation: "relation",
  order: "production_order",
  stock: "stock",
  piece: "piece",
  slip: "slip",
  passwordCard: "password_card",
  passwordCardBatch: "password_card_batch",
  eBank: "e_bank",
  freezeOrder: "freeze_order",
  box: "box",
  owedFee: "owed_fee",
  agency: "agency",
  forgery: "forgery",
  message: "message",
  oneTimeCode: "one_time_code",
  ePay: "e_pay",
  wallet: "wallet",
  riskFlag: "risk_flag",
  call: "hotline_call",
} as const satisfies Readonly<Record<Shelf, string>>;

/** The column of an index: the field's own name, written as SQL writes names. */
export function columnOf<S extends Shelf>(shelf: S, index: Index<S>): string {
  const known: readonly string[] = indexes[shelf];
  assert(known.includes(index), "a shelf is searched by an index that it has");
  return String(index).replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
