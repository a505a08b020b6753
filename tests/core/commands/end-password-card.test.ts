import { describe, expect, test } from "vitest";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import {
  type EBankDesk,
  FIRST_PASSWORD_CARD,
  openEBankDesk,
  openEBankDeskFor,
} from "#tests/support/e-bank-desk.ts";

const SECOND_PASSWORD_CARD = "030000000002";

const damaged = (serial: string): RawRequest => ({
  code: "5003",
  input: { what: "blank", serial },
});

type Giving = Extract<RawInput<"5003">, { readonly what: "card" }>;
const givenUp = (desk: EBankDesk, over: Partial<Giving> = {}): RawRequest => ({
  code: "5003",
  input: {
    what: "card",
    passwordCard: "p-1",
    identity: desk.identity("c-1"),
    returned: true,
    signed: true,
    ...over,
  },
});

/** Why a request is refused; it must leave the books as they were. */
function refused(desk: EBankDesk, request: RawRequest) {
  const before = desk.batches().length;
  const done = desk.run(request);

  expect(desk.batches()).toHaveLength(before);
  return done.ok ? undefined : done.refusal;
}

describe("a blank password card with a damaged film", () => {
  test("P27, V04: is void and never reaches a customer, and the next one is offered", () => {
    const desk = openEBankDeskFor();

    const { decision } = desk.does(damaged(FIRST_PASSWORD_CARD));

    expect(decision).toMatchObject({ level: "A1", slip: "general" });
    expect(desk.see("piece", `password-card:${FIRST_PASSWORD_CARD}`)).toEqual({
      id: `password-card:${FIRST_PASSWORD_CARD}`,
      kind: "password-card",
      serial: FIRST_PASSWORD_CARD,
      teller: "0001",
      status: "voided",
      reason: "film-damaged",
    });
    expect(decision.outcome.facts).toEqual([
      { name: "voucher", kind: "term", term: "voucher.password-card" },
      { name: "spoiled", kind: "text", text: FIRST_PASSWORD_CARD },
      { name: "reason", kind: "term", term: "void.film-damaged" },
      { name: "newSerial", kind: "text", text: SECOND_PASSWORD_CARD },
    ]);
    expect(desk.books().all("passwordCard")).toEqual([]);
  });

  test("P27: is exchanged on the spot: the holder gets the next, and not that one any more", () => {
    const desk = openEBankDeskFor();
    desk.does(damaged(FIRST_PASSWORD_CARD));

    expect(refused(desk, desk.issueCard("k-1", { serial: FIRST_PASSWORD_CARD }))).toEqual({
      code: "voucher.not-next",
      next: SECOND_PASSWORD_CARD,
    });
    desk.does(desk.issueCard("k-1"));
    expect(desk.liveCard("c-1").serial).toBe(SECOND_PASSWORD_CARD);
  });

  test("V02: is the next one of the teller's own box, or is refused", () => {
    const desk = openEBankDesk();

    expect(refused(desk, damaged(SECOND_PASSWORD_CARD))).toEqual({
      code: "voucher.not-next",
      next: FIRST_PASSWORD_CARD,
    });
    desk.seat("0002");
    expect(refused(desk, damaged(FIRST_PASSWORD_CARD))).toEqual({
      code: "voucher.box-empty",
      kind: "password-card",
    });
  });

  test("V02: may be the last of the box, and then nothing is offered", () => {
    const desk = openEBankDesk();
    const ranges = [{ first: FIRST_PASSWORD_CARD, last: FIRST_PASSWORD_CARD }];
    const stock = { id: "password-card:0001", kind: "password-card", holder: "0001" } as const;
    desk.post([{ type: "stock.placed", stock: { ...stock, ranges } }]);

    const { facts } = desk.does(damaged(FIRST_PASSWORD_CARD)).decision.outcome;

    expect(facts.map(({ name }) => name)).toEqual(["voucher", "spoiled", "reason"]);
    expect(desk.refusal(damaged(FIRST_PASSWORD_CARD))).toEqual({
      code: "voucher.box-empty",
      kind: "password-card",
    });
  });

  test("V04: is seen by a second person, and the preview is what happens", () => {
    const desk = openEBankDesk();
    const preview = desk.preview(damaged(FIRST_PASSWORD_CARD));

    expect(refused(desk, damaged(FIRST_PASSWORD_CARD))).toMatchObject({
      code: "authorisation.needed",
      level: "A1",
    });
    const { decision, batch } = desk.does(damaged(FIRST_PASSWORD_CARD));
    expect(preview).toEqual({ ok: true, value: decision });
    expect(batch.approvers).toEqual(["0002"]);
  });
});

describe("a password card that its holder gives up", () => {
  test("5.3: is void, hangs on nothing any more, and leaves the internet bank open", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueCard("k-1"));
    const preview = desk.preview(givenUp(desk));

    const { decision, batch } = desk.does(givenUp(desk));

    expect(decision).toMatchObject({ level: "A1", slip: "general" });
    expect(preview).toEqual({ ok: true, value: decision });
    expect(batch.entries.slice(0, 2)).toEqual([
      {
        type: "password-card.voided",
        passwordCard: "p-1",
        reason: "customer-request",
        returned: true,
      },
      { type: "relations.closed", relations: ["r-2"] },
    ]);
    expect(desk.see("passwordCard", "p-1")).toMatchObject({
      life: "void",
      voidReason: "customer-request",
    });
    expect(desk.relationOf("c-1", "password-card")).toBeUndefined();
    expect(desk.relationOf("c-1", "internet-bank")).toBeDefined();
  });

  test.each(["issued-inactive", "active", "exhausted"] as const)(
    "5.3: may be %s, and locked or not",
    (life) => {
      const desk = openEBankDeskFor();
      desk.enterPasswordCard("k-1", { life, lock: "hard" });

      expect(desk.does(givenUp(desk, { returned: false })).decision.level).toBe("A1");
    },
  );

  test("5.3: is void once and for all", () => {
    const desk = openEBankDeskFor();
    desk.does(desk.issueCard("k-1"));
    desk.does(givenUp(desk));

    expect(refused(desk, givenUp(desk))).toEqual({ code: "password-card.void" });
    expect(refused(desk, givenUp(desk, { passwordCard: "p-9" }))).toEqual({
      code: "password-card.unknown",
    });
  });

  test("P33: is given up by its holder in person and nobody else", () => {
    const desk = openEBankDeskFor();
    desk.enter(2);
    desk.does(desk.issueCard("k-1"));
    const { document } = desk.identity("c-1");

    expect(refused(desk, givenUp(desk, { identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(
      refused(desk, givenUp(desk, { identity: { document, check: "document-invalid" } })),
    ).toMatchObject({ code: "identity.check-failed" });
    expect(desk.see("passwordCard", "p-1").life).toBe("issued-inactive");
  });

  test("P21: is said on the slip to be given back and punched, or not to be", () => {
    const desk = openEBankDeskFor();
    desk.enterPasswordCard("k-1");
    const termsOf = (returned: boolean) => {
      const preview = desk.preview(givenUp(desk, { returned }));
      const facts = preview.ok ? preview.value.outcome.facts : [];
      return facts.flatMap((fact) => (fact.kind === "term" ? [fact.term] : []));
    };

    expect(termsOf(true)).toContain("returned.yes");
    expect(termsOf(true)).not.toContain("returned.no");
    expect(termsOf(false)).toContain("returned.no");
  });
});
