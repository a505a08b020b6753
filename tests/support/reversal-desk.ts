import type { Done, RawInput, RawRequest } from "#tests/support/counter.ts";
import { openEBankDesk } from "#tests/support/e-bank-desk.ts";
import { openHoldDesk } from "#tests/support/hold-desk.ts";
import type { Online } from "#tests/support/online-customers.ts";

/** 冲正 of what was done, complete and right unless told otherwise. */
export function reversalOf(
  { batch }: Pick<Done, "batch">,
  over: Partial<RawInput<"1106">> = {},
): RawRequest {
  const input = { sequence: batch.sequence, part: "whole", reason: "amount-wrong" } as const;
  return { code: "1106", input: { ...input, words: "多输一个零", ...over } };
}

/** The password cards of the vault, before any is drawn. */
export const VAULT = { first: "030000000001", last: "030000000100" };

/**
 * The hold desk with a neighbour and a vault of blank pieces: c-1 with 8,000.00 yuan on a-1, c-2 with
 * 1,000.00 on a-2.
 */
export function openReversalDesk(customer: Online = {}) {
  const desk = openHoldDesk(customer);
  desk.enter(2, { balance: 1_000_00 });
  const stock = {
    id: "password-card:vault",
    kind: "password-card",
    holder: "vault",
    ranges: [VAULT],
  } as const;
  desk.post([{ type: "stock.placed", stock }]);
  const toNeighbour = (over: Partial<RawInput<"3013">> = {}) =>
    desk.transferring({
      payeeName: "顾客2",
      payeeAccount: desk.see("account", "a-2").number,
      ...over,
    });
  const box = (teller = "0001") => 0 - desk.see("branchBalance", `cash:${teller}`).balance;
  const fact = (done: Done, name: string) =>
    done.decision.outcome.facts.find((one) => one.name === name);
  return { ...desk, toNeighbour, box, fact };
}
export type ReversalDesk = ReturnType<typeof openReversalDesk>;

/** The desk of electronic banking, where blank pieces lie in a vault and in a box. */
export const openStockDesk = openEBankDesk;
