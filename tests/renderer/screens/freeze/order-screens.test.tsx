// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { AssistedQuery } from "#renderer/screens/freeze/assisted-query.tsx";
import { CancelWaiting } from "#renderer/screens/freeze/cancel-waiting.tsx";
import { Deduct } from "#renderer/screens/freeze/deduct.tsx";
import { EmergencyStop } from "#renderer/screens/freeze/emergency-stop.tsx";
import { ReleaseFreeze } from "#renderer/screens/freeze/release-freeze.tsx";
import { RenewFreeze } from "#renderer/screens/freeze/renew-freeze.tsx";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { assistingView, orderView, stackView } from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  customerView,
  previewView,
  receiptView,
  swipeView,
} from "#tests/renderer/support/views.ts";
import { choose, courtPapers, fillPapers, type } from "./fill-papers.ts";

/** The screen as the desk shows it: made anew with every opening. */
function Visit({ children }: { readonly children: ReactNode }) {
  return <div key={useTeller((teller) => teller.visit)}>{children}</div>;
}

function renderOn(code: ScreenCode, screenOf: ReactNode, order: string, stack = stackView()) {
  const counter = renderCounter(<Visit>{screenOf}</Visit>, {
    workstation: assistingView(),
    answers: {
      "freeze.stack": yes(stack),
      "transaction.preview": yes(previewView({ level: "A2" })),
    },
  });
  counter.store.getState().openScreen(code, { order, account: "a-1" });
  return counter;
}

function previewed(counter: ReturnType<typeof renderCounter>): unknown {
  return counter.bridge.asked.find(({ channel }) => channel === "transaction.preview")?.input;
}

describe("an order in the register and the next paper on it", () => {
  test("F11: 6002 renews by the organ's new paper; the kind is that of the order", async () => {
    const counter = renderOn("6002", <RenewFreeze />, "f-1");

    expect(await screen.findByRole("region", { name: "所办的冻结" })).toBeTruthy();
    await fillPapers(counter.user);
    await type(counter.user, "期限（个月）", "6");
    await counter.user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(previewed(counter)).toEqual({
      code: "6002",
      input: {
        order: "f-1",
        papers: courtPapers,
        term: { unit: "months", count: 6 },
        isExtended: false,
      },
    });
  });

  test("F07: the organ's name is copied from the paper, never taken from the order", async () => {
    renderOn("6004", <ReleaseFreeze />, "f-1");

    const name = await screen.findByRole("textbox", { name: "机关名称（照文书）" });
    expect(name).toHaveProperty("value", "");
  });

  test("5.4: 6004 releases wholly without an amount, and in part by naming it", async () => {
    const counter = renderOn("6004", <ReleaseFreeze />, "f-1");

    await screen.findByRole("region", { name: "所办的冻结" });
    await fillPapers(counter.user);
    await counter.user.click(screen.getByRole("radio", { name: "部分" }));
    await type(counter.user, "解除金额（元）", "1,000.50");
    await counter.user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(previewed(counter)).toEqual({
      code: "6004",
      input: { order: "f-1", papers: courtPapers, amount: 1_000_50 },
    });
  });

  test("5.4: an order of the whole account offers no part to be released", async () => {
    const whole = orderView({ scope: { type: "account", block: "debit" } });
    renderOn("6004", <ReleaseFreeze />, "f-1", stackView({ orders: [whole] }));

    await screen.findByRole("region", { name: "所办的冻结" });
    expect(screen.queryByRole("radio", { name: "部分" })).toBeNull();
  });

  test("F13: 6006 names the organ's account, beside what the order controls", async () => {
    const counter = renderOn("6006", <Deduct />, "f-1");

    expect(await screen.findByText(/现在控制 6,000.00 元/)).toBeTruthy();
    await fillPapers(counter.user);
    await type(counter.user, "扣划金额（元）", "6000");
    await type(counter.user, "收款户名（机关账户）", "示范区人民法院");
    await type(counter.user, "收款账号", "1100 2200 3300 4400");
    await type(counter.user, /收款行/, "示范银行营业部");
    await counter.user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(previewed(counter)).toMatchObject({
      input: {
        amount: 6_000_00,
        to: { name: "示范区人民法院", account: "1100220033004400", bank: "示范银行营业部" },
        papers: { shown: ["work-permit", "execution-permit", "ruling", "deduct-notice"] },
      },
    });
  });

  test("6005: an order in force is not called back; what can be done is offered", async () => {
    const { store, user } = renderOn("6005", <CancelWaiting />, "f-1");

    expect(await screen.findByText(/现在不能这样办理/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /6004/ }));

    expect(store.getState().place).toEqual({ at: "screen", code: "6004" });
    expect(store.getState().subject).toEqual({ order: "f-1", account: "a-1" });
  });

  test("F-STOP: 6007 extends the stop that was chosen", async () => {
    const stop = orderView({
      kind: "emergency-stop",
      scope: { type: "account", block: "debit" },
      possible: ["6007"],
    });
    const counter = renderOn("6007", <EmergencyStop />, "f-1", stackView({ orders: [stop] }));

    await screen.findByRole("region", { name: "所办的冻结" });
    await fillPapers(counter.user, { organ: "示范市公安局", shown: ["紧急止付申请"] });
    await counter.user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(previewed(counter)).toMatchObject({
      input: { action: "extend", order: "f-1", papers: { shown: ["stop-request"] } },
    });
  });
});

/** The card of whoever was at the counter before. */
function readSwipe() {
  const swipe = swipeView({ customer: "c-9" });
  return swipe.status === "read" ? swipe : undefined;
}

describe("the holder of an order", () => {
  test.each([
    ["6002", <RenewFreeze key="6002" />],
    ["6004", <ReleaseFreeze key="6004" />],
    ["6006", <Deduct key="6006" />],
  ] as const)("%s is about nobody else: whoever was at the counter goes", async (code, shown) => {
    const { store, bridge } = renderCounter(<Visit>{shown}</Visit>, {
      workstation: assistingView(),
      customer: customerView({ id: "c-9", name: "李四" }),
      answers: {
        "freeze.stack": yes(stackView()),
        "customer.view": ({ customer }) => yes(customerView({ id: customer })),
      },
    });
    act(() => store.setState({ swipe: readSwipe() }));
    act(() => store.getState().openScreen(code, { order: "f-1", account: "a-1" }));

    await screen.findByRole("region", { name: "所办的冻结" });
    await waitFor(() => expect(store.getState().customer?.id).toBe("c-1"));
    expect(store.getState().swipe).toBeUndefined();
    expect(bridge.asked).toContainEqual({ channel: "customer.view", input: { customer: "c-1" } });
  });

  test("is who the same customer's next transaction is for", async () => {
    const { user, store } = renderCounter(
      <Visit>
        <ReleaseFreeze />
      </Visit>,
      {
        workstation: assistingView(),
        customer: customerView({ id: "c-9", name: "李四" }),
        answers: {
          "freeze.stack": yes(stackView()),
          "customer.view": ({ customer }) => yes(customerView({ id: customer })),
          "transaction.preview": yes(previewView()),
          "transaction.run": yes(receiptView()),
        },
      },
    );
    act(() => store.getState().openScreen("6004", { order: "f-1", account: "a-1" }));
    await screen.findByRole("region", { name: "所办的冻结" });
    await fillPapers(user);
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "同一客户再办一笔" }));

    expect(store.getState().place).toEqual({ at: "screen", code: "9002" });
    expect(store.getState().customer?.id).toBe("c-1");
  });
});

describe("transactions that begin without an order", () => {
  test("F-STOP: 6007 stops an account in one go", async () => {
    const { user, bridge } = renderCounter(<EmergencyStop />, {
      workstation: assistingView(),
      customer: customerView(),
      answers: { "transaction.preview": yes(previewView({ level: "A2" })) },
    });

    await fillPapers(user, { organ: "示范市公安局", shown: ["紧急止付申请"] });
    await user.click(screen.getByRole("radio", { name: "不收不付" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toMatchObject({
      input: { action: "stop", account: "a-1", block: "full" },
    });
  });

  test("F15: 6012 records what was asked about the customer who was found", async () => {
    const { user, bridge } = renderCounter(<AssistedQuery />, {
      workstation: assistingView(),
      customer: customerView(),
      answers: { "transaction.preview": yes(previewView({ level: "A2" })) },
    });

    await choose(user, "人民法院");
    expect(screen.queryByRole("checkbox", { name: /裁定书/ })).toBeNull();
    await choose(user, "监察");
    await fillPapers(user, { organ: "示范市监察委员会", shown: ["工作证", "协助查询通知书"] });
    await type(user, "查询内容", "近一年的账户明细");
    await user.keyboard("{Enter}");
    await screen.findByText("将要发生");

    expect(bridge.asked[0]?.input).toMatchObject({
      code: "6012",
      input: {
        customer: "c-1",
        asked: "近一年的账户明细",
        papers: { organ: { kind: "supervision" }, shown: ["work-permit", "query-notice"] },
      },
    });
  });

  test("without an order the register shows every one, and why it cannot be renewed", async () => {
    const csrc = orderView({
      id: "f-9",
      kind: "aml",
      organ: "中国人民银行示范市分行",
      documentNumber: "示银冻9号",
      possible: ["6004"],
      impossible: [{ code: "6002", refusal: "freeze.not-renewable" }],
    });
    const { user, store } = renderCounter(<RenewFreeze />, {
      workstation: assistingView(),
      answers: { "freeze.register": yes({ rows: [csrc, orderView()], total: 2 }) },
    });

    expect(await screen.findByRole("row", { name: /不能续期/ })).toBeTruthy();
    expect(screen.getByText("第 1 页，共 1 页，2 条")).toBeTruthy();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(screen.getByRole("alert").textContent).toBe(
      "中国人民银行示范市分行 示银冻9号：不能续期。",
    );
    expect(store.getState().subject).toEqual({});
    await user.keyboard("{ArrowDown}{Enter}");

    expect(store.getState().subject).toEqual({ order: "f-1", account: "a-1" });
  });
});

describe("whoever approves", () => {
  test("F02: sees what was shown, and until when both permits are valid", async () => {
    const counter = renderOn("6004", <ReleaseFreeze />, "f-1");
    await screen.findByRole("region", { name: "所办的冻结" });
    await fillPapers(counter.user);
    await counter.user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");
    await counter.user.keyboard("{Enter}");

    const dialog = await screen.findByRole("dialog");
    const lines = [...dialog.querySelectorAll("dd")].map((line) => line.textContent);
    expect(lines).toContain("钱法官 2030-12-31、孙书记员 2030-12-31");
    expect(lines.some((line) => line?.includes("裁定书"))).toBe(true);
  });
});
