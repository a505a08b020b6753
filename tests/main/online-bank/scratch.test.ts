import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AtHome } from "#tests/support/at-home.ts";
import { CLIENT_CARD } from "#tests/support/banking-branch.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let home: AtHome;

beforeEach(async () => {
  ({ counter, home } = await openBanking());
});
afterEach(() => counter.close());

const journal = () => linesOf(counter);

describe("a card that is scratched", () => {
  test("tells one cell at a time, the same one ever again, and no other twice by chance", async () => {
    const a1 = await home.scratched(CLIENT_CARD, ["A1"]);
    const h10 = await home.scratched(CLIENT_CARD, ["H10"]);

    expect(a1).toMatch(/^\d{12}$/);
    expect(h10).not.toBe(a1);
    expect(await home.scratched(CLIENT_CARD, ["A1"])).toBe(a1);
  });

  test("leaves nothing in the journal, the log or a notice", async () => {
    const { sequence } = (await journal())[0] ?? {};
    const [notices, noted] = [counter.notices.length, counter.noted.length];
    await home.scratched(CLIENT_CARD, ["A1", "B2", "C3"]);

    expect(counter.notices.length).toBe(notices);
    expect(counter.noted.length).toBe(noted);
    expect((await journal())[0]?.sequence).toBe(sequence);
  });

  test("is one that the books know, and has such a cell", async () => {
    expect(await counter.ask("card.scratch", { card: "p-99", coordinate: "A1" })).toEqual({
      ok: false,
      refusal: { code: "password-card.unknown" },
    });
    expect(await counter.ask("card.scratch", { card: CLIENT_CARD, coordinate: "I1" })).toEqual({
      ok: false,
      refusal: { code: "request.malformed", issues: ["coordinate: one of this card's"] },
    });
    expect(await counter.ask("card.scratch", { card: CLIENT_CARD, coordinate: "A11" })).toEqual({
      ok: false,
      refusal: { code: "request.malformed", issues: ["coordinate: one of this card's"] },
    });
  });
});
