import { describe, expect, test } from "vitest";
import { cardOf, namedBy } from "#core/e-pay/identifier.ts";
import { openEPayDeskFor } from "#tests/support/e-pay-desk.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("the card of an enrolment", () => {
  // Goal: whatever replaces the card, in whatever order, the enrolment is bound to the living card, and
  // the telephone with that card's last six digits names it, the old digits nobody.
  // Method: draw runs of exchanges and replacements after a loss, with the enrolment suspended or not,
  // the new card put into use or not; look after every step.
  test("5.5, T35: is the living one after any run of replacements", () => {
    const step = fc.constantFrom("exchange", "loss", "suspend", "resume", "activate");
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const desk = openEPayDeskFor({ balance: 50_000_00 });
        const card = () => cardOf(desk.see("ePay", "ep-1"), desk.books());
        const { phone } = desk.see("ePay", "ep-1");
        let day = 18;
        for (const one of steps) {
          const before = card().pan.slice(-6);
          if (one === "exchange" && card().life === "active") {
            desk.does(desk.exchange(card().id));
          } else if (one === "loss" && day < 50) {
            day += 9;
            replaceAfterLoss(desk, card().id, day);
          } else if (one === "activate" && card().life === "issued-inactive") {
            desk.does(desk.activate(card().id));
          } else if (one === "suspend" && desk.see("ePay", "ep-1").status === "enrolled") {
            desk.does(desk.suspend("ep-1"));
          } else if (one === "resume" && desk.see("ePay", "ep-1").status === "suspended") {
            desk.does(desk.resume("ep-1"));
          }

          const { life, pan, replacedBy } = card();
          expect([life, replacedBy]).not.toContain("replaced");
          expect(replacedBy).toBeUndefined();
          const named = (lastSix: string) => namedBy({ phone, lastSix }, desk.books());
          expect(named(pan.slice(-6))?.id).toBe("ep-1");
          if (before !== pan.slice(-6)) expect(named(before)).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A formal report, and the new card of another number once the clock allows it (L11, L12). */
function replaceAfterLoss(
  desk: ReturnType<typeof openEPayDeskFor>,
  card: string,
  day: number,
): void {
  desk.does(desk.formal(card, { numbering: "new" }));
  const due = new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10);
  desk.print();
  desk.at(`${due} 10:00:00`);
  desk.does(desk.replace(desk.caseOf(card), { numbering: "new" }));
}
