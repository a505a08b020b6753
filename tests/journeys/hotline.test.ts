import { beforeAll, expect, test } from "vitest";
import { layOnReader, sitDown } from "#tests/support/by-keys.ts";
import { alerts, journeyPlace, says } from "#tests/support/journey.ts";
import { goHome, openScreen, post, preview } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";
import { findVisitors, type Visitor } from "../../scripts/tour/visitor.ts";

// A call to the hotline by keys alone: who calls, what they may ask for, and the end of it.

const place = journeyPlace("hotline");

let counter: Counter;
let caller: Visitor;
let other: Visitor;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await sitDown(counter, "1001");
  const [first, second] = await findVisitors(counter, 2);
  if (!first || !second) throw new Error("the demonstration has two people");
  [caller, other] = [first, second];
});

/** The page of a customer, however she was found. */
async function find(name: string): Promise<void> {
  await goHome(counter);
  await layOnReader(counter, name);
  await counter.teller.locator("h1 .code", { hasText: "9002" }).waitFor();
}

async function write(field: string, text: string): Promise<void> {
  await tabTo(counter.teller, field);
  await counter.type(text);
}

test("O10: one right answer is not enough; two with the document's number open the call", async () => {
  const { teller, press } = counter;
  await find(caller.name);
  await openScreen(counter, "7201");
  await write("来电人姓名", caller.name);
  await write("来电号码", "02158880000");
  await choose(teller, "证件号码", "一致");
  await tabTo(teller, "下一步");
  await press("Enter");
  await alerts(teller, "核对未通过");

  await choose(teller, "登记地址", "一致");
  await tabTo(teller, "下一步");
  await preview(counter);
  await press("Enter");
  await teller.getByRole("heading", { name: `通话中：${caller.name}` }).waitFor();

  const { call } = await counter.ask("workstation.view", undefined);
  expect(call).toMatchObject({ customer: caller.customer, callerName: caller.name });
});

test("T03: from the call the loss is reported as by telephone, and the slip names the call", async () => {
  const { teller, press } = counter;
  await teller.locator("button:focus", { hasText: "4001" }).waitFor();
  await press("Enter");
  await teller.locator("h1 .code", { hasText: "4001" }).waitFor();
  expect(await teller.getByRole("radio", { name: "电话" }).isChecked()).toBe(true);
  expect(await teller.getByText("来电人姓名").count()).toBe(0);

  await layOnReader(counter, caller.name);
  await write("原因", "在地铁里丢失");
  await tabTo(teller, "下一步");
  await preview(counter);
  await says(teller, "短信通知");
  await says(teller, /hc-\d/);
  await post(counter);

  const { lossCases } = await counter.ask("customer.view", { customer: caller.customer });
  expect(lossCases).toMatchObject([{ status: "oral-active", channel: "phone" }]);
});

test("W12: nothing else is done for the one on the telephone, and others are served", async () => {
  const { teller, press } = counter;
  await find(caller.name);
  await openScreen(counter, "6008");
  expect(await teller.getByRole("radio", { name: "电话" }).isChecked()).toBe(true);
  await choose(teller, "受理方式", "柜面");
  await layOnReader(counter, caller.name);
  await choose(teller, "冻结原因", "客户申请");
  await tabTo(teller, "下一步");
  await press("Enter");
  await alerts(teller, "只能办口头挂失");

  await find(other.name);
  await openScreen(counter, "4001");
  expect(await teller.getByRole("radio", { name: "柜面" }).isChecked()).toBe(true);
});

test("W12: the call is ended, and nobody is on the telephone any more", async () => {
  const { teller } = counter;
  await openScreen(counter, "7201");
  await teller.getByRole("heading", { name: `通话中：${caller.name}` }).waitFor();
  await tabTo(teller, "结束通话");
  await preview(counter);
  await post(counter);

  const { call } = await counter.ask("workstation.view", undefined);
  expect(call).toBeUndefined();
});
