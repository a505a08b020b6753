import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CustomerId } from "#core/customer/customer.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
import { bring, goHome, passwordOf, show, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { nextBlank } from "../../scripts/tour/loss-story.ts";
import { findVisitors, type Visitor } from "../../scripts/tour/visitor.ts";

// Goal: an everyday transaction takes no more keys than a teller's hand has patience for.
// Method: the real window by the keyboard alone, from the first page to the slip. Every press is one,
// whatever the key; only the authoriser's number and password are not counted. Nothing is typed here
// that a customer has to say: the reasons are those of the list.

const place = journeyPlace("keystrokes");
const READY = "请刷卡，或输入交易码";

/** Who has a password card that wrong answers have locked for good, and the card that it hangs on. */
const LOCKED = "c-39" as CustomerId;

let counter: Counter;
let lost: Visitor;
let found: Visitor;
let wary: Visitor;
let counted = 0;
const table: string[] = [];

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
  [lost, found, wary] = (await findVisitors(counter, 3)) as [Visitor, Visitor, Visitor];
});
afterAll(() => {
  process.stdout.write(`\nkeys from the idle screen to the printed slip\n${table.join("\n")}\n`);
});

/** The first page, with nobody at the counter. */
async function idle(): Promise<void> {
  await goHome(counter);
  await says(counter.teller, READY);
  counted = 0;
}

/** Presses one key after the other, and counts them. */
async function keys(...pressed: readonly string[]): Promise<void> {
  counted += pressed.length;
  await counter.press(...pressed);
}

/** A code or a number on paper, digit by digit. */
const digits = (text: string) => keys(...text);

/** The document on the reader with nothing open: its holder's page comes. */
async function comeWithDocument(customer: CustomerId): Promise<void> {
  await counter.ask("demonstration.show-document", { customer });
  await screenOf("9002");
}

async function screenOf(code: string): Promise<void> {
  await counter.teller.locator("h1 .code", { hasText: code }).waitFor();
}

/** Waits until the focus is on the field of this name, which is where the teller looks. */
async function at(name: string): Promise<void> {
  await counter.teller.waitForFunction((wanted) => {
    const here = document.activeElement;
    const field = here?.closest(".ant-form-item");
    return (field?.textContent ?? here?.textContent ?? "").includes(wanted);
  }, name);
}

async function previewed(): Promise<void> {
  await says(counter.teller, "将要发生");
}

/** The second person's word: their number and password are theirs, the keys between count. */
async function authorised(approver: string): Promise<void> {
  await keys("Enter");
  await counter.teller.locator("dialog input:focus").waitFor();
  await counter.type(approver);
  await keys("Tab");
  await counter.type(passwordOf(approver));
  await keys("Enter");
}

/** From the receipt to the paper: by the printer, or where there is none, into a file. */
async function printed(): Promise<void> {
  const { teller } = counter;
  await teller.getByRole("status").filter({ hasText: "已入账" }).waitFor();
  await keys("Enter");
  const out = teller.getByText(/已存为|回单已送打印机/);
  const saving = teller.locator("button:focus", { hasText: "存为 PDF" });
  await out.or(saving).first().waitFor();
  if (await saving.isVisible()) await keys("Enter");
  await out.waitFor();
}

/** Writes the count down, and holds it to its target. */
function holds(code: string, most: number): void {
  table.push(`  ${code}  ${String(counted).padStart(2)} of ${most} at most`);
  expect(counted).toBeLessThanOrEqual(most);
}

describe("from the idle screen to the printed slip", () => {
  test("4001: an oral report by the holder, whose lost card is not there, only her document", async () => {
    await idle();
    await comeWithDocument(lost.customer);

    await digits("4001");
    await keys("Enter");
    await screenOf("4001");
    await show(counter, lost.customer);
    await at("原因");
    await keys("1", "Enter");
    await previewed();
    await keys("Enter");
    await printed();

    holds("4001", 12);
    const { lossCases } = await counter.ask("customer.view", { customer: lost.customer });
    expect(lossCases[0]).toMatchObject({ status: "oral-active" });
  });

  test("4002: a written report by the holder with her document, for a card of another number", async () => {
    await idle();
    await comeWithDocument(found.customer);

    await digits("4002");
    await keys("Enter");
    await screenOf("4002");
    await at("新卡卡号");
    await keys("2", "Enter");
    await show(counter, found.customer);
    await at("原因");
    await keys("2", "Enter");
    await at("客户已核对并签字");
    await keys("Space", "Enter");
    await previewed();
    await authorised("2001");
    await printed();

    holds("4002", 30);
    const { lossCases } = await counter.ask("customer.view", { customer: found.customer });
    expect(lossCases[0]).toMatchObject({ status: "formal-waiting", numbering: "new" });
  });

  test("6008: a customer has her own account frozen, by her card and her document", async () => {
    await idle();
    await bring(counter, wary.card);

    await digits("6008");
    await keys("Enter");
    await screenOf("6008");
    await show(counter, wary.customer);
    await at("冻结原因");
    await keys("1", "Enter");
    await previewed();
    await keys("Enter");
    await printed();

    holds("6008", 15);
    const { accounts } = await counter.ask("customer.view", { customer: wary.customer });
    expect(accounts[0]?.holds).toHaveLength(1);
  });

  test("5002: a password card locked for good is replaced, which the page offers first", async () => {
    const { cards } = await counter.ask("demonstration.tray", undefined);
    const card = cards.find(({ customer, label }) => customer === LOCKED && label === "in-use");
    await idle();
    await bring(counter, card?.id ?? "");

    await at("5002");
    await keys("Enter");
    await screenOf("5002");
    await at("旧卡");
    await keys("1", "Enter");
    await show(counter, LOCKED);
    await at("手中的正是这一张");
    await keys("Space", "Enter");
    await at("塑料包装膜完好");
    await keys("Space", "Enter");
    await at("覆膜完好");
    await keys("Space", "Enter");
    await at("客户已核对并签字");
    await keys("Space", "Enter");
    await previewed();
    await authorised("2001");
    await printed();

    holds("5002", 25);
    const { passwordCards } = await counter.ask("customer.view", { customer: LOCKED });
    expect(passwordCards.map(({ life }) => life).sort()).toEqual(["issued-inactive", "void"]);
  });

  test("4007: the holder has a new card made with the paper of her report, whose number is typed", async () => {
    const { lossCases } = await counter.ask("customer.view", { customer: found.customer });
    const { maturesOn, slip } = lossCases[0] ?? {};
    await counter.ask("demonstration.move-clock", { to: maturesOn ?? "" });
    await idle();
    await comeWithDocument(found.customer);

    await at("4007");
    await keys("Enter");
    await screenOf("4007");
    await at("挂失申请书编号");
    await digits(slip ?? "");
    await keys("Enter");
    await show(counter, found.customer);
    await at("客户已核对并签字");
    await keys("Space", "Enter");
    await previewed();
    await authorised("2001");
    const blank = await nextBlank(counter);
    await counter.swipe(blank.id, { expects: "write-swipe" });
    await counter.swipe(blank.id);
    await printed();

    holds("4007", 30);
    const after = await counter.ask("customer.view", { customer: found.customer });
    expect(after.cards.map(({ life }) => life).sort()).toEqual(["issued-inactive", "replaced"]);
  });
});
