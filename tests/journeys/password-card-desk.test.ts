import { beforeAll, describe, expect, test } from "vitest";
import type { CustomerId } from "#core/customer/customer.ts";
import { journeyPlace, says } from "#tests/support/journey.ts";
import {
  authorise,
  bring,
  choosePassword,
  enterPin,
  openScreen,
  post,
  posted,
  preview,
  show,
  signOn,
} from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { choose, tabTo } from "../../scripts/tour/keys.ts";

const place = journeyPlace("password-card-desk");

/** Who has a card in use and a password card locked for good, and who has no internet bank yet. */
const LOCKED = "c-39" as CustomerId;
const WITHOUT_BANK = "c-42" as CustomerId;

let counter: Counter;

beforeAll(async () => {
  counter = await place.start("--demonstration", place.folder("books"), "--language", "zh-CN");
  await signOn(counter, "1001");
});

/** Card and PIN of a customer, and their page on the screen. */
async function welcome(customer: CustomerId) {
  await counter.press("Escape", "Escape");
  const { cards, documents } = await counter.ask("demonstration.tray", undefined);
  const card = cards.find((one) => one.customer === customer && one.label === "in-use")?.id ?? "";
  const pin = documents.find((one) => one.customer === customer)?.pin ?? "";
  await bring(counter, card);
  return { card, pin };
}

/** The blank piece that the form shows. */
async function pieceShown(): Promise<string> {
  return (await counter.teller.locator("output.serial:visible").textContent()) ?? "";
}

async function tick(name: string): Promise<void> {
  await tabTo(counter.teller, name);
  await counter.press("Space");
}

describe("5001 with a piece whose film is damaged", () => {
  test("P27, V04: the piece is voided before a second teller, and the form goes on with the next", async () => {
    const { teller } = counter;
    const { card, pin } = await welcome(WITHOUT_BANK);
    await openScreen(counter, "5001");
    await counter.swipe(card);
    await show(counter, WITHOUT_BANK);
    await enterPin(counter, pin);
    const damaged = await pieceShown();

    await tabTo(teller, "覆膜破损，作废这一张");
    await counter.press("Enter");
    await says(teller, "要作废的一张");
    expect(await pieceShown()).toBe(damaged);
    await preview(counter);
    await authorise(counter, "1002");
    await posted(counter);
    await counter.press("Enter");
    await says(teller, "5001 口令卡发放");
    await says(teller, "✓ 已输入");
    const next = await pieceShown();
    expect(Number(next)).toBe(Number(damaged) + 1);
    await choosePassword(counter, "482915");
    await tick("手中的正是这一张");
    await tick("塑料包装膜完好");
    await tick("覆膜完好");
    await tick("客户已核对并签字");
    await tabTo(teller, "下一步");
    await preview(counter);
    await authorise(counter, "2001");
    await posted(counter);

    const { passwordCards, eBank } = await counter.ask("customer.view", {
      customer: WITHOUT_BANK,
    });
    expect(passwordCards.map(({ serial, life }) => [serial, life])).toEqual([
      [next, "issued-inactive"],
    ]);
    expect(eBank.channels).toEqual(["internet-bank"]);
  });
});

describe("the other desks of electronic banking", () => {
  test("P24, P25: a switch is closed by the document alone, and opened with the registered card", async () => {
    const { teller } = counter;
    const { card } = await welcome(WITHOUT_BANK);
    await openScreen(counter, "5007");
    await choose(teller, "功能", "对外转账");
    await show(counter, WITHOUT_BANK);
    await tabTo(teller, "下一步");
    await preview(counter);
    await post(counter);
    await tabTo(teller, "同一客户再办一笔");
    await counter.press("Enter");
    await says(teller, "9002 客户视图");

    await openScreen(counter, "5008");
    await counter.swipe(card);
    await show(counter, WITHOUT_BANK);
    await tick("客户已核对并签字");
    await tabTo(teller, "下一步");
    await preview(counter);
    await authorise(counter, "2001");
    await posted(counter);

    const { eBank } = await counter.ask("customer.view", { customer: WITHOUT_BANK });
    expect(eBank.switches).toEqual({ "e-commerce": true, "outward-transfer": true });
  });

  test("P31: a U盾 for a card locked for good ends that card in the same posting", async () => {
    const { teller } = counter;
    const { card, pin } = await welcome(LOCKED);
    await openScreen(counter, "5009");
    await counter.swipe(card);
    await show(counter, LOCKED);
    await enterPin(counter, pin);
    await tick("手中的正是这一张");
    await tick("客户已核对并签字");
    await tabTo(teller, "下一步");
    await preview(counter);
    await authorise(counter, "2001");
    await posted(counter);

    const { passwordCards, eBank } = await counter.ask("customer.view", { customer: LOCKED });
    expect(passwordCards[0]).toMatchObject({ life: "void", voidReason: "usb-key" });
    expect(eBank.medium).toBe("usb-key");
  });
});
