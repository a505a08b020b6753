import { expect, test } from "vitest";
import type { LossStatus } from "#core/loss/loss-case.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

/** A desk with a case of k-1 in each state there is, and "slip lost" twice: waiting and over. */
type State = LossStatus | "slip-lost, waiting" | "slip-lost, matured";

const ways: Readonly<Record<State, (desk: LossDesk) => void>> = {
  "oral-active": (desk) => {
    desk.does(desk.oral("k-1"));
  },
  "formal-waiting": (desk) => {
    desk.does(desk.formal("k-1", { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));
    desk.does(desk.arrive("o-1"));
  },
  matured: (desk) => {
    ways["formal-waiting"](desk);
    desk.at("2026-03-26");
  },
  lapsed: (desk) => {
    ways["oral-active"](desk);
    desk.at("2026-03-24");
  },
  withdrawn: (desk) => {
    ways["oral-active"](desk);
    desk.does(desk.withdraw(desk.caseOf("k-1")));
  },
  "closed-replaced": (desk) => {
    ways.matured(desk);
    desk.does(desk.collect("o-1"));
  },
  "closed-account": (desk) => {
    ways.matured(desk);
    desk.does(desk.close(desk.caseOf("k-1")));
  },
  "closed-pin": (desk) => {
    desk.does(desk.pinLoss("k-1"));
    desk.at("2026-03-26");
    desk.does(desk.resetPin(desk.caseOf("k-1")));
  },
  "slip-lost, waiting": (desk) => {
    ways.matured(desk);
    desk.does(desk.slipLost(desk.caseOf("k-1")));
  },
  "slip-lost, matured": (desk) => {
    ways["slip-lost, waiting"](desk);
    desk.at("2026-04-03");
  },
};

/** What the desk can ask about the case, or about its card, from 4001 to 8006. */
const asked: Readonly<Record<string, (desk: LossDesk, number: string) => RawRequest>> = {
  "4001": (desk) => desk.oral("k-1"),
  "4002": (desk) => desk.formal("k-1"),
  "4003": (desk, number) => desk.upgrade(number),
  "4004": (desk) => desk.pinLoss("k-1"),
  "4005": (desk, number) => desk.slipLost(number),
  "4006": (desk, number) => desk.withdraw(number),
  "4007 new": (desk, number) => desk.replace(number),
  "4007 same": (desk, number) => desk.replace(number, { numbering: "same" }),
  "4008": (desk, number) => desk.close(number),
  "4009": (desk, number) => desk.resetPin(number),
  "8006": (desk, number) => desk.order(number),
};

/** The level at which a request is accepted, or the code with which it is refused. */
function answer(state: State, code: string): string {
  const desk = openLossDeskFor();
  ways[state](desk);
  const decided = desk.preview(asked[code]?.(desk, desk.caseOf("k-1")) as RawRequest);
  return decided.ok ? decided.value.level : decided.refusal.code;
}

const answersIn = (state: State) =>
  Object.fromEntries(Object.keys(asked).map((code) => [code, answer(state, code)]));

test("5.2: a case reported by word can be written down or withdrawn, and nothing else", () => {
  expect(answersIn("oral-active")).toEqual({
    "4001": "loss.already-reported",
    "4002": "loss.already-reported",
    "4003": "A2",
    "4004": "A2",
    "4005": "loss.not-open",
    "4006": "A1",
    "4007 new": "loss.not-open",
    "4007 same": "loss.not-open",
    "4008": "loss.not-open",
    "4009": "loss.kind",
    "8006": "loss.not-open",
  });
});

test("5.2: a written case waits, and can be withdrawn or its slip reported lost", () => {
  expect(answersIn("formal-waiting")).toEqual({
    "4001": "loss.already-reported",
    "4002": "loss.already-reported",
    "4003": "loss.not-oral",
    "4004": "A2",
    "4005": "A2",
    "4006": "A2",
    "4007 new": "loss.not-matured",
    "4007 same": "loss.not-matured",
    "4008": "loss.not-matured",
    "4009": "loss.kind",
    "8006": "production.already-ordered",
  });
});

test("5.2: a matured case ends with a new card, the account, or its withdrawal", () => {
  expect(answersIn("matured")).toEqual({
    "4001": "loss.already-reported",
    "4002": "loss.already-reported",
    "4003": "loss.not-oral",
    "4004": "A2",
    "4005": "A2",
    "4006": "A2",
    "4007 new": "A2",
    "4007 same": "A2",
    "4008": "A2",
    "4009": "loss.kind",
    "8006": "production.already-ordered",
  });
});

test("5.2, T13: a case whose slip was lost waits anew, and is never withdrawn", () => {
  expect(answersIn("slip-lost, waiting")).toEqual({
    "4001": "loss.already-reported",
    "4002": "loss.already-reported",
    "4003": "loss.not-oral",
    "4004": "A2",
    "4005": "A2",
    "4006": "loss.slip-lost",
    "4007 new": "loss.not-matured",
    "4007 same": "loss.not-matured",
    "4008": "loss.not-matured",
    "4009": "loss.kind",
    "8006": "production.already-ordered",
  });
});

test("5.2, T13: after the new term it can be collected or closed, and still not withdrawn", () => {
  expect(answersIn("slip-lost, matured")).toEqual({
    "4001": "loss.already-reported",
    "4002": "loss.already-reported",
    "4003": "loss.not-oral",
    "4004": "A2",
    "4005": "A2",
    "4006": "loss.slip-lost",
    "4007 new": "A2",
    "4007 same": "A2",
    "4008": "A2",
    "4009": "loss.kind",
    "8006": "production.already-ordered",
  });
});

test("5.2: a lapsed case is over, and the card can be reported again", () => {
  expect(answersIn("lapsed")).toEqual({
    "4001": "A0",
    "4002": "A2",
    "4003": "loss.lapsed",
    "4004": "A2",
    "4005": "loss.not-open",
    "4006": "loss.not-open",
    "4007 new": "loss.not-open",
    "4007 same": "loss.not-open",
    "4008": "loss.not-open",
    "4009": "loss.kind",
    "8006": "loss.not-open",
  });
});

test("5.2: a withdrawn case is over, and the card can be reported again", () => {
  expect(answersIn("withdrawn")).toEqual({
    "4001": "A0",
    "4002": "A2",
    "4003": "loss.not-oral",
    "4004": "A2",
    "4005": "loss.not-open",
    "4006": "loss.not-open",
    "4007 new": "loss.not-open",
    "4007 same": "loss.not-open",
    "4008": "loss.not-open",
    "4009": "loss.kind",
    "8006": "loss.not-open",
  });
});

test("5.2: a case closed with a new card is over, and the old card is none any more", () => {
  expect(answersIn("closed-replaced")).toEqual({
    "4001": "loss.not-reportable",
    "4002": "loss.not-reportable",
    "4003": "loss.not-oral",
    "4004": "loss.not-reportable",
    "4005": "loss.not-open",
    "4006": "loss.not-open",
    "4007 new": "loss.not-open",
    "4007 same": "loss.not-open",
    "4008": "loss.not-open",
    "4009": "loss.kind",
    "8006": "loss.not-open",
  });
});

test("5.2: a case closed with the account is over, and so are its cards", () => {
  expect(answersIn("closed-account")).toEqual({
    "4001": "loss.not-reportable",
    "4002": "loss.not-reportable",
    "4003": "loss.not-oral",
    "4004": "loss.not-reportable",
    "4005": "loss.not-open",
    "4006": "loss.not-open",
    "4007 new": "loss.not-open",
    "4007 same": "loss.not-open",
    "4008": "loss.not-open",
    "4009": "loss.kind",
    "8006": "loss.not-open",
  });
});

test("5.2: a case closed with a new PIN is over, and the card can be reported", () => {
  expect(answersIn("closed-pin")).toEqual({
    "4001": "A0",
    "4002": "A2",
    "4003": "loss.not-oral",
    "4004": "A2",
    "4005": "loss.not-open",
    "4006": "loss.not-open",
    "4007 new": "loss.kind",
    "4007 same": "loss.kind",
    "4008": "loss.kind",
    "4009": "loss.not-open",
    "8006": "loss.kind",
  });
});

test("5.2: the facts of a refusal name the state the case is in", () => {
  const desk = openLossDeskFor();
  ways["closed-replaced"](desk);
  const number = desk.caseOf("k-1");

  expect(desk.refusal(desk.upgrade(number))).toEqual({
    code: "loss.not-oral",
    status: "closed-replaced",
  });
  expect(desk.refusal(desk.replace(number))).toEqual({
    code: "loss.not-open",
    status: "closed-replaced",
  });
  expect(desk.refusal(desk.oral("k-1"))).toEqual({ code: "loss.not-reportable", life: "replaced" });
});

test("5.2: one card has one open case of a kind, and a double loss counts as both", () => {
  const desk = openLossDeskFor();
  desk.does(desk.pinLoss("k-1", { kind: "both", numbering: "new" }));
  const refusal = { code: "loss.already-reported", lossCase: desk.caseOf("k-1") };

  expect(desk.refusal(desk.oral("k-1"))).toEqual(refusal);
  expect(desk.refusal(desk.formal("k-1"))).toEqual(refusal);
  expect(desk.refusal(desk.pinLoss("k-1"))).toEqual(refusal);
  expect(desk.refusal(desk.pinLoss("k-1", { kind: "both" }))).toEqual(refusal);
});
