import { beforeAll, expect, test } from "vitest";
import { journeyPlace, says } from "#tests/support/journey.ts";
import {
  authorise,
  bring,
  goHome,
  openScreen,
  post,
  posted,
  preview,
  signOn,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { findVisitors } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("reversal");

let counter: Counter;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
});

test("C06: a deposit with a nought too many is undone by keys alone, and its slip is void", async () => {
  const { teller, press, type } = counter;
  const [visitor] = await findVisitors(counter, 1);
  await bring(counter, visitor?.card ?? "");
  await openScreen(counter, "3011");
  await teller.getByLabel("金额").focus();
  await type("5000");
  await preview(counter);
  await post(counter);
  await goHome(counter);

  await openScreen(counter, "1106");
  await teller.locator(".order-list tr[data-row]").first().waitFor();
  await press("ArrowDown", "Enter");
  await says(teller, /^原业务 \d+ · 3011 现金存款/);
  await press("Space", "Tab");
  await type("多输一个零");
  await preview(counter);
  await authorise(counter, "2001");
  await posted(counter);

  const { rows: deposits } = await counter.ask("journal.list", { code: "3011", page: 0 });
  const { rows: undone } = await counter.ask("journal.list", {
    ...{ code: "1106", type: "slip.issued", page: 0 },
  });
  expect(deposits[0]?.reversed).toEqual({ by: undone[0]?.sequence, part: "whole" });
  const slip = await counter.ask("slip.view", { slip: deposits[0]?.slip ?? "" });
  expect(slip.status).toBe("void");
});
