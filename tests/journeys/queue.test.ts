import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#tests/support/accessible.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
import {
  bring,
  goHome,
  openScreen,
  passwordOf,
  post,
  preview,
  showAndSign,
  signOn,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";
import { findVisitors, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("queue");

let counter: Counter;
let visitors: readonly Visitor[];

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
  visitors = await findVisitors(counter, 2);
});

/** A written report that nobody is here to approve: it is left waiting by F8. */
async function parkReport(visitor: Visitor | undefined): Promise<void> {
  const { teller, press } = counter;
  await bring(counter, visitor?.card ?? "");
  await openScreen(counter, "4002");
  await choose(teller, "新卡卡号", "异号");
  await tabTo(teller, "原因");
  await counter.type("地铁里丢失");
  if (visitor) await showAndSign(counter, visitor.customer);
  await preview(counter);
  await press("Enter");
  await teller.locator("dialog input:focus").waitFor();
  await says(teller, "应核对的资料");
  await press("F8");
  await teller.getByRole("status").filter({ hasText: "已挂起，待授权" }).waitFor();
}

/** The written reports that were posted, by their slips. */
const reports = () => counter.ask("journal.list", { code: "4002", type: "slip.issued", page: 0 });

/** Another person sits down at the same counter. */
async function changeTo(teller: string): Promise<void> {
  await goHome(counter);
  await counter.ask("session.sign-off", undefined);
  await signOn(counter, teller);
}

/** The supervisor opens the first waiting request by keys alone. */
async function openFirst(): Promise<void> {
  const { teller, press } = counter;
  await openScreen(counter, "9004");
  await teller.locator("tr[data-row]").first().waitFor();
  expect(await faultsOf(teller)).toEqual([]);
  await press("ArrowDown", "Enter");
  await teller.getByRole("dialog").getByText("应核对的资料").first().waitFor();
  expect(await faultsOf(teller)).toEqual([]);
}

test("9004: parked by the teller, approved by the supervisor, and posted by the teller who parked it", async () => {
  const { teller, press, type } = counter;
  await parkReport(visitors[0]);
  await openScreen(counter, "9002");
  await says(teller, "待授权业务（尚未办成）");
  expect(await faultsOf(teller)).toEqual([]);

  await changeTo("2001");
  await openFirst();
  await type(passwordOf("2001"));
  await press("Enter");
  await teller.getByRole("cell", { name: /已授权，待办结/ }).waitFor();

  await changeTo("1001");
  await openScreen(counter, "9004");
  await teller.locator("tr[data-row]").first().waitFor();
  await press("ArrowDown", "Enter", "Enter");
  await teller.getByText("已取得授权").waitFor();
  await post(counter);

  const { rows } = await reports();
  expect(rows[0]).toMatchObject({ teller: "1001", approvers: ["2001"] });
  expect(rows[0]?.entries).toContain("request.taken-up");
  expect(await counter.ask("queue.list", { whose: "all", show: "open", text: "" })).toEqual([]);
});

test("D09: refused with a reason by a supervisor who stands beside; nothing of it is posted", async () => {
  const { teller, press, type } = counter;
  const { total } = await reports();
  await goHome(counter);
  await parkReport(visitors[1]);
  await openScreen(counter, "9004");
  await teller.locator("tr[data-row]").first().waitFor();
  await press("ArrowDown");
  await tabTo(teller, "打开核对");
  await press("Enter");
  await teller.getByRole("dialog").getByText("应核对的资料").first().waitFor();
  await tabTo(teller, "拒绝授权…");
  await press("Enter");
  await type("签字与预留不符");
  await tabTo(teller, "授权人工号");
  await type("2001");
  await press("Tab");
  await type(passwordOf("2001"));
  await press("Enter");
  await teller.locator("dialog").waitFor({ state: "detached" });

  await teller.getByLabel("状态").selectOption("today");
  await says(teller, "已拒绝（2001）：签字与预留不符");
  expect((await reports()).total).toBe(total);
  await goHome(counter);
  await bring(counter, visitors[1]?.card ?? "");
  expect(await teller.getByText("待授权业务（尚未办成）").count()).toBe(0);
});
