import { describe, expect, test } from "vitest";
import { OperatorCardHash } from "#core/teller/teller.ts";
import type { Counter, RawInput } from "#tests/support/counter.ts";
import { openPeopleDesk, typedPassword } from "#tests/support/people-desk.ts";

type Asked = RawInput<"9008">;
const about = (input: Asked) => ({ code: "9008", input }) as const;
const reason = "人事通知";
const leave = (teller: string) => about({ action: "leave", teller, reason });
const cardOf = (desk: Counter, letter: string) =>
  desk.keep({ type: "operator-card", hash: OperatorCardHash.parse(letter.repeat(43)) });
const office = (teller: string, role: "teller" | "supervisor" | "branch-head") =>
  about({ action: "change", teller, name: `人员${teller}`, role, assists: false, reason });

describe("9008 registering", () => {
  const newcomer = (desk: Counter, over: object = {}) =>
    about({
      ...{ action: "register", teller: "0003", name: "新人", role: "teller" },
      password: typedPassword(desk),
      ...over,
    } as Asked);

  test("D02: a new person has a first password, which must be changed", () => {
    const desk = openPeopleDesk();

    const done = desk.does(newcomer(desk, { assists: true }));

    expect(done.decision.level).toBe("A3");
    expect(desk.see("teller", "0003")).toMatchObject({
      ...{ role: "teller", assists: true, mustChangePassword: true, attendance: "off" },
    });
  });

  test("D02: a number that anybody has or had is not given again", () => {
    const desk = openPeopleDesk();
    desk.does(leave("0002"));

    expect(desk.refusal(newcomer(desk, { teller: "0001" }))).toEqual({
      code: "people.number-taken",
    });
    expect(desk.refusal(newcomer(desk, { teller: "0002" }))).toEqual({
      code: "people.number-taken",
    });
  });

  test("F03: the duty of assistance is for tellers", () => {
    const desk = openPeopleDesk();

    expect(desk.refusal(newcomer(desk, { role: "supervisor", assists: true }))).toEqual({
      code: "people.duty-of-tellers",
    });
  });

  test("the password comes as evidence of a password, and as nothing else", () => {
    const desk = openPeopleDesk();

    expect(desk.refusal(newcomer(desk, { password: "e-99999999" }))).toEqual({
      code: "evidence.unknown",
    });
    expect(desk.refusal(newcomer(desk, { password: cardOf(desk, "a") }))).toEqual({
      code: "evidence.other-kind",
    });
  });
});

describe("9008 changing", () => {
  test("U08: an office is changed with the old one beside it", () => {
    const desk = openPeopleDesk();

    const { decision } = desk.does(office("0002", "supervisor"));

    expect(desk.see("teller", "0002").role).toBe("supervisor");
    expect(decision.outcome.facts).toContainEqual({
      ...{ name: "role", kind: "change", of: "role", from: "teller", to: "supervisor" },
    });
  });

  test("a change that changes nothing is refused", () => {
    expect(openPeopleDesk().refusal(office("0002", "teller"))).toEqual({
      code: "people.nothing-changed",
    });
  });

  test("D06: nobody changes their own record, whoever they are", () => {
    const desk = openPeopleDesk();
    desk.seat("0900");

    expect(desk.refusal(office("0900", "teller"))).toEqual({ code: "people.self" });
    expect(desk.refusal(office("0002", "supervisor"))).toBeUndefined();
  });

  test("D06: whoever is concerned does not give the word for it", () => {
    const desk = openPeopleDesk();
    const raw = about({ action: "card", teller: "0900", card: cardOf(desk, "h"), reason });

    expect(desk.ask(raw, "0900")).toEqual({
      ...{ ok: false, refusal: { code: "authorisation.own-business" } },
    });
    expect(desk.ask(raw, "0100")).toMatchObject({ ok: true, value: { status: "half" } });
    expect(desk.ask(raw, "0101")).toMatchObject({ ok: true, value: { status: "whole" } });
  });
});

describe("9008 leaving", () => {
  test("A3: the last branch head stays, in office and at all", () => {
    const desk = openPeopleDesk();
    const refusal = { code: "people.too-few", role: "branch-head", needed: 1 };

    expect(desk.refusal(leave("0900"))).toEqual(refusal);
    expect(desk.refusal(office("0900", "teller"))).toEqual(refusal);
  });

  test("A3: the last two supervisors stay; with a third one may go", () => {
    const desk = openPeopleDesk();

    expect(desk.refusal(leave("0100"))).toEqual({
      ...{ code: "people.too-few", role: "supervisor", needed: 2 },
    });
    desk.does(office("0002", "supervisor"));
    expect(desk.refusal(leave("0100"))).toBeUndefined();
  });

  test("D02: whoever left is not changed any more", () => {
    const desk = openPeopleDesk();
    desk.does(leave("0002"));

    expect(desk.see("teller", "0002").leftAt).toBeDefined();
    expect(desk.refusal(office("0002", "supervisor"))).toEqual({ code: "people.left" });
  });

  test("C04: nobody leaves who is at the counter, or locked it", () => {
    const desk = openPeopleDesk();
    desk.post([{ type: "teller.signed-on", teller: "0002" }]);
    expect(desk.refusal(leave("0002"))).toEqual({ code: "people.at-work" });

    desk.post([{ type: "teller.locked", teller: "0002", idle: true }]);
    expect(desk.refusal(leave("0002"))).toEqual({ code: "people.at-work" });

    desk.post([{ type: "teller.signed-off", teller: "0002" }]);
    expect(desk.refusal(leave("0002"))).toBeUndefined();
  });

  test("V07: nobody leaves with blank pieces in the box", () => {
    const desk = openPeopleDesk();
    const ranges = [{ first: "000000000001", last: "000000000001" }];
    const stock = { id: "card:0002", kind: "card", holder: "0002" } as const;
    desk.post([{ type: "stock.placed", stock: { ...stock, ranges } }]);
    expect(desk.refusal(leave("0002"))).toEqual({ code: "people.box-not-empty" });

    desk.post([{ type: "stock.placed", stock: { ...stock, ranges: [] } }]);
    expect(desk.refusal(leave("0002"))).toBeUndefined();
  });
});

describe("9008 passwords and cards", () => {
  const lockedOut = (desk: Counter, until: number) =>
    desk.post([{ type: "teller.password-failed", teller: "0002", lockedOutUntil: until }]);
  const unlock = about({ action: "unlock", teller: "0002", reason });

  test("8.3.4: whoever is kept out is let in again before the time", () => {
    const desk = openPeopleDesk();
    lockedOut(desk, desk.context().now + 1);

    desk.does(unlock);

    expect(desk.see("teller", "0002").lockedOutUntil).toBeUndefined();
  });

  test("8.3.4: whoever is not kept out, or not any more, is not unlocked", () => {
    const desk = openPeopleDesk();
    expect(desk.refusal(unlock)).toEqual({ code: "people.not-locked-out" });

    lockedOut(desk, desk.context().now);
    expect(desk.refusal(unlock)).toEqual({ code: "people.not-locked-out" });
  });

  test("8.3.7: three passwords before the present one are remembered, and not a fourth", () => {
    const desk = openPeopleDesk();
    const reset = () =>
      about({ action: "reset-password", teller: "0002", password: typedPassword(desk), reason });
    const first = desk.see("teller", "0002").password.hash;
    const isRemembered = () =>
      desk.see("teller", "0002").former?.some(({ hash }) => hash === first);

    desk.does(reset());
    desk.does(reset());
    desk.does(reset());
    expect(isRemembered()).toBe(true);
    desk.does(reset());
    expect(isRemembered()).toBe(false);
    expect(desk.see("teller", "0002").mustChangePassword).toBe(true);
  });

  test("D02: one card names one person; who gave it back makes it free", () => {
    const desk = openPeopleDesk();
    const give = (teller: string, letter?: string) =>
      about({
        ...{ action: "card", teller, reason },
        ...(letter ? { card: cardOf(desk, letter) } : {}),
      } as Asked);
    desk.does(give("0001", "a"));

    expect(desk.refusal(give("0002", "a"))).toEqual({ code: "people.card-taken", teller: "0001" });
    expect(desk.refusal(give("0002", "b"))).toBeUndefined();
    expect(desk.refusal(give("0002"))).toEqual({ code: "people.nothing-changed" });
    desk.does(give("0001"));
    expect(desk.refusal(give("0002", "a"))).toBeUndefined();
  });
});

describe("9008 links to customers", () => {
  const link = (whose: "own" | "relative", number?: string) =>
    about({
      ...{ action: "link", teller: "0001", whose, reason },
      ...(number ? { document: { kind: "passport", number } } : {}),
    } as Asked);

  test("D08: a customer is noted by document, once, and struck out again", () => {
    const desk = openPeopleDesk();

    desk.does(link("own", "E12345678"));
    desk.does(link("relative", "E23456789"));

    expect(desk.see("teller", "0001")).toMatchObject({ customer: "c-1", relatives: ["c-2"] });
    expect(desk.refusal(link("relative", "E12345678"))).toEqual({ code: "people.already-linked" });
    desk.does(link("own"));
    desk.does(link("relative"));
    expect(desk.see("teller", "0001").customer).toBeUndefined();
    expect(desk.see("teller", "0001").relatives).toEqual([]);
    expect(desk.refusal(link("relative"))).toEqual({ code: "people.nothing-changed" });
  });

  test("D08: what no customer has is not noted, and the preview shows no whole number", () => {
    const desk = openPeopleDesk();

    expect(desk.refusal(link("own", "E99999999"))).toEqual({ code: "customer.unknown" });
    const preview = desk.preview(link("own", "E12345678"));
    expect(JSON.stringify(preview)).toContain("E*****678".slice(0, 1));
    expect(JSON.stringify(preview)).not.toContain("E12345678");
  });
});
