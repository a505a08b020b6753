import { beforeAll, expect, test } from "vitest";
import { alerts, journeyPlace, says, verify } from "#tests/support/journey.ts";
import { authorise, openScreen, posted, preview, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { leave, printOwn, settleEvening } from "../../scripts/tour/evening.ts";

const place = journeyPlace("branch-day");

let counter: Counter;
let folder: string;

beforeAll(async () => {
  folder = place.folder("books");
  counter = await place.start("--demonstration", folder, "--language", "zh-CN");
});

const day = async () => (await counter.ask("workstation.view", undefined)).day;

test("C03: a day that will not close says what is open, and leads to where it is settled", async () => {
  await signOn(counter, "2001");
  await openScreen(counter, "1105");
  await says(counter.teller, /轧账前还有 \d+ 项没有了结/);
  await counter.press("Enter");

  await alerts(counter.teller, /还有 \d+ 项没有了结/);
  const list = counter.teller.locator(".to-settle");
  expect(await list.locator('[data-open="cash-uncounted"]').allInnerTexts()).toEqual([
    "1001 的现金没有碰库：1103",
    "1002 的现金没有碰库：1103",
    "金库 的现金没有碰库：1103",
  ]);
  await list.locator('[data-open="cash-uncounted"] button').last().focus();
  await counter.press("Enter");
  await counter.teller.locator("h1 .code", { hasText: "1103" }).waitFor();
  expect(await day()).toMatchObject({ status: "open" });
});

test("C03: once everybody has counted and gone, the supervisor ends the day before another", async () => {
  const { figures } = await counter.ask("day.view", undefined);
  await settleEvening(counter, figures);

  await signOn(counter, "2001");
  await openScreen(counter, "1105");
  await says(counter.teller, "没有未了结的事项，可以轧账。");
  await preview(counter);
  await authorise(counter, "2002");
  await posted(counter);

  expect(await day()).toMatchObject({ status: "balanced" });
  await printOwn(counter);
});

test("5.6: the branch is closed before the branch head, and nothing is posted in it any more", async () => {
  await openScreen(counter, "1004");
  await says(counter.teller, /已轧账，未关机/);
  await preview(counter);
  await authorise(counter, "3001");
  await posted(counter);

  expect(await day()).toMatchObject({ status: "closed" });
  await printOwn(counter);
  await counter.ask("demonstration.move-clock", { days: 1 });
  await leave(counter);
  await signOn(counter, "1001");
  await openScreen(counter, "1101");
  expect((await counter.ask("workstation.view", undefined)).day).toMatchObject({
    status: "closed",
  });
});

test("5.6: the next morning it is opened, and the books of both days verify", async () => {
  await leave(counter);
  await signOn(counter, "2001");
  await openScreen(counter, "1004");
  await preview(counter);
  await authorise(counter, "3001");
  await posted(counter);

  const { today } = await counter.ask("workstation.view", undefined);
  expect(await day()).toEqual({ status: "open", date: today });
  await counter.close();
  expect(verify(folder)).toMatchObject({ code: 0 });
});
