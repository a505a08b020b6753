import { describe, expect, test } from "vitest";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOfAll } from "#core/books/post.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { dateOf, instant } from "#core/calendar/instant.ts";
import {
  type CodeRequest,
  issueCode,
  type SmsContext,
  spendCode,
} from "#core/commands/one-time-codes.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Phone } from "#core/identity/phone.ts";
import type { Entry } from "#core/journal/entry.ts";
import { CodePurpose, tooSoonAfter } from "#core/sms/one-time-code.ts";
import { SmsRules } from "#core/sms/rules.ts";
import { sha256 } from "#main/sha256.ts";
import { fc } from "#tests/support/fast-check.ts";

const NOON = instant(Date.UTC(2026, 2, 18, 4, 0, 0));
const MINUTE = 60_000;
const asked: CodeRequest = {
  customer: CustomerId.parse("c-1"),
  to: Phone.parse("13900001111"),
  purpose: "phone-change",
  elements: ["c-1", "13900001111"],
  values: { phone: "139****1111" },
};

/** Books in memory in which one code was sent at noon; time is told with every answer. */
function sent(codeMinutes = 5) {
  let books = booksAfter([]);
  const at = (ms: number): SmsContext => ({
    ...{ books, now: instant(NOON + ms), sha256 },
    parameters: { ...defaultParameters, sms: { ...defaultParameters.sms, codeMinutes } },
  });
  const post = (entries: readonly Entry[]) => {
    const stamp = { recordedAt: NOON, businessDate: dateOf(NOON) };
    books = booksAfter(changesOfAll(books, entries, stamp), books);
  };
  const issue = (request = asked, ms = 0) => {
    const issued = issueCode(request, "0".repeat(31) + String(books.count("oneTimeCode")), at(ms));
    post(issued.entries);
    return issued.code.id;
  };
  const first = issue();
  return {
    issue,
    books: () => books,
    answer(
      use: Partial<Pick<CodeRequest, "purpose" | "elements">> & {
        readonly isRight?: boolean;
        readonly after?: number;
        readonly id?: typeof first;
      } = {},
    ) {
      const { after = MINUTE, isRight = true, id = first, ...other } = use;
      const code = books.find("oneTimeCode", id);
      const spent = spendCode({ ...asked, code, isRight, ...other }, at(after));
      post(spent.ok ? spent.value : "entries" in spent ? (spent.entries ?? []) : []);
      return spent.ok ? "taken" : spent.refusal.code;
    },
  };
}

describe("a code that came by message", () => {
  test("O09: is taken until its last moment, and not one millisecond later", () => {
    expect(sent().answer({ after: 5 * MINUTE })).toBe("taken");
    expect(sent().answer({ after: 5 * MINUTE + 1 })).toBe("sms-code.expired");
  });

  test("O09: holds ten minutes at most, whatever the branch sets", () => {
    expect(sent(10).answer({ after: 10 * MINUTE })).toBe("taken");
    expect(sent(10).answer({ after: 10 * MINUTE + 1 })).toBe("sms-code.expired");
    expect(SmsRules.safeParse({ ...defaultParameters.sms, codeMinutes: 10 }).success).toBe(true);
    expect(SmsRules.safeParse({ ...defaultParameters.sms, codeMinutes: 11 }).success).toBe(false);
  });

  test("O09, E11: is taken once", () => {
    const code = sent();

    expect(code.answer()).toBe("taken");
    expect(code.answer()).toBe("sms-code.used-up");
  });

  test("E11, O07: is good for its very purpose and elements", () => {
    const code = sent();

    expect(code.answer({ elements: ["c-1", "13900001112"] })).toBe("sms-code.other-elements");
    expect(code.answer({ purpose: "e-pay.change-phone" })).toBe("sms-code.other-elements");
    expect(code.answer()).toBe("taken");
  });

  test("5.5: is void with the third wrong answer, and not with the second", () => {
    const twice = sent();
    twice.answer({ isRight: false });
    twice.answer({ isRight: false });
    expect(twice.answer()).toBe("taken");

    const thrice = sent();
    thrice.answer({ isRight: false });
    thrice.answer({ isRight: false });
    expect(thrice.answer({ isRight: false })).toBe("sms-code.wrong");
    expect(thrice.answer()).toBe("sms-code.used-up");
  });

  test("E11: is void as soon as another is sent for the same", () => {
    const code = sent();
    const second = code.issue(asked, MINUTE);

    expect(code.answer()).toBe("sms-code.used-up");
    expect(code.answer({ id: second })).toBe("taken");
  });

  test("is sent again a minute later and not before, to the same telephone for the same", () => {
    const codes = sent().books().all("oneTimeCode");

    expect(tooSoonAfter(codes, asked, instant(NOON + MINUTE - 1))).toEqual({
      code: "sms-code.too-soon",
      againAt: NOON + MINUTE,
    });
    expect(tooSoonAfter(codes, asked, instant(NOON + MINUTE))).toBeUndefined();
    expect(tooSoonAfter(codes, { ...asked, to: Phone.parse("13900001112") }, NOON)).toBeUndefined();
    expect(tooSoonAfter(codes, { ...asked, purpose: "e-pay.resume" }, NOON)).toBeUndefined();
  });

  // Goal: a code is taken exactly when it is unused, in time, right, for the same purpose and elements,
  // with fewer than three wrong answers before, and none was sent after it.
  // Method: random answers and resends against a plain restatement that keeps three numbers.
  test("E11, O07, O09: is taken exactly when everything about it is right", () => {
    const step = fc.record({
      resend: fc.boolean(),
      isRight: fc.boolean(),
      after: fc.integer({ min: 0, max: 6 * MINUTE }),
      purpose: fc.constantFrom(asked.purpose, ...CodePurpose.options),
      elements: fc.constantFrom(asked.elements, asked.elements, ["c-1", "13900001112"]),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const code = sent();
        let [isUsed, wrong, isLatest] = [false, 0, true];
        for (const { resend, ...answered } of steps) {
          if (resend) {
            code.issue(asked, 0);
            isLatest = false;
          }
          const isSame = answered.purpose === asked.purpose && answered.elements === asked.elements;
          const isOpen = isSame && !isUsed && isLatest && wrong < 3;
          const isInTime = answered.after <= 5 * MINUTE;
          const isTaken = isOpen && isInTime && answered.isRight;

          expect(code.answer(answered) === "taken").toBe(isTaken);

          if (isTaken) isUsed = true;
          else if (isOpen && isInTime) wrong += 1;
        }
      }),
    );
  });
});
