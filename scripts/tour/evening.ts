import { randomUUID } from "node:crypto";
import type { Answer, Sent } from "#core/contract/contract.ts";
import { passwordOf } from "./acts.ts";
import type { Counter } from "./counter.ts";

/** All of a counter that is needed for it: no window. */
type Asking = Pick<Counter, "ask">;

// What the story takes as done: over the bridge, by the very rules, on a second person's word.

type Request = Sent<"transaction.run">["request"];
type Figures = Answer<"day.view">["figures"];

/** Both tellers count and shut their boxes and go (1103, 8005, 1101); the vault is counted last (C03). */
export async function settleEvening(counter: Asking, figures: Figures): Promise<void> {
  for (const teller of ["1001", "1002"]) {
    await sit(counter, teller);
    await countHand(counter, { hand: teller, second: "2001", figures });
    await doAtOnce(counter, { code: "1101", input: { action: "close" } }, "2001");
  }
  await sit(counter, "2001");
  await countHand(counter, { hand: "vault", second: "2002", figures });
  await leave(counter);
}

/** Whoever sat there goes, with every slip printed, and somebody else signs on. */
async function sit(counter: Asking, teller: string): Promise<void> {
  await leave(counter);
  await counter.ask("session.sign-on", { teller, password: passwordOf(teller) });
}

/** Signs off, with every slip out of the printer first (C04). */
export async function leave(counter: Asking): Promise<void> {
  const { session } = await counter.ask("workstation.view", undefined);
  if (session.status === "signed-off") return;
  await printOwn(counter);
  await counter.ask("session.sign-off", undefined);
}

/** Every slip of whoever sits there that never came out of a printer. */
export async function printOwn(counter: Asking): Promise<void> {
  const { mine } = await counter.ask("day.view", undefined);
  for (const { what, which: slip } of mine) {
    if (what === "slip-unprinted" && slip) {
      await counter.ask("slip.print", { slip, to: "pdf", language: "zh-CN" });
    }
  }
}

/** Cash and blank pieces of one hand, as the books have them. */
async function countHand(
  counter: Asking,
  { hand, second, figures }: { hand: string; second: string; figures: Figures },
): Promise<void> {
  for (const fact of figures) {
    if (fact.kind !== "cash-day" || fact.box !== hand) continue;
    const cash = { "note-10000": Math.floor(fact.held / 100_00), "coin-1": fact.held % 100_00 };
    const place = hand === "vault" ? "vault" : "own";
    await doAtOnce(counter, { code: "1103", input: { place, cash } }, second);
  }
  const { hands } = await counter.ask("stock.register", undefined);
  for (const { holder, kind, held } of hands) {
    if (holder !== hand) continue;
    const input = { kind, holder, counted: held.ranges };
    await doAtOnce(counter, { code: "8005", input }, second);
  }
}

async function doAtOnce(counter: Asking, request: Request, approver: string): Promise<void> {
  const { level } = await counter.ask("transaction.preview", request);
  const word = { request, approver, password: passwordOf(approver) };
  const grant =
    level === "A0" ? undefined : (await counter.ask("authorisation.approve", word)).grant;
  await counter.ask("transaction.run", { id: randomUUID(), request, ...(grant ? { grant } : {}) });
}
