import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEMONSTRATION_SEED } from "#main/demonstration/founding.ts";
import { booksOf, foundedOn, TODAY } from "./founded.ts";

const guide = readFileSync("docs/presenting.md", "utf8");
const books = booksOf(foundedOn(TODAY, DEMONSTRATION_SEED));

test("everybody whom the guide for presenters names is there, with a card that ends so", () => {
  const rows = [...guide.matchAll(/^\| (\S+) \| …(\d{4}) \|/gmu)].map(([, name, end]) => [
    name,
    end,
  ]);
  const known = books
    .all("customer")
    .flatMap(({ id, name }) =>
      books.list("card", "customer", id).map(({ pan }) => `${name} ${pan.slice(-4)}`),
    );

  expect(rows.length).toBeGreaterThan(30);
  expect(rows.map((row) => row.join(" ")).filter((row) => !known.includes(row))).toEqual([]);
});
