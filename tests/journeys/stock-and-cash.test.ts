import { beforeAll, beforeEach, expect, test } from "vitest";
import { highestOf, type SerialRange, type VoucherKind } from "#core/voucher/stock.ts";
import {
  alone,
  getUp,
  inPieces,
  printOut,
  sitDown,
  typeCash,
  typeRuns,
  withWord,
  wordInstead,
} from "#tests/support/by-keys.ts";
import { alerts, journeyPlace, says } from "#tests/support/journey.ts";
import {
  authorise,
  goHome,
  openScreen,
  passwordOf,
  posted,
  preview,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { leave } from "../../scripts/tour/evening.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";

// What is kept behind the counter, cash and blank pieces, goes from hand to hand by keys alone. What the
// books then say is read over the bridge.

const place = journeyPlace("stock-and-cash");

/** A run that the central store sends: none of the demonstration's lies there. */
const DELIVERED = { first: "020000900001", last: "020000900100" };

let counter: Counter;
/** What lies in the first teller's box when she begins, in fen. */
let inBox = 0;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await sitDown(counter, "2001");
  const { figures } = await counter.ask("day.view", undefined);
  const box = figures.find((fact) => fact.kind === "cash-day" && fact.box === "1001");
  if (box?.kind === "cash-day") inBox = box.held;
  await leave(counter);
  await sitDown(counter, "1001");
});

beforeEach(() => goHome(counter));

/** The runs of a kind in one hand, as the books have them. */
async function held(kind: VoucherKind, hand: string): Promise<readonly SerialRange[]> {
  const { hands } = await counter.ask("stock.register", undefined);
  return hands.find(({ id }) => id === `${kind}:${hand}`)?.held.ranges ?? [];
}

/** 1101 for the own box. */
async function workBox(action: string): Promise<void> {
  await openScreen(counter, "1101");
  await choose(counter.teller, "办理", action);
}

/** The sum that is counted, blind. */
async function count(amount: number): Promise<void> {
  await openScreen(counter, "1103");
  await choose(counter.teller, "清点", "本人尾箱");
  await typeCash(counter, inPieces(amount));
  await alone(counter);
}

test("C01: cash is drawn from the vault before another, and what is too much is handed in", async () => {
  await workBox("领现");
  await typeCash(counter, { "note-10000": 50, "coin-100": 20 });
  await withWord(counter, "1002");
  await says(counter.teller, "伍仟零贰拾元整");
  await printOut(counter);

  await workBox("交现");
  await typeCash(counter, { "note-10000": 20 });
  await withWord(counter, "1002");
  await says(counter.teller, "贰仟元整");
  await printOut(counter);

  await count(inBox + 3_020_00);
  await says(counter.teller, "账实相符。");
});

test("C02: more than the books expect is counted; the box stays shut until that is booked", async () => {
  const { teller, type } = counter;
  await count(inBox + 3_020_00 + 5_00);
  await teller
    .locator(".receipt")
    .filter({ hasText: /长款\s*5\.00/ })
    .waitFor();
  await workBox("封箱");
  await tabTo(teller, "下一步");
  await counter.press("Enter");
  await alerts(teller, "账实不符");
  await goHome(counter);

  await openScreen(counter, "1104");
  await choose(teller, "清点", "本人尾箱");
  await choose(teller, "差异", "长款");
  await tabTo(teller, "金额");
  await type("5");
  await tabTo(teller, "差异说明");
  await type("点钞机里夹着一张");
  await withWord(counter, "2001");
  await printOut(counter);

  expect(await counter.ask("workstation.view", undefined)).toMatchObject({
    box: { status: "balanced" },
  });
  await workBox("开箱");
  await says(teller, "今天的清点相符");
  await withWord(counter, "1002");
  await printOut(counter);
});

test("V07: pieces go to a colleague on her own word, and on nobody else's", async () => {
  const { taken, left } = highestOf(await held("usb-key", "1001"), 3);

  await openScreen(counter, "8002");
  await choose(counter.teller, "凭证种类", "U盾");
  await choose(counter.teller, "接收人", "1002");
  await tabTo(counter.teller, "张数");
  await counter.type("3");
  await tabTo(counter.teller, "下一步");
  await preview(counter);
  await authorise(counter, "2001");
  await alerts(counter.teller, "须由接收人 1002 本人确认");
  await wordInstead(counter, "1002");
  await says(counter.teller, taken[0]?.first ?? "");
  await printOut(counter);

  expect(await held("usb-key", "1001")).toEqual(left);
});

test("V04: a piece that is damaged is void, by its number, with a supervisor's word", async () => {
  const { taken, left } = highestOf(await held("card", "1001"), 1);

  await openScreen(counter, "8003");
  await choose(counter.teller, "凭证种类", "空白银行卡");
  await choose(counter.teller, "保管处", "自己的尾箱");
  await typeRuns(counter, taken);
  await choose(counter.teller, "作废原因", "破损");
  await withWord(counter, "2001");
  await printOut(counter);

  expect(await held("card", "1001")).toEqual(left);
  expect(await held("card", "voided")).toEqual(expect.arrayContaining([...taken]));
});

test("V09: a piece that is gone is registered as lost before two supervisors", async () => {
  const { teller, type, press } = counter;
  const { taken, left } = highestOf(await held("password-card", "1001"), 1);

  await openScreen(counter, "8004");
  await choose(teller, "凭证种类", "口令卡");
  await choose(teller, "保管处", "自己的尾箱");
  await typeRuns(counter, taken);
  await tabTo(teller, "情况说明");
  await type("封箱时少一张");
  await tabTo(teller, "下一步");
  await preview(counter);
  await authorise(counter, "2001");
  await says(teller, "第一名主管（2001）已授权");
  await teller.locator("dialog input:focus").waitFor();
  await type("2002");
  await press("Tab");
  await type(passwordOf("2002"));
  await press("Enter");
  await posted(counter);
  await printOut(counter);

  expect(await held("password-card", "1001")).toEqual(left);
  expect(await held("password-card", "lost")).toEqual(expect.arrayContaining([...taken]));
});

test("V03: what the central store sends is taken into the vault by two", async () => {
  await openScreen(counter, "8009");
  await choose(counter.teller, "办理", "入库");
  await choose(counter.teller, "凭证种类", "空白银行卡");
  await typeRuns(counter, [DELIVERED]);
  await tabTo(counter.teller, "调拨单号");
  await counter.type("KP-2026-118");
  await withWord(counter, "1002");
  await printOut(counter);

  expect(await held("card", "vault")).toContainEqual(DELIVERED);
});

test("V04, D02: void pieces are destroyed by a supervisor before another; a teller may not", async () => {
  await counter.open("8010");
  await alerts(counter.teller, "8010");
  await getUp(counter);
  await sitDown(counter, "2001");
  const waiting = await held("card", "voided");

  await openScreen(counter, "8010");
  await choose(counter.teller, "凭证种类", "空白银行卡");
  await says(counter.teller, "待销毁");
  await typeRuns(counter, waiting);
  await withWord(counter, "2002");
  await says(counter.teller, "双人当面销毁");
  await printOut(counter);

  expect(await held("card", "voided")).toEqual([]);
  expect(await held("card", "destroyed")).toEqual(expect.arrayContaining([...waiting]));
});
