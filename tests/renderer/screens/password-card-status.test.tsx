// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CustomerPage } from "#renderer/screens/enquiry/customer-page.tsx";
import { PasswordCardStatus } from "#renderer/screens/password-card/card-status.tsx";
import { bankCustomer, cardCustomer, keyCustomer } from "#tests/renderer/support/desk-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { passwordCardView, swipeView } from "#tests/renderer/support/views.ts";

const page = () => document.body.textContent ?? "";

describe("5004 what the bank knows of a card", () => {
  test("P16: serial, day of issue, used and left, in figures and as a bar", () => {
    renderCounter(<PasswordCardStatus />, { customer: cardCustomer() });

    expect(screen.getByText("030000099001")).toBeTruthy();
    expect(screen.getByText("2026-03-02")).toBeTruthy();
    expect(screen.getByText("已用 38 次，剩余 962 次，共 1000 次")).toBeTruthy();
    const bar = screen.getByRole("meter", { name: "使用次数" });
    expect(bar.getAttribute("value")).toBe("38");
    expect(bar.getAttribute("max")).toBe("1000");
  });

  test("P17: a day's lock says that it ends by itself, and that the counter cannot end it", () => {
    renderCounter(<PasswordCardStatus />, {
      customer: cardCustomer({ lock: "day", wrongToday: 3, wrongRun: 3 }),
    });

    expect(screen.getByText(/⚠ 当日停用/)).toBeTruthy();
    expect(screen.getByText(/次日自动解除，柜面不能提前解除/)).toBeTruthy();
    expect(screen.getByText("今天 3 次；连续累计 3 次")).toBeTruthy();
  });

  test("P18: a hard lock says that only a reissue cures it, and Enter opens that", async () => {
    const { user, store } = renderCounter(<PasswordCardStatus />, {
      customer: cardCustomer({ lock: "hard", wrongRun: 10 }),
    });

    expect(screen.getByText(/只有换发新卡才能恢复，柜面不能解锁/)).toBeTruthy();
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "5002" });
    expect(store.getState().subject).toEqual({ passwordCard: "p-1" });
  });

  test("P29: a card not activated says what activates it", () => {
    renderCounter(<PasswordCardStatus />, { customer: cardCustomer({ life: "issued-inactive" }) });

    expect(screen.getByText(/首次登录网上银行即自动激活；柜面不能激活/)).toBeTruthy();
  });

  test("O05: exposure below the bank's limit is a percentage in a sentence", () => {
    renderCounter(<PasswordCardStatus />, {
      customer: cardCustomer({ answered: 16, exposurePermille: 107 }),
    });

    expect(screen.getByText(/10\.7 %：看到过这张卡全部 16 次应答的人/)).toBeTruthy();
    expect(screen.getByText("未到建议换卡的界限。")).toBeTruthy();
  });

  test("O05: from the bank's limit on a reissue is advised", () => {
    renderCounter(<PasswordCardStatus />, {
      customer: cardCustomer({ answered: 50, exposurePermille: 514, adviseReissue: true }),
    });

    expect(screen.getByText(/⚠ 已到本行建议换卡的界限/)).toBeTruthy();
  });

  test("O05: a card that never answered has shown nothing", () => {
    renderCounter(<PasswordCardStatus />, {
      customer: cardCustomer({ answered: 0, exposurePermille: 0 }),
    });

    expect(screen.getByText(/还没有答过一次/)).toBeTruthy();
  });

  test("in English the same is said", () => {
    renderCounter(<PasswordCardStatus />, {
      customer: cardCustomer({ lock: "hard" }),
      language: "en",
    });

    expect(screen.getByText("38 used, 962 left of 1000")).toBeTruthy();
    expect(screen.getByText(/only a reissue cures it/)).toBeTruthy();
  });

  test("P20: old cards stand behind, with why they ended and what took their place", () => {
    const old = passwordCardView({
      id: "p-0",
      serial: "030000088001",
      life: "void",
      voidReason: "locked",
      replacedBy: "030000099001",
    });
    renderCounter(<PasswordCardStatus />, {
      customer: bankCustomer({ passwordCards: [passwordCardView(), old] }),
    });

    const row = screen.getByRole("row", { name: /030000088001/ });
    expect(row.textContent).toContain("输错锁定");
    expect(row.textContent).toContain("030000099001");
  });

  test("without a card leads to 5001, unless a U盾 makes one needless", () => {
    const { store } = renderCounter(<PasswordCardStatus />, { customer: bankCustomer() });
    expect(document.activeElement?.textContent).toContain("5001");

    act(() => store.getState().chooseCustomer(keyCustomer()));

    expect(screen.queryByRole("button", { name: /5001/ })).toBeNull();
  });
});

describe("9002 electronic banking on the customer's page", () => {
  test("P18: a card locked for good brings its reissue first", async () => {
    const { user, store } = renderCounter(<CustomerPage />, {
      customer: cardCustomer({ lock: "hard" }),
    });

    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "5002" });
  });

  test("P18: with the card just swiped it still comes first, and the swipe goes along", async () => {
    const { user, store } = renderCounter(<CustomerPage />, {
      customer: cardCustomer({ lock: "hard" }),
    });
    const swipe = swipeView();
    act(() => store.setState({ swipe: swipe.status === "read" ? swipe : undefined }));

    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "5002" });
    expect(store.getState().subject).toEqual({ passwordCard: "p-1", swipe: "e-00000001" });
  });

  test("P18: a day's lock needs no reissue, and what the swipe is for stays first", async () => {
    const { user, store } = renderCounter(<CustomerPage />, {
      customer: cardCustomer({ lock: "day" }),
    });
    const swipe = swipeView();
    act(() => store.setState({ swipe: swipe.status === "read" ? swipe : undefined }));

    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "3012" });
  });

  test("P40: shows channels, what confirms payments, and the limits of that", () => {
    renderCounter(<CustomerPage />, { customer: cardCustomer() });

    expect(screen.getByText("单笔 1,000.00，每日 5,000.00")).toBeTruthy();
    expect(screen.getByText(/口令卡 030000099001/)).toBeTruthy();
  });

  test("P39: a U盾 has no limit, and says so", () => {
    renderCounter(<CustomerPage />, { customer: keyCustomer() });

    expect(screen.getByText("不受电子银行限额限制")).toBeTruthy();
  });

  test("P25: a switch that is closed brings the way to open it", () => {
    const customer = cardCustomer();
    const eBank = {
      ...customer.eBank,
      switches: { "e-commerce": false, "outward-transfer": true },
    };
    renderCounter(<CustomerPage />, { customer: { ...customer, eBank } });

    expect(screen.getByRole("button", { name: /5008/ })).toBeTruthy();
    expect(screen.getByRole("button", { name: /5007/ })).toBeTruthy();
  });

  test("P42: no page shows a coordinate or a cell, nor a login name beside the serial", () => {
    renderCounter(<CustomerPage />, { customer: cardCustomer() });
    renderCounter(<PasswordCardStatus />, { customer: cardCustomer() });

    expect(page()).not.toMatch(/\b[A-H](?:10|[1-9])\b/);
    expect(page()).not.toMatch(/登录(?:名|账号|ID)/);
  });
});
