import { expect, test } from "vitest";
import { type EBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

/** c-1's internet bank is open; two relations to password cards without a record hang on k-1. */
function openWithLeftOvers(): EBankDesk {
  const desk = openEBankDeskFor();
  const old = { kind: "password-card", customer: "c-1", account: "a-1", card: "k-1" } as const;
  desk.post(
    ["r-2", "r-3"].map((id) => ({
      type: "relation.bound",
      relation: { ...old, id, label: "电子银行口令卡", status: "active" },
    })),
  );
  return desk;
}

const labelsOf = (desk: EBankDesk) =>
  desk
    .books()
    .list("relation", "customer", "c-1")
    .filter(({ kind, status }) => kind === "password-card" && status === "active")
    .map(({ label }) => label);

test("P09: a card that is issued is the only one that its customer is said to have", () => {
  const desk = openWithLeftOvers();

  desk.does(desk.issueCard("k-1"));

  expect(labelsOf(desk)).toEqual([desk.liveCard("c-1").serial]);
});

test("P20: so is the one that takes its place", () => {
  const desk = openWithLeftOvers();
  const old = desk.enterPasswordCard("k-1");

  desk.does(desk.reissueCard(old, "k-1"));

  expect(labelsOf(desk)).toEqual([desk.liveCard("c-1").serial]);
});

test("5.3: the internet bank that is closed leaves none, with a card or without one", () => {
  const without = openWithLeftOvers();
  const beside = openWithLeftOvers();
  beside.enterPasswordCard("k-1");

  without.does(without.closeInternetBank("c-1"));
  beside.does(beside.closeInternetBank("c-1"));

  expect(labelsOf(without)).toEqual([]);
  expect(labelsOf(beside)).toEqual([]);
});

test("P31: a U盾 that is handed over leaves none, with a card or without one", () => {
  const without = openWithLeftOvers();
  const beside = openWithLeftOvers();
  beside.enterPasswordCard("k-1");

  without.does(without.issueUsbKey("k-1"));
  beside.does(beside.issueUsbKey("k-1"));

  expect(labelsOf(without)).toEqual([]);
  expect(labelsOf(beside)).toEqual([]);
});

test("P09: the WAP bank that is closed leaves what hangs on the internet bank", () => {
  const desk = openWithLeftOvers();
  const id = desk.enterPasswordCard("k-1");
  desk.does(desk.openWapBank("k-1"));

  desk.does(desk.closeWapBank("c-1"));

  expect(labelsOf(desk)).toHaveLength(3);
  expect(desk.see("passwordCard", id).life).toBe("active");
});
