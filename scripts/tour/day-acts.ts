import { authorise, openScreen, post, posted, preview } from "./acts.ts";
import type { Counter } from "./counter.ts";
import { choose, tabTo } from "./keys.ts";

// What the branch does about its day: cash, blank pieces, signing off, opening and closing.

/** Pieces by the name that the form gives a denomination. */
export type Counted = Readonly<Record<string, number>>;

/** Notes and coins, from the highest down, with what one piece is worth in fen. */
const faces = [
  ["100 元", 100_00],
  ["50 元", 50_00],
  ["20 元", 20_00],
  ["10 元", 10_00],
  ["5 元", 5_00],
  ["1 元硬币", 1_00],
  ["5 角硬币", 50],
  ["1 角硬币", 10],
  ["1 分硬币", 1],
] as const;

/** An amount in fen as somebody might find it in a box. */
export function piecesFor(amount: number): Counted {
  const pieces: Record<string, number> = {};
  let rest = amount;
  for (const [name, face] of faces) {
    const many = Math.floor(rest / face);
    if (many > 0) pieces[name] = many;
    rest -= many * face;
  }
  return pieces;
}

/** What lies in a box, `vault` too, by the books, in fen: nothing in a demonstration is ever lost. */
export async function heldIn(counter: Counter, box: string): Promise<number> {
  const { figures } = await counter.ask("day.view", undefined);
  const day = figures.find((fact) => fact.kind === "cash-day" && fact.box === box);
  return day?.kind === "cash-day" ? day.held : 0;
}

/** Fills in the list of denominations. */
async function typePieces({ teller, type }: Counter, pieces: Counted): Promise<void> {
  for (const [name, many] of Object.entries(pieces)) {
    await tabTo(teller, `${name}，张`);
    await type(String(many));
  }
}

/** 1101: the own box, before a second person. */
export async function workBox(
  counter: Counter,
  action: "开箱" | "领现" | "封箱",
  approver: string,
  pieces: Counted = {},
): Promise<void> {
  await openScreen(counter, "1101");
  await choose(counter.teller, "办理", action);
  await typePieces(counter, pieces);
  await onWordOf(counter, approver);
}

/** 1102: cash for another teller, who counts it and says so. */
export async function handCash(counter: Counter, to: string, pieces: Counted): Promise<void> {
  await openScreen(counter, "1102");
  await tabTo(counter.teller, "收款柜员");
  await counter.type(to);
  await typePieces(counter, pieces);
  await onWordOf(counter, to);
}

/** 1103: the own box counted, or before a second person the vault. */
export async function countCash(
  counter: Counter,
  place: "本人尾箱" | "网点金库",
  pieces: Counted,
  approver?: string,
): Promise<void> {
  await openScreen(counter, "1103");
  await fillInCount(counter, place, pieces, approver);
}

/** The count of 1103, on the screen that stands open. */
export async function fillInCount(
  counter: Counter,
  place: "本人尾箱" | "网点金库",
  pieces: Counted,
  approver?: string,
): Promise<void> {
  await choose(counter.teller, "清点", place);
  await typePieces(counter, pieces);
  if (approver) await onWordOf(counter, approver);
  else await agreed(counter);
}

/** 8005: each kind of blank piece of a hand, as it lies there by its numbers. */
export async function countHand(counter: Counter, holder: string, approver: string): Promise<void> {
  const { hands } = await counter.ask("stock.register", undefined);
  for (const { kind, held } of hands.filter((hand) => hand.holder === holder)) {
    await openScreen(counter, "8005");
    await choose(counter.teller, "凭证种类", kinds[kind]);
    await choose(counter.teller, "保管处", holder === "vault" ? "网点库" : "自己的尾箱");
    await typeRuns(counter, held.ranges);
    await onWordOf(counter, approver);
  }
}

const kinds = { card: "空白银行卡", "password-card": "口令卡", "usb-key": "U盾" } as const;

/** Runs of numbers by their first and last. */
export async function typeRuns(
  { teller, type }: Counter,
  runs: readonly { readonly first: string; readonly last: string }[],
): Promise<void> {
  for (const [at, { first, last }] of runs.entries()) {
    await tabTo(teller, `第 ${at + 1} 段起始号`);
    await type(first);
    await tabTo(teller, `第 ${at + 1} 段终止号`);
    await type(last);
  }
}

/** 8001: so many blank pieces from the vault into the own box. */
export async function drawPieces(
  counter: Counter,
  kind: keyof typeof kinds,
  count: number,
  approver: string,
): Promise<void> {
  await openScreen(counter, "8001");
  await choose(counter.teller, "凭证种类", kinds[kind]);
  await tabTo(counter.teller, "张数");
  await counter.type(String(count));
  await onWordOf(counter, approver);
}

/** 1105: X tells how the day stands. */
export async function reportDay(counter: Counter): Promise<void> {
  await openScreen(counter, "1105");
  await choose(counter.teller, "报表", "X 日间报表");
  await agreed(counter);
}

/** 1105: Z ends the day, before a second person. */
export async function sealDay(counter: Counter, approver: string): Promise<void> {
  await openScreen(counter, "1105");
  await onWordOf(counter, approver);
}

/** 1004: what the day needs next, its beginning or its end. */
export async function turnDay(counter: Counter, approver: string): Promise<void> {
  await openScreen(counter, "1004");
  await onWordOf(counter, approver);
}

/** 1002: what was never printed is saved, and whoever sits there leaves. */
export async function signOff(counter: Counter): Promise<void> {
  const { teller } = counter;
  const { mine } = await counter.ask("day.view", undefined);
  await openScreen(counter, "1002");
  if (mine.length > 0) {
    await tabTo(teller, "全部存为 PDF");
    await counter.press("Enter");
  }
  await teller.getByText("可以签退").waitFor();
  await tabTo(teller, "柜员签退");
  await counter.press("Enter");
  await teller.getByRole("heading", { name: "柜员签到" }).waitFor();
}

/** From the form to the receipt on a second person's word. */
export async function onWordOf(counter: Counter, approver: string): Promise<void> {
  await tabTo(counter.teller, "下一步");
  await preview(counter);
  await authorise(counter, approver);
  await posted(counter);
}

async function agreed(counter: Counter): Promise<void> {
  await tabTo(counter.teller, "下一步");
  await preview(counter);
  await post(counter);
}
