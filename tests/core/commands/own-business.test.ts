import { describe, expect, test } from "vitest";
import { type LossDesk, openLossDesk } from "#tests/support/loss-desk.ts";

const deposit = (account: string, amount = 1_00) =>
  ({ code: "3011", input: { account, amount } }) as const;
const refused = (whose: "own" | "relative") => ({ code: "teller.own-business", whose });

/** Customers c-1 and c-2; whoever is linked to them is said by the test. */
function deskWith(teller: string, links: { customer?: string; relatives?: string[] }): LossDesk {
  const desk = openLossDesk();
  desk.enter(1);
  desk.enter(2);
  desk.post([{ type: "teller.linked", teller, relatives: [], reason: "申报", ...links }]);
  return desk;
}

describe("D08: nobody's own business", () => {
  test("D08: a teller serves every customer but themselves", () => {
    const desk = deskWith("0001", { customer: "c-1" });

    expect(desk.refusal(deposit("a-1"))).toEqual(refused("own"));
    expect(desk.refusal(deposit("a-2"))).toBeUndefined();
  });

  test("D08: nor does a teller serve a relative; another teller does", () => {
    const desk = deskWith("0001", { relatives: ["c-2"] });

    expect(desk.refusal(deposit("a-2"))).toEqual(refused("relative"));
    expect(desk.refusal(deposit("a-1"))).toBeUndefined();
    desk.seat("0002");
    expect(desk.refusal(deposit("a-2"))).toBeUndefined();
  });

  test("D08: a loss report on one's own card is for somebody else to take", () => {
    const desk = deskWith("0001", { customer: "c-1" });

    expect(desk.refusal(desk.oral("k-1"))).toEqual(refused("own"));
    desk.seat("0002");
    expect(desk.refusal(desk.oral("k-1"))).toBeUndefined();
  });

  test("D08: nobody gives the word for a relative; another supervisor does", () => {
    const desk = deskWith("0100", { relatives: ["c-1"] });
    const large = deposit("a-1", 60_000_00);

    expect(desk.ask(large, "0100")).toEqual({
      ...{ ok: false, refusal: { code: "authorisation.own-business" } },
    });
    expect(desk.ask(large, "0101")).toMatchObject({ ok: true });
    expect(desk.ask(deposit("a-2", 60_000_00), "0100")).toMatchObject({ ok: true });
  });

  test("D08: a word that was given before the link was noted is not honoured any more", () => {
    const desk = deskWith("0001", {});
    const large = deposit("a-1", 60_000_00);
    const grant = desk.ask(large, "0100");
    if (!grant.ok) throw new Error("the word is given");
    desk.post([
      {
        ...{ type: "teller.linked", teller: "0100", reason: "申报" },
        customer: "c-1",
        relatives: [],
      },
    ]);

    expect(desk.run(large, { grant: grant.value.id })).toEqual({
      ...{ ok: false, refusal: { code: "authorisation.own-business" } },
    });
  });

  test("D08: once nobody is linked, everybody serves again", () => {
    const desk = deskWith("0001", { customer: "c-1" });
    desk.post([{ type: "teller.linked", teller: "0001", relatives: [], reason: "更正" }]);

    expect(desk.refusal(deposit("a-1"))).toBeUndefined();
  });
});
