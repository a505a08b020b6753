import { beforeAll, describe, expect, test } from "vitest";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { alerts, journeyPlace, says } from "#tests/support/journey.ts";
import {
  authorise,
  bring,
  openScreen,
  posted,
  preview,
  showAndSign,
  signOn,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo, walkTo } from "../../scripts/tour/keys.ts";
import { activate, waitForTerm } from "../../scripts/tour/loss-story.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("same-number");

let counter: Counter;
let visitor: Visitor;

const books = (): Promise<CustomerView> =>
  counter.ask("customer.view", { customer: visitor.customer });

/** The card that was made for the case, as it lies on the tray. */
async function madeCard(): Promise<string> {
  const { cards } = await counter.ask("demonstration.tray", undefined);
  const made = cards.find(({ kind, customer }) => kind === "made" && customer === visitor.customer);
  return made?.id ?? "";
}

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
  visitor = await findVisitor(counter);
  await bring(counter, visitor.card);
});

describe("a lost card that comes back under its own number", () => {
  test("T02: 4002 reports the loss in writing and agrees on the same number", async () => {
    await openScreen(counter, "4002");
    await choose(counter.teller, "新卡卡号", "同号");
    await tabTo(counter.teller, "原因");
    await counter.type("在公交车上遗失");
    await showAndSign(counter, visitor.customer);
    await preview(counter);
    await authorise(counter, "2001");
    await posted(counter);

    expect((await books()).lossCases).toMatchObject([
      { status: "formal-waiting", numbering: "same", kind: "card" },
    ]);
  });

  test("L06: 8006 orders the card to be made", async () => {
    await openScreen(counter, "8006");
    await says(counter.teller, (await books()).lossCases[0]?.number ?? "");
    await tabTo(counter.teller, "下一步");
    await preview(counter);
    await authorise(counter, "1002");
    await posted(counter);

    expect((await books()).orders).toMatchObject([{ status: "ordered", purpose: "loss" }]);
  });

  test("L06: before the card is here 3004 says where it is, and when it is expected", async () => {
    await counter.press("Escape");
    await openScreen(counter, "3004");

    const { orders } = await books();
    await says(counter.teller, `预计 ${orders[0]?.dueOn} 到卡`);
  });

  test("V10: 8006 registers its arrival under two people's keeping", async () => {
    const [order] = (await books()).orders;
    await counter.press("Escape");
    await openScreen(counter, "8006");
    const row = counter.teller.getByRole("row", { name: order?.id ?? "" });
    await row.waitFor();
    await choose(counter.teller, "办理", "到卡登记");
    await walkTo(counter.teller, "o-", order?.id ?? "");
    await counter.press("Enter");
    await tabTo(counter.teller, "共同保管人工号");
    await counter.type("1002");
    await preview(counter);
    await says(counter.teller, "A1 第二柜员复核");
    await authorise(counter, "1002");
    await posted(counter);

    expect((await books()).orders).toMatchObject([
      { status: "arrived", custodians: ["1001", "1002"] },
    ]);
  });

  test("L11: before the term is over 3004 gives nothing out", async () => {
    await counter.press("Escape");
    await openScreen(counter, "3004");

    await says(counter.teller, "新卡已到，但挂失等待期未满");
  });

  test("V10: after the term the made card is verified by a swipe and handed over", async () => {
    const { lossCases } = await books();
    await waitForTerm({ counter, visitor });
    await openScreen(counter, "3004");
    await counter.swipe(await madeCard());
    await says(counter.teller, "重新刷卡");
    await tabTo(counter.teller, "挂失申请书编号");
    await counter.type(lossCases[0]?.slip ?? "");
    await showAndSign(counter, visitor.customer);
    await preview(counter);
    await authorise(counter, "2001");
    await posted(counter);

    const { cards, ...after } = await books();
    expect(after.orders).toMatchObject([{ status: "handed-over" }]);
    expect(after.lossCases).toMatchObject([{ status: "closed-replaced", numbering: "same" }]);
    expect(cards).toMatchObject([
      { id: visitor.card, number: visitor.cardNumber, life: "replaced" },
      { number: visitor.cardNumber, life: "issued-inactive" },
    ]);
    expect(cards[1]?.sequence).toBe((cards[0]?.sequence ?? 0) + 1);
  });

  test("VE10: the lost card's stripe is kept at the counter, though it bears the same number", async () => {
    await counter.press("Escape");
    await counter.swipe(visitor.card);

    await alerts(counter.teller, "没收此卡");
    await alerts(counter.teller, "已被新卡取代的旧卡");
    await counter.press("Escape");
  });

  test("5.1: the made card is activated, and from then on is the current one", async () => {
    await activate({ counter, visitor });
    const fresh = (await books()).cards.find(({ life }) => life === "active");
    await counter.press("Escape");

    await openScreen(counter, "3010");
    await counter.swipe(fresh?.id ?? "");

    await says(counter.teller, "本行有效卡");
  });
});
