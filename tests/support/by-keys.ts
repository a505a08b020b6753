import { type CashCount, Denomination, faceOf } from "#core/money/denomination.ts";
import { says } from "#tests/support/journey.ts";
import {
  authorise,
  passwordOf,
  post,
  posted,
  preview,
  signOnStands,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";

// What people behind the counter do, each act by key presses alone: nothing is asked over the bridge.

/** A run of blank pieces as it is typed. */
interface Run {
  readonly first: string;
  readonly last: string;
}

/** 1001: somebody signs on, whatever their desk shows. */
export async function sitDown(counter: Counter, who: string): Promise<void> {
  const { teller, press, type } = counter;
  await signOnStands(counter);
  await type(who);
  await press("Tab");
  await type(passwordOf(who));
  await press("Enter");
  await teller.getByRole("navigation", { name: "交易菜单" }).waitFor();
}

/**
 * 1002: whoever sits there leaves. It is at once, or once the slips that no printer gave out are saved,
 * all together (C04).
 */
export async function getUp(counter: Counter): Promise<void> {
  const { teller, press } = counter;
  const gone = teller.getByRole("heading", { name: "柜员签到" });
  const saving = teller.locator("button:focus", { hasText: "全部存为 PDF" });
  await counter.open("1002");
  await saving.or(gone).first().waitFor();
  if (await saving.isVisible()) {
    await press("Enter");
    await teller.locator("button:focus", { hasText: "柜员签退" }).waitFor();
    await press("Enter");
  }
  await gone.waitFor();
}

/** From the receipt to the paper: by the printer, or where there is none, into a file. */
export async function printOut({ teller, press }: Counter): Promise<void> {
  await press("Enter");
  const out = teller.getByText(/已存为|回单已送打印机/);
  const saving = teller.locator("button:focus", { hasText: "存为 PDF" });
  await out.or(saving).first().waitFor();
  if (await saving.isVisible()) await press("Enter");
  await out.waitFor();
}

/** From the form to the receipt, by whoever sits there alone. */
export async function alone(counter: Counter): Promise<void> {
  await tabTo(counter.teller, "下一步");
  await preview(counter);
  await post(counter);
}

/** From the form to the receipt, on a second person's own word. */
export async function withWord(counter: Counter, approver: string): Promise<void> {
  await tabTo(counter.teller, "下一步");
  await preview(counter);
  await authorise(counter, approver);
  await posted(counter);
}

/** After a refused word: another person gives theirs in the same dialog. */
export async function wordInstead(counter: Counter, approver: string): Promise<void> {
  const { teller, press, type } = counter;
  await teller.locator("dialog input[type=password]:focus").waitFor();
  await press("Shift+Tab", "Control+a");
  await type(approver);
  await press("Tab");
  await type(passwordOf(approver));
  await press("Enter");
  await posted(counter);
}

/** An amount of fen in as few pieces as may be, as somebody might count it out of a box. */
export function inPieces(amount: number): CashCount {
  const pieces: Partial<Record<Denomination, number>> = {};
  let rest = amount;
  for (const denomination of Denomination.options) {
    pieces[denomination] = Math.floor(rest / faceOf(denomination));
    rest %= faceOf(denomination);
  }
  return pieces;
}

/** 券别明细: down the list with Enter, as it is counted. */
export async function typeCash({ teller, press, type }: Counter, cash: CashCount): Promise<void> {
  await tabTo(teller, "100 元，张");
  for (const [row, denomination] of Denomination.options.entries()) {
    if (row > 0) await press("Enter");
    const pieces = cash[denomination] ?? 0;
    if (pieces > 0) await type(String(pieces));
  }
}

/** 号段: each run by its first and its last number. */
export async function typeRuns({ teller, type }: Counter, runs: readonly Run[]): Promise<void> {
  for (const [at, { first, last }] of runs.entries()) {
    await tabTo(teller, `第 ${at + 1} 段起始号`);
    await type(first);
    await tabTo(teller, `第 ${at + 1} 段终止号`);
    await type(last);
  }
}

/** F9: a card of the presenter's tray goes through the reader. */
export async function swipeFromTray(counter: Counter, card: string): Promise<void> {
  await counter.press("F9");
  await says(counter.teller, "读卡器在等待刷卡");
  await downTo(counter, card);
  await counter.press("Enter", "F9");
  await counter.teller.locator(".tray-card").first().waitFor({ state: "hidden" });
}

/** F9: the table with its first card in focus; a swipe that only now reaches a form may take it there. */
async function openTable({ teller, press }: Counter): Promise<void> {
  const card = teller.locator(".tray-card");
  const inFocus = teller.locator(".tray-card:focus");
  for (let time = 0; time < 5; time += 1) {
    await press("F9");
    await card.first().waitFor();
    const isThere = inFocus.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (await isThere) return;
    await press("F9");
    await card.first().waitFor({ state: "hidden" });
  }
}

/** F9: somebody's document is laid on the reader. */
export async function layOnReader(counter: Counter, name: string): Promise<void> {
  await openTable(counter);
  await tabTo(counter.teller, "出示证件");
  await downTo(counter, `${name} `);
  await counter.press("Enter");
  await counter.ask("demonstration.tray", undefined); // Answered after it: the form has it then.
  await counter.press("F9");
}

/** A list that opens: down it by the arrow, to the option that bears `option`. */
export async function pick(
  { teller, press }: Counter,
  list: string,
  option: string,
): Promise<void> {
  await tabTo(teller, list);
  await press("ArrowDown");
  await teller.locator("input[aria-expanded=true]:focus").waitFor();
  const opened = await teller.locator("input:focus").getAttribute("aria-controls");
  // Another list may still be on its way out.
  const shown = teller.locator(".ant-select-dropdown", { has: teller.locator(`[id="${opened}"]`) });
  const here = shown.locator(".ant-select-item-option-active");
  await here.waitFor();
  const seen: string[] = [];
  while (seen.length < OPTIONS_MAX) {
    const said = (await here.textContent()) ?? "";
    if (said.includes(option)) return press("Enter");
    seen.push(said);
    await press("ArrowDown");
  }
  throw new Error(`no option "${option}" in "${list}"; options: ${seen.join(" | ")}`);
}

/** Down the list of the presenter's desk that has the focus, by the arrow, to the row that bears `name`. */
async function downTo({ teller, press }: Counter, name: string): Promise<void> {
  const list = teller.locator("ul.tray", { has: teller.locator("button:focus") });
  await list.waitFor();
  const rows = await list.locator("li").allTextContents();
  const down = rows.findIndex((row) => row.includes(name));
  if (down < 0) throw new Error(`no row bears "${name}"; rows: ${rows.join(" | ")}`);
  await press(...Array<string>(down).fill("ArrowDown"));
  await list.locator("li").nth(down).locator("button:focus").waitFor();
}

/** A list that is longer than this is not gone through by the arrow. */
const OPTIONS_MAX = 30;
