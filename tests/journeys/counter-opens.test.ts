import { beforeAll, describe, expect, test } from "vitest";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { alerts, journeyPlace, says, verify } from "#tests/support/journey.ts";
import { openScreen, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";
import {
  activate,
  askForReplacement,
  eraseOldCard,
  keepOldCard,
  nextBlank,
  payIn,
  putIntoWriting,
  reportOrally,
  showOldCard,
  tryToDraw,
  waitForTerm,
  writeAndVerify,
} from "../../scripts/tour/loss-story.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("counter");
const folder = place.folder("demonstration");

let counter: Counter;
let visitor: Visitor;

const books = (): Promise<CustomerView> =>
  counter.ask("customer.view", { customer: visitor.customer });

const lastSequence = async (): Promise<number> =>
  (await counter.ask("journal.list", { page: 0 })).rows[0]?.sequence ?? 0;

beforeAll(async () => {
  counter = await place.start("--demonstration", folder, "--language", "zh-CN");
});

// One case from the first word to the old card, by keyboard, each part going on from the last.
describe("a lost card, from the report to the card that replaces it", () => {
  let before: CustomerView;

  test("1001: nothing but the sign-on is there until a teller has signed on", async () => {
    await says(counter.teller, "柜员签到");
    expect(await counter.teller.getByRole("navigation").count()).toBe(0);

    await signOn(counter, "1001");

    await says(counter.teller, "柜员甲（演示）");
    await counter.teller.getByRole("navigation", { name: "交易菜单" }).waitFor();
    visitor = await findVisitor(counter);
    before = await books();
  });

  test("9002: a card swiped at the presenter's desk brings its holder to the counter", async () => {
    const { teller } = counter;

    await counter.press("F9");
    await teller.getByRole("button", { name: visitor.cardNumber }).first().waitFor();
    const { cards } = await counter.ask("demonstration.tray", undefined);
    const down = cards.findIndex(({ id }) => id === visitor.card);
    await counter.press(...Array<string>(down).fill("ArrowDown"), "Enter", "F9");

    await teller.getByRole("banner").getByText(visitor.name).waitFor();
    await says(teller, visitor.cardNumber);
  });

  test("T01: 4001 stops the card at once, and says until when", async () => {
    await reportOrally({ counter, visitor });

    await says(counter.teller, "口头挂失有效至");
    await says(counter.teller, "款项仍可汇入，不能支取");
    const { cards, accounts, lossCases } = await books();
    expect(cards[0]?.loss).toBe("oral");
    expect(accounts[0]?.holds).toMatchObject([{ kind: "debit-block", source: "loss" }]);
    expect(accounts[0]?.available).toBe(0);
    expect(lossCases).toMatchObject([{ status: "oral-active", channel: "counter" }]);
  });

  test("T04: 4003 puts the report into writing with a supervisor's word", async () => {
    await putIntoWriting({ counter, visitor });

    await says(counter.teller, /回单 \d{14,20}/);
    const { lossCases, cards } = await books();
    expect(cards[0]?.loss).toBe("formal");
    expect(lossCases).toMatchObject([
      { status: "formal-waiting", numbering: "new", slip: expect.stringMatching(/^\d{14,20}$/) },
    ]);
    const { rows } = await counter.ask("journal.list", { page: 0 });
    expect(rows[0]).toMatchObject({ code: "4003", teller: "1001", approvers: ["2001"] });
  });

  test("L10: 3011 takes money in although the card is lost", async () => {
    await payIn({ counter, visitor });

    const { accounts } = await books();
    expect(accounts[0]?.balance).toBe((before.accounts[0]?.balance ?? 0) + 3_000_00);
    expect(accounts[0]?.available).toBe(0);
  });

  test("L15: 3012 gives no money out for card and PIN together, and says why", async () => {
    const sequence = await lastSequence();

    await tryToDraw({ counter, visitor });

    await alerts(counter.teller, "这张卡已书面挂失，不能使用。");
    expect((await books()).accounts[0]?.balance).toBe(
      (before.accounts[0]?.balance ?? 0) + 3_000_00,
    );
    const { rows } = await counter.ask("journal.list", { page: 0 });
    const since = rows.filter((row) => row.sequence > sequence);
    expect(since).toMatchObject([{ code: "3012", entries: ["request.refused"] }]);
  });

  test("T05: when the days have passed the case is due", async () => {
    await waitForTerm({ counter, visitor });

    const { lossCases } = await books();
    expect(lossCases).toMatchObject([
      { status: "matured", possible: expect.arrayContaining(["4007"]) },
    ]);
  });

  test("V05: a blank that fails is named as spoiled, the next is offered, Enter takes it", async () => {
    const { teller } = counter;
    await counter.press("F9");
    await choose(teller, "下一次写卡或消磁", "读卡器报错");
    await counter.press("F9");

    await askForReplacement({ counter, visitor });
    const spoiled = await nextBlank(counter);
    await counter.swipe(spoiled.id, { expects: "write-swipe" });

    await teller.getByRole("heading", { name: "写卡失败" }).waitFor();
    await alerts(teller, spoiled.serial);
    const next = await nextBlank(counter);
    expect(next.serial).not.toBe(spoiled.serial);
    await says(teller, `下一张空白卡：${next.serial}。按 Enter 重写。`);
    expect((await books()).lossCases).toMatchObject([{ status: "matured" }]);
    await counter.press("Enter");
    await says(teller, "请刷空白卡写磁");
  });

  test("L11: 4007 replaces the card once it is written and read back", async () => {
    await writeAndVerify({ counter, visitor });

    await counter.teller.getByRole("table", { name: "关联业务" }).waitFor();
    const { cards, lossCases, accounts, relations } = await books();
    const [old, fresh] = cards;
    expect([old, fresh]).toMatchObject([
      { id: visitor.card, life: "replaced" },
      { life: "issued-inactive", loss: "none" },
    ]);
    expect(fresh?.number).not.toBe(visitor.cardNumber);
    expect(lossCases).toMatchObject([{ status: "closed-replaced" }]);
    expect(accounts[0]?.holds).toEqual([]);
    expect(relations.map(({ kind }) => kind)).toEqual(before.relations.map(({ kind }) => kind));
  });

  test("5.1: 3002 brings the new card to life under the PIN keyed in before the customer", async () => {
    await activate({ counter, visitor });

    const { cards } = await books();
    expect(cards.map(({ life }) => life)).toEqual(["replaced", "active"]);
  });

  test("L14: the old card that turns up again is to be kept, and 3009 registers it", async () => {
    await showOldCard({ counter, visitor });
    await alerts(counter.teller, "已被新卡取代的旧卡");
    await says(counter.teller, "不得退还客户");

    await keepOldCard({ counter, visitor });

    const { cards } = await books();
    expect(cards.map(({ life }) => life)).toEqual(["retained", "active"]);
  });

  test("T34: 3014 erases the old card, and the journal says so with both tellers", async () => {
    await eraseOldCard({ counter, visitor });

    const { rows } = await counter.ask("journal.list", { page: 0 });
    expect(rows[0]).toMatchObject({ code: "3014", teller: "1001", approvers: ["1002"] });
    expect(rows[0]?.entries).toContain("card.erased");
    const { cards } = await counter.ask("demonstration.tray", undefined);
    expect(cards.find(({ id }) => id === visitor.card)?.label).toBe("erased");
  });

  test("a row of keys on the receipt leads to the next customer, and forgets this one", async () => {
    await tabTo(counter.teller, "下一位客户");
    await counter.press("Enter");

    await says(counter.teller, "请刷卡，或输入交易码");
    expect(await counter.teller.getByRole("banner").getByText(visitor.name).count()).toBe(0);
  });
});

test("R27: after sign-off and end the verifier accepts all of it, and the next start has it", async () => {
  const held = await books();
  const sequence = await lastSequence();
  await counter.open("1002");
  // C04: slips that never came out of a printer keep their teller; Enter saves them, Enter goes.
  await says(counter.teller, /签退前还有 \d+ 项没有了结/);
  await counter.press("Enter");
  await says(counter.teller, "没有未了结的事项，可以签退。");
  await counter.press("Enter");
  await says(counter.teller, "柜员签到");
  await counter.close();

  expect(verify(folder)).toMatchObject({ code: 0 });

  counter = await place.start("--demonstration", folder, "--language", "zh-CN");
  await signOn(counter, "1001");
  expect(await books()).toEqual(held);
  expect(await lastSequence()).toBeGreaterThanOrEqual(sequence);
  await openScreen(counter, "4010");
  await counter.press("Escape");
  await says(counter.teller, "请刷卡，或输入交易码");
});
