import { beforeAll, expect, test } from "vitest";
import { lowestOf, type SerialRange, type VoucherKind } from "#core/voucher/stock.ts";
import {
  alone,
  getUp,
  inPieces,
  layOnReader,
  printOut,
  sitDown,
  swipeFromTray,
  typeCash,
  typeRuns,
  withWord,
  wordInstead,
} from "#tests/support/by-keys.ts";
import { alerts, journeyPlace, says, verify } from "#tests/support/journey.ts";
import {
  authorise,
  choosePassword,
  enterPin,
  goHome,
  openScreen,
  passwordOf,
  preview,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { leave, printOwn, settleEvening } from "../../scripts/tour/evening.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";
import { findByName, type Visitor } from "../../scripts/tour/visitor.ts";

// Goal: two tellers and a supervisor get through a whole day, from 1004 to 1004, without a mouse.
// Method: the real window, key presses alone. Counts are blind, so what lies in each hand is kept in
// mind here, as the people would know it from what went through their hands: one wrong piece and the
// day does not end. Only the evening before, and the look at the branch it left, are asked for at once.

const place = journeyPlace("whole-day");
const folder = place.folder("books");

let counter: Counter;
/** Who opens internet banking today. */
let visitor: Visitor;
/** What lay in the boxes and in the vault this morning, in fen, and the blank pieces of each hand. */
let cash: Readonly<Record<string, number>> = {};
let pieces: Readonly<Record<string, readonly SerialRange[]>> = {};

const cashOf = (hand: string) => cash[hand] ?? 0;
const piecesOf = (kind: VoucherKind, hand: string) => pieces[`${kind}:${hand}`] ?? [];

beforeAll(async () => {
  counter = await place.start("--demonstration", folder, "--language", "zh-CN");
  await sitDown(counter, "2001");
  const { figures } = await counter.ask("day.view", undefined);
  await settleEvening(counter, figures);
  await sitDown(counter, "2001");
  await openScreen(counter, "1105");
  await withWord(counter, "2002");
  await openScreen(counter, "1004");
  await withWord(counter, "3001");
  await printOwn(counter);
  await counter.ask("demonstration.move-clock", { days: 1 });
  const boxes = figures.filter((fact) => fact.kind === "cash-day");
  cash = Object.fromEntries(boxes.map(({ box, held }) => [box, held]));
  const { hands } = await counter.ask("stock.register", undefined);
  pieces = Object.fromEntries(hands.map(({ id, held: { ranges } }) => [id, ranges]));
  visitor = await findByName(counter, "赵若虚");
  await leave(counter);
});

test("5.6: a supervisor opens the branch before its head", async () => {
  await sitDown(counter, "2001");
  await openScreen(counter, "1004");
  await says(counter.teller, "已结束，网点已关机");
  await withWord(counter, "3001");
  await printOut(counter);

  await openScreen(counter, "1004");
  await says(counter.teller, "，营业中。");
  await getUp(counter);
});

test("C01: a teller opens the box by a count of two, and draws cash from the vault", async () => {
  const { teller } = counter;
  await sitDown(counter, "1001");
  await openScreen(counter, "1101");
  await says(teller, "尾箱已封");
  await choose(teller, "办理", "开箱");
  await typeCash(counter, inPieces(cashOf("1001")));
  await withWord(counter, "1002");
  await says(teller, "账实相符，尾箱即行打开");
  await printOut(counter);

  await openScreen(counter, "1101");
  await choose(teller, "办理", "领现");
  await typeCash(counter, { "note-10000": 100 });
  await withWord(counter, "1002");
  await says(teller, "壹万元整");
  await printOut(counter);
});

test("V02: blank cards are drawn, the vault's lowest", async () => {
  const { taken } = lowestOf(piecesOf("card", "vault"), 10);

  await openScreen(counter, "8001");
  await choose(counter.teller, "凭证种类", "空白银行卡");
  await tabTo(counter.teller, "张数");
  await counter.type("10");
  await withWord(counter, "1002");

  await says(counter.teller, taken[0]?.first ?? "");
  await printOut(counter);
});

test("P32: a customer comes, pays money in, and leaves with internet banking and its card", async () => {
  const { teller, press, type } = counter;
  await goHome(counter);
  await swipeFromTray(counter, `在用的卡 · ${visitor.name}`);
  await teller.locator("h1 .code", { hasText: "9002" }).waitFor();
  await openScreen(counter, "3011");
  await tabTo(teller, "金额");
  await type("260.50");
  await alone(counter);

  await openScreen(counter, "5001");
  await swipeFromTray(counter, `在用的卡 · ${visitor.name}`);
  await layOnReader(counter, visitor.name);
  await enterPin(counter, visitor.pin);
  await choosePassword(counter, "482915");
  for (const tick of ["手中的正是这一张", "塑料包装膜完好", "覆膜完好", "客户已核对并签字"]) {
    await tabTo(teller, tick);
    await press("Space");
  }
  await withWord(counter, "2001");
  await says(teller, piecesOf("password-card", "1001")[0]?.first ?? "");
  await printOut(counter);
});

test("C04: with a slip never printed nobody signs off, from the locked counter neither", async () => {
  const { teller, press, type } = counter;
  await press("Control+l");
  await teller.getByRole("heading", { name: "柜台已锁定" }).waitFor();
  await tabTo(teller, "签退");
  await press("Enter");
  await alerts(teller, "签退前还有 1 项没有了结");
  await tabTo(teller, "密码");
  await type(passwordOf("1001"));
  await press("Enter");

  await teller.locator("h1 .code", { hasText: "1002" }).waitFor();
  await says(teller, "签退前还有 1 项没有了结");
  expect(
    await teller.getByRole("main").getByRole("button", { name: "柜员签退" }).isDisabled(),
  ).toBe(true);
  await getUp(counter);
});

test("C01: the other teller opens, and hands cash over on the receiver's own word", async () => {
  const { teller } = counter;
  await sitDown(counter, "1002");
  await openScreen(counter, "1101");
  await choose(teller, "办理", "开箱");
  await typeCash(counter, inPieces(cashOf("1002")));
  await withWord(counter, "1001");

  await openScreen(counter, "1102");
  await tabTo(teller, "收款柜员");
  await counter.type("1001");
  await typeCash(counter, { "note-10000": 20 });
  await tabTo(teller, "下一步");
  await preview(counter);
  await authorise(counter, "2001");
  await alerts(teller, "须由接收人 1001 本人确认");
  await wordInstead(counter, "1001");
});

test("C03, V05: both tellers count cash and pieces, close their boxes, and leave", async () => {
  await shutBox(cashOf("1002") - 2_000_00, "1001");
  await getUp(counter);

  await sitDown(counter, "1001");
  const drawn = lowestOf(piecesOf("card", "vault"), 10).taken;
  const rest = lowestOf(piecesOf("password-card", "1001"), 1).left;
  await countPieces("空白银行卡", "自己的尾箱", [...piecesOf("card", "1001"), ...drawn], "1002");
  await countPieces("口令卡", "自己的尾箱", rest, "1002");
  await shutBox(cashOf("1001") + 10_000_00 + 260_50 + 2_000_00, "1002");
  await getUp(counter);
});

test("C03: the vault is counted by two, X tells the day, and Z ends it before a second person", async () => {
  const { teller } = counter;
  await sitDown(counter, "2001");
  await openScreen(counter, "1103");
  await choose(teller, "清点", "网点金库");
  await typeCash(counter, inPieces(cashOf("vault") - 10_000_00));
  await withWord(counter, "2002");
  await says(teller, "账实相符。");
  await printOut(counter);
  await countPieces("空白银行卡", "网点库", lowestOf(piecesOf("card", "vault"), 10).left, "2002");
  await countPieces("口令卡", "网点库", piecesOf("password-card", "vault"), "2002");
  await countPieces("U盾", "网点库", piecesOf("usb-key", "vault"), "2002");

  await openScreen(counter, "1105");
  await choose(teller, "报表", "X 日间报表");
  await alone(counter);
  await says(teller, "X1");
  await printOut(counter);

  await openScreen(counter, "1105");
  await says(teller, "轧账前还有 3 项没有了结");
  await tabTo(teller, "3 张回单全部存为 PDF");
  await counter.press("Enter");
  await says(teller, "没有未了结的事项，可以轧账。");
  await withWord(counter, "2002");
  await printOut(counter);
});

test("5.6: the branch is closed, and what was written down all day verifies", async () => {
  await openScreen(counter, "1004");
  await says(counter.teller, "已轧账，未关机");
  await withWord(counter, "3001");
  await printOut(counter);
  await openScreen(counter, "1004");
  await says(counter.teller, "已结束，网点已关机");
  await getUp(counter);
  await counter.close();

  expect(verify(folder)).toMatchObject({
    code: 0,
    told: expect.stringContaining("as it was written"),
  });
});

/** 1103 and 1101: a teller counts the own box, blind, and closes it before another. */
async function shutBox(amount: number, second: string): Promise<void> {
  const { teller } = counter;
  await openScreen(counter, "1103");
  await choose(teller, "清点", "本人尾箱");
  await typeCash(counter, inPieces(amount));
  await alone(counter);
  await says(teller, "账实相符。");
  await openScreen(counter, "1101");
  await choose(teller, "办理", "封箱");
  await withWord(counter, second);
}

/** 8005: one kind of one hand, by two and blind. */
async function countPieces(
  kind: string,
  hand: string,
  runs: readonly SerialRange[],
  second: string,
): Promise<void> {
  await openScreen(counter, "8005");
  await choose(counter.teller, "凭证种类", kind);
  await choose(counter.teller, "保管处", hand);
  await typeRuns(counter, runs);
  await withWord(counter, second);
  await says(counter.teller, /账实相符：\d+ 张/);
}
