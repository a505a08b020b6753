import { assert } from "#core/kernel/assert.ts";
import type { Done, RawInput, RawRequest } from "#tests/support/counter.ts";
import { openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

/** A run of numbers of the desk's password cards: 1 to 40 in the box of 0001, 41 to 100 in the vault. */
export const run = (first: number, last = first) => ({
  first: `030000${String(first).padStart(6, "0")}`,
  last: `030000${String(last).padStart(6, "0")}`,
});

const kind = "password-card";

/** The desk of electronic banking; what a hand of password cards has, and its requests. */
export function openStockDesk() {
  const desk = openEBankDeskFor();
  const hand = (holder: string) => desk.books().find("stock", `${kind}:${holder}`);
  /** Done by whoever sits there, on the word of `approver`. */
  function doesWith(request: RawRequest, approver: string): Done {
    const asked = desk.ask(request, approver);
    assert(asked.ok, `${approver} approves: ${JSON.stringify(asked)}`);
    const done = desk.run(request, { grant: asked.value.id });
    assert(done.ok, `${request.code} is done: ${JSON.stringify(done)}`);
    return done.value;
  }
  return { ...desk, doesWith, hand, ranges: (holder: string) => hand(holder)?.ranges ?? [] };
}
export type StockDesk = ReturnType<typeof openStockDesk>;

type Act<C extends "8002" | "8004" | "8009", A> = Omit<
  Extract<RawInput<C>, { readonly action: A }>,
  "action" | "kind"
>;

/** Every request about blank pieces, of password cards unless told otherwise. */
export const requests = {
  draw: (count: number): RawRequest => ({ code: "8001", input: { kind, count } }),
  giveIn: (count: number): RawRequest => ({
    code: "8001",
    input: { action: "return", kind, count },
  }),
  handOver: (input: Act<"8002", "hand-over">): RawRequest => ({
    code: "8002",
    input: { action: "hand-over", kind, ...input },
  }),
  setRight: (input: Act<"8002", "set-right">): RawRequest => ({
    code: "8002",
    input: { action: "set-right", kind, ...input },
  }),
  voided: (
    ranges: RawInput<"8003">["ranges"],
    holder: RawInput<"8003">["holder"] = "0001",
  ): RawRequest => ({ code: "8003", input: { kind, holder, ranges, reason: "damaged" } }),
  lost: (input: Omit<Act<"8004", "lost">, "words">): RawRequest => ({
    code: "8004",
    input: { action: "lost", kind, words: "碰库时缺少", ...input },
  }),
  found: (ranges: RawInput<"8003">["ranges"]): RawRequest => ({
    code: "8004",
    input: { action: "found", kind, words: "抽屉中找到", ranges },
  }),
  counted: (
    counted: RawInput<"8005">["counted"],
    holder: RawInput<"8005">["holder"] = "0001",
  ): RawRequest => ({ code: "8005", input: { kind, holder, counted } }),
  received: (
    ranges: RawInput<"8003">["ranges"],
    of: RawInput<"8003">["kind"] = kind,
  ): RawRequest => ({
    code: "8009",
    input: { action: "receive", kind: of, ranges, note: "调字第1号" },
  }),
  shipped: (
    ranges: RawInput<"8003">["ranges"],
    from: "vault" | "voided" = "vault",
  ): RawRequest => ({
    code: "8009",
    input: { action: "ship", kind, from, ranges, note: "调字第2号" },
  }),
  destroyed: (ranges: RawInput<"8003">["ranges"]): RawRequest => ({
    code: "8010",
    input: { what: "voided", kind, ranges },
  }),
} as const;
