import type { Fact } from "#core/slip/slip.ts";
import type { Asked, AtCounter } from "#tests/support/at-counter.ts";
import { cashOf } from "#tests/support/cash-desk.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

/**
 * Settles all that the day-end checklist of a demonstration asks for: both tellers count and shut
 * their boxes, a supervisor counts the vault, all slips come out of the printer. The supervisor sits.
 */
export async function settleDay(counter: TestedWorkstation, people: AtCounter): Promise<void> {
  await people.sit("2001");
  const { figures } = await counter.get("day.view", undefined);
  for (const teller of ["1001", "1002"] as const) {
    await people.sit(teller);
    await countOf(counter, people, { hand: teller, figures });
    await agreed(counter, people, { code: "1101", input: { action: "close" } }, "2001");
  }
  await people.sit("2001");
  await countOf(counter, people, { hand: "vault", figures });
  await people.signOff();
  await people.signOn("2001");
}

/** Posts what must be accepted, on a second person's word where it needs one. */
async function agreed(
  counter: TestedWorkstation,
  people: AtCounter,
  request: Asked,
  second: string,
): Promise<void> {
  const { level } = await counter.get("transaction.preview", request);
  await people.done(request, level === "A0" ? {} : { grant: await people.grant(request, second) });
}

/** Counts cash and pieces of one hand as the books have them. */
async function countOf(
  counter: TestedWorkstation,
  people: AtCounter,
  {
    hand,
    figures,
  }: { readonly hand: "1001" | "1002" | "vault"; readonly figures: readonly Fact[] },
): Promise<void> {
  const second = hand === "vault" ? "2002" : "2001";
  const post = (request: Asked) => agreed(counter, people, request, second);

  for (const fact of figures) {
    if (fact.kind !== "cash-day" || fact.box !== hand) continue;
    const place = hand === "vault" ? "vault" : "own";
    await post({ code: "1103", input: { place, cash: cashOf(fact.held) } });
  }
  const { hands } = await counter.get("stock.register", undefined);
  for (const { holder, kind, held } of hands) {
    if (holder === hand)
      await post({ code: "8005", input: { kind, holder, counted: held.ranges } });
  }
}
