// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { instant } from "#core/calendar/instant.ts";
import { signedFen } from "#core/money/fen.ts";
import { factNames, terms } from "#core/slip/fact-name.ts";
import {
  dateFact,
  instantFact,
  moneyFact,
  officerFact,
  orderFact,
  periodFact,
  termFact,
  textFact,
} from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import { fc } from "#tests/support/fast-check.ts";
import { linesOf, printed, sheetsOf } from "./printed.tsx";
import { general } from "./sample-slips.ts";

const name = fc.constantFrom(...factNames);
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(name, fc.stringMatching(/^[!-~一-龥·]{1,60}$/)).map(([of, text]) => textFact(of, text)),
  name.map((of) => dateFact(of, businessDate("2026-03-26"))),
  name.map((of) => instantFact(of, instant(1_773_800_467_000))),
  fc
    .tuple(name, fc.integer({ min: -1_000_000, max: 1_000_000 }))
    .map(([of, amount]) => moneyFact(of, signedFen(amount))),
  fc
    .tuple(name, fc.constantFrom("months", "days", "hours"), fc.integer({ min: 1, max: 60 }))
    .map(([of, unit, count]) => periodFact(of, { unit, count })),
  fc
    .tuple(name, fc.option(fc.constant(instant(1_773_800_467_000)), { nil: undefined }))
    .map(([of, until]) => orderFact(of, { organ: "示范区人民法院", documentNumber: "1号", until })),
  name.map((of) => officerFact(of, { name: "钱法官", permit: "示A0001" })),
  fc.tuple(name, fc.constantFrom(...terms)).map(([of, term]) => termFact(of, term)),
);
const anySlip = fc.record({
  facts: fc.array(anyFact, { maxLength: 60 }),
  kind: fc.constantFrom("loss-application", "replacement", "exchange", "general", "freeze-receipt"),
  language: fc.constantFrom("zh-CN", "en"),
});

// Goal: whatever lines a transaction puts on its slip, each stands once on every copy of its paper.
// Method: draw any lines, also twice and of the wrong kind, and compare the names that are printed.
test("3.12: no page ever drops a line of its slip, nor prints it twice", () => {
  fc.assert(
    fc.property(anySlip, ({ facts, kind, language }) => {
      const page = printed({ ...general, kind, facts }, language);

      const given = facts.map((fact) => fact.name).sort();
      for (const sheet of sheetsOf(page)) {
        expect(
          linesOf(sheet)
            .map(([of]) => of)
            .sort(),
        ).toEqual(given);
      }
    }),
    { numRuns: 150 },
  );
});

// Goal: a text is printed whole, however long it is and whatever it is about.
// Method: draw texts alone, and look each up among what the sheet says.
test("3.12: every text of a slip is printed whole", () => {
  const texts = fc.array(
    fc
      .tuple(name, fc.stringMatching(/^[!-~一-龥·]{1,200}$/))
      .map(([of, text]) => textFact(of, text)),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(texts, anySlip, (facts, { kind, language }) => {
      const said = sheetsOf(printed({ ...general, kind, facts }, language)).map(linesOf);

      for (const fact of facts) {
        for (const lines of said) {
          const same = lines.filter(([of]) => of === fact.name).map(([, text]) => text);
          expect(same.some((text) => text.endsWith(fact.kind === "text" ? fact.text : ""))).toBe(
            true,
          );
        }
      }
    }),
    { numRuns: 60 },
  );
});
