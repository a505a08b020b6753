// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CountStock } from "#renderer/screens/stock/count-stock.tsx";
import { DestroyStock } from "#renderer/screens/stock/destroy-stock.tsx";
import { DrawStock } from "#renderer/screens/stock/draw-stock.tsx";
import { LoseStock } from "#renderer/screens/stock/lose-stock.tsx";
import { ShipStock } from "#renderer/screens/stock/ship-stock.tsx";
import { TransferStock } from "#renderer/screens/stock/transfer-stock.tsx";
import { VoidStock } from "#renderer/screens/stock/void-stock.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  columnOf,
  handView,
  runOf,
  stockRegisterView,
} from "#tests/renderer/support/stock-views.ts";
import { previewView, receiptView } from "#tests/renderer/support/views.ts";

const answers: Answers = {
  "stock.register": yes(stockRegisterView()),
  "transaction.preview": yes(previewView({ level: "A0" })),
  "transaction.run": yes(receiptView()),
};
type Shown = ReturnType<typeof renderCounter>;

const choose = async ({ user }: Shown, name: RegExp | string) =>
  user.click(await screen.findByRole("radio", { name }));
const typeIn = async ({ user }: Shown, name: string, text: string) =>
  user.type(screen.getByRole("textbox", { name }), text);
const asked = ({ bridge }: Shown, channel: string) =>
  bridge.asked.filter((one) => one.channel === channel).at(-1)?.input;

describe("forms of blank stock", () => {
  test("8001 V07: the highest pieces are handed in by their number alone", async () => {
    const shown = renderCounter(<DrawStock />, { answers });

    await choose(shown, /上缴/);
    await choose(shown, /口令卡/);
    await typeIn(shown, "张数", "5{Enter}");
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8001",
      input: { action: "return", kind: "password-card", count: 5 },
    });
  });

  test("8002 V07: goes to another teller, never to oneself", async () => {
    const shown = renderCounter(<TransferStock />, { answers });

    await choose(shown, /口令卡/);
    expect(screen.queryByRole("radio", { name: /0101/ })).toBeNull();
    await choose(shown, /1002 王秀英/);
    await typeIn(shown, "张数", "5{Enter}");
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8002",
      input: { action: "hand-over", kind: "password-card", to: "1002", count: 5 },
    });
  });

  test("8003 V04: runs by first number and count or last, with their sum, by keys alone", async () => {
    const shown = renderCounter(<VoidStock />, { answers });
    await choose(shown, /口令卡/);
    await choose(shown, "自己的尾箱");

    await typeIn(shown, "第 1 段起始号", "030000000003{Tab}1{Enter}");
    await shown.user.keyboard("030000000010{Tab}{Tab}030000000012");
    expect(screen.getByText("合计 4 张")).toBeTruthy();
    await choose(shown, "破损");
    await shown.user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8003",
      input: {
        ...{ kind: "password-card", holder: "0101", reason: "damaged" },
        ranges: [runOf(3), runOf(10, 12)],
      },
    });
  });

  test("8003: a run that is half typed does not go on", async () => {
    const shown = renderCounter(<VoidStock />, { answers });
    await choose(shown, /口令卡/);
    await choose(shown, "自己的尾箱");
    await choose(shown, "破损");

    await typeIn(shown, "第 1 段起始号", "030000000003");
    await shown.user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText(/请把号段填完整/)).toBeTruthy();
    expect(asked(shown, "transaction.preview")).toBeUndefined();
  });

  test("8004 V09: what is found was in no hand, so none is asked for", async () => {
    const shown = renderCounter(<LoseStock />, { answers });

    await choose(shown, "登记找回");
    await choose(shown, /口令卡/);
    expect(screen.queryByRole("radio", { name: "自己的尾箱" })).toBeNull();
    await typeIn(shown, "第 1 段起始号", "030000000003{Tab}1");
    await typeIn(shown, "情况说明", "抽屉中找到{Enter}");
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8004",
      input: {
        ...{ action: "found", kind: "password-card", words: "抽屉中找到" },
        ranges: [runOf(3)],
      },
    });
  });

  test("8005 V05: is blind until it is posted, and then says what it found", async () => {
    const hands = [
      handView({
        state: "difference",
        count: { pieces: 45, missing: columnOf(50), surplus: { pieces: 0, ranges: [] } },
      }),
    ];
    const shown = renderCounter(<CountStock />, {
      answers: { ...answers, "stock.register": yes(stockRegisterView({ hands })) },
    });

    await choose(shown, "口令卡");
    expect(screen.queryByText(/尾箱 12 张/)).toBeNull();
    await choose(shown, "自己的尾箱");
    await typeIn(shown, "第 1 段起始号", "030000000005{Tab}45");
    await shown.user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");
    expect(screen.queryByText(/账实/)).toBeNull();
    await shown.user.keyboard("{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("清点 45 张，账面 46 张");
    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8005",
      input: { kind: "password-card", holder: "0101", counted: [runOf(5, 49)] },
    });
  });

  test("8005 V05: an empty box is counted as none", async () => {
    const shown = renderCounter(<CountStock />, { answers });

    await choose(shown, "U盾");
    await choose(shown, "自己的尾箱");
    await shown.user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8005",
      input: { kind: "usb-key", holder: "0101", counted: [] },
    });
  });

  test("8009 V07: what is shipped says from where, a delivery does not", async () => {
    const shown = renderCounter(<ShipStock />, { answers });
    await choose(shown, /口令卡/);
    expect(screen.queryByRole("radio", { name: "作废待销毁" })).toBeNull();

    await choose(shown, "上缴中心库");
    await choose(shown, "作废待销毁");
    await typeIn(shown, "第 1 段起始号", "030000000004{Tab}1");
    await typeIn(shown, "调拨单号", "调字第1号{Enter}");
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8009",
      input: {
        ...{ action: "ship", kind: "password-card", from: "voided", note: "调字第1号" },
        ranges: [runOf(4)],
      },
    });
  });

  test("8010 V10: cards nobody came for are ticked one by one", async () => {
    const shown = renderCounter(<DestroyStock />, { answers });

    await choose(shown, "逾期无人领取的卡");
    await shown.user.click(await screen.findByRole("checkbox", { name: /o-7/ }));
    await shown.user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(asked(shown, "transaction.preview")).toEqual({
      code: "8010",
      input: { what: "unclaimed", orders: ["o-7"] },
    });
  });
});
