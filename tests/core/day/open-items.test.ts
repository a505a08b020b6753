import { expect, test } from "vitest";
import { ofTeller, openItems } from "#core/day/open-items.ts";
import { TellerId } from "#core/teller/teller.ts";
import { openStockDesk, requests, run } from "../commands/stock/stock-requests.ts";

const supervisor = TellerId.parse("0100");
const teller = TellerId.parse("0001");

/** What of blank password cards is open, for the day and for the teller who signs off. */
function open(desk: ReturnType<typeof openStockDesk>) {
  const today = desk.context().today;
  const ofPieces = ({ which }: { readonly which?: string | undefined }) =>
    which === "password-card";
  return {
    day: openItems(desk.books(), today, supervisor).filter(ofPieces),
    own: ofTeller(openItems(desk.books(), today, teller), teller).filter(ofPieces),
  };
}

test("C03, V05: blank pieces that nobody counted keep the day from ending, and nobody from leaving", () => {
  const { day, own } = open(openStockDesk());

  expect(day).toEqual([
    { what: "stock-uncounted", whose: "0001", which: "password-card" },
    { what: "stock-uncounted", whose: "vault", which: "password-card" },
  ]);
  expect(own).toEqual([]);
});

test("C03, C04: a count that misses a piece keeps its teller too; one that agrees keeps nobody", () => {
  const desk = openStockDesk();
  desk.does(requests.counted([run(1, 39)]));
  const missing = { what: "stock-difference", whose: "0001", which: "password-card" };

  expect(open(desk).day).toContainEqual(missing);
  expect(open(desk).own).toEqual([missing]);

  desk.does(requests.counted([run(1, 40)]));
  expect(open(desk).day.map(({ whose }) => whose)).toEqual(["vault"]);
  expect(open(desk).own).toEqual([]);
});
