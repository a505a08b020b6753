// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FreezeStack } from "#renderer/screens/freeze/freeze-stack.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  assistingView,
  orderView,
  releasedView,
  stackView,
  waitingView,
} from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView } from "#tests/renderer/support/views.ts";

function renderStack(stack = stackView()) {
  return renderCounter(<FreezeStack account="a-1" />, {
    workstation: assistingView(),
    answers: { "freeze.stack": yes(stack), "customer.view": yes(customerView()) },
  });
}

describe("the stack of an account", () => {
  test("3.5: the bar has one part for each order that controls and one that is free, all in words", async () => {
    renderStack();

    const bar = await screen.findByRole("figure", { name: "余额由谁控制" });
    const parts = within(bar)
      .getAllByRole("listitem")
      .map((part) => part.textContent);
    expect(parts).toEqual([
      "第 1 道 示范区人民法院：6,000.00 元",
      "未被冻结：4,000.00 元",
      "第 2 道 示范市公安局：轮候第 1，应冻结 账户·只收不付",
    ]);
    expect(within(bar).getByRole("img").getAttribute("aria-label")).toBe(parts.join("；"));
  });

  test("3.5: the parts of the bar are as wide as their share of the balance", async () => {
    renderStack();

    const bar = await screen.findByRole("figure", { name: "余额由谁控制" });
    const rects = [...within(bar).getByRole("img").querySelectorAll("rect")];
    expect(rects.map((rect) => [rect.getAttribute("x"), rect.getAttribute("width")])).toEqual([
      ["0", "600"],
      ["600", "400"],
      // The whole account waits: it has no figure that could be to scale.
      ["0", "60"],
    ]);
  });

  test("F06, F08: what is asked, held and still to come, and what waits, at one scale and in words", async () => {
    const court = orderView({ rest: 130_000_00, controlled: 101_989_51, missing: 28_010_49 });
    const police = waitingView({
      scope: { type: "amount", amount: 73_979_02 },
      rest: 73_979_02,
      missing: 73_979_02,
    });
    renderStack(
      stackView({
        balance: 101_989_51,
        slices: [{ order: "f-1", amount: 101_989_51 }],
        orders: [court, police],
      }),
    );

    const bar = await screen.findByRole("figure", { name: "余额由谁控制" });
    const picture = within(bar).getByRole("img");
    const parts = within(bar).getAllByRole("listitem");
    expect(parts.map((part) => part.textContent)).toEqual([
      "第 1 道 示范区人民法院：101,989.51 元",
      "第 1 道 示范区人民法院：应冻结 130,000.00 元，已控制 101,989.51 元，尚差 28,010.49 元待入账",
      "第 2 道 示范市公安局：轮候第 1，应冻结 73,979.02 元",
    ]);
    expect(picture.getAttribute("aria-label")).toBe(
      parts.map((part) => part.textContent).join("；"),
    );
    const widths = [...picture.querySelectorAll("rect")].map((rect) =>
      Math.round(Number(rect.getAttribute("width"))),
    );
    expect(widths).toEqual([1000, 275, 725]);
  });

  test("an empty account says that the next credit goes to the first delivered", async () => {
    renderStack(stackView({ balance: 0, slices: [{ order: "f-1", amount: 0 }] }));

    expect(await screen.findByText(/以后入账的由先送达的先冻结/)).toBeTruthy();
  });

  test("F10, F12: the line of time says delivery, effect, renewals and end of every order", async () => {
    const renewed = orderView({
      renewals: [
        {
          from: orderView().endsAt,
          endsAt: Number(orderView().endsAt) + 1000,
          documentNumber: "（2026）示01执99号",
        },
      ],
    });
    renderStack(stackView({ orders: [renewed, waitingView()] }));

    const line = await screen.findByRole("figure", { name: "时间线" });
    const lanes = within(line)
      .getAllByRole("listitem")
      .map((lane) => lane.textContent);
    expect(lanes[0]).toContain("送达 2026-05-10 09:30:00；生效 2026-05-10 09:30:00；续冻 1 次");
    expect(lanes[1]).toContain("轮候第 1，尚未生效");
    expect(line.querySelectorAll("svg .renewal")).toHaveLength(1);
    expect(line.querySelectorAll("svg .waits")).toHaveLength(1);
    expect(line.querySelectorAll("svg .holds")).toHaveLength(1);
  });

  test.each([
    [true, "及于孳息"],
    [false, "不及于孳息"],
  ] as const)("F04: an order says whether it covers interest: %s", async (coversInterest, said) => {
    renderStack(stackView({ orders: [orderView({ coversInterest })] }));

    expect(await screen.findByText(said)).toBeTruthy();
  });

  test("F16: the lane of a released order stops where it ended, without a renewal that never came", async () => {
    renderStack(stackView({ orders: [releasedView()] }));

    const line = await screen.findByRole("figure", { name: "时间线" });
    const [lane] = within(line).getAllByRole("listitem");
    expect(lane?.textContent).toContain("结束于 2026-05-12 09:30:00，依 （2026）示01执解7号");
    expect(lane?.textContent).not.toContain("续冻");
    expect(line.querySelectorAll("svg .renewal")).toHaveLength(0);
    const [holds] = line.querySelectorAll("svg .holds");
    const [now] = line.querySelectorAll("svg .axis line");
    expect(Number(holds?.getAttribute("x2"))).toBeLessThan(Number(now?.getAttribute("x1")));
  });

  test("F16: one called back while it waited ends its dashes there", async () => {
    const calledBack = waitingView({
      status: "cancelled",
      queue: undefined,
      endedAt: Number(waitingView().deliveredAt) + 1000,
      endedBy: { documentNumber: "撤9号", officers: ["甲", "乙"] },
    });
    renderStack(stackView({ orders: [calledBack] }));

    const line = await screen.findByRole("figure", { name: "时间线" });
    expect(within(line).getByRole("listitem").textContent).toContain("未曾生效；结束于 2026-05-11");
    expect(line.querySelectorAll("svg .holds")).toHaveLength(0);
    expect(line.querySelectorAll("svg .end")).toHaveLength(1);
  });

  test("F16: of an order that is over it says what was asked, when it ended, by which paper, by whom", async () => {
    renderStack(stackView({ orders: [releasedView()] }));

    const detail = await screen.findByRole("region", { name: /（2026）示01执7号/ });
    const said = [...detail.querySelectorAll("dl > div")].map((one) =>
      [...one.children].map((part) => part.textContent).join(" "),
    );
    expect(said).toContain("文书所载金额（元） 6,000.00");
    expect(said).toContain("结束时间 2026-05-12 09:30:00");
    expect(said).toContain("据以结束的文书 （2026）示01执解7号");
    expect(said).toContain("该文书的执法人员 李执行员、周书记员");
    expect(said.some((one) => one.startsWith("到期 "))).toBe(false);
    expect(screen.getByRole("row", { name: /已解除/ }).textContent).toContain(
      "6,000.002026-05-10 09:30:002026-05-12 09:30:00 已结束",
    );
  });

  test("in English one renewal is once, one day is a day, and names are joined by commas", async () => {
    const renewed = orderView({
      daysLeft: 1,
      renewals: [
        { from: orderView().effectiveAt, endsAt: orderView().endsAt, documentNumber: "9" },
      ],
    });
    renderCounter(<FreezeStack account="a-1" />, {
      workstation: assistingView(),
      language: "en",
      answers: { "freeze.stack": yes(stackView({ orders: [renewed] })) },
    });

    const line = await screen.findByRole("figure", { name: "Time line" });
    expect(within(line).getByRole("listitem").textContent).toContain("renewed once, ends");
    expect(within(line).getByRole("listitem").textContent).toContain("(1 day left)");
    expect(screen.getByText("钱法官, 孙书记员")).toBeTruthy();
  });

  test("Enter on an order goes to what can be done with it", async () => {
    const { user, store } = renderStack();

    await screen.findByRole("figure", { name: "时间线" });
    expect(document.activeElement?.textContent).toContain("示范区人民法院");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(document.activeElement?.textContent).toContain("6005");
    await user.keyboard("{Enter}");

    expect(store.getState().place).toEqual({ at: "screen", code: "6005" });
    expect(store.getState().subject).toMatchObject({ order: "f-2", account: "a-1" });
  });

  test("5.4: every other hold says who lifts it, and leads there with its customer", async () => {
    const { user, store } = renderStack();

    const holds = await screen.findByRole("region", { name: "其他控制" });
    expect(within(holds).getByText(/随挂失案 00012605100001 结束/)).toBeTruthy();
    expect(within(holds).getByText(/由银行解除，A3 授权/)).toBeTruthy();
    await user.click(within(holds).getByRole("button", { name: /6009/ }));

    expect(await screen.findByText("余额由谁控制")).toBeTruthy();
    expect(store.getState().place).toEqual({ at: "screen", code: "6009" });
    expect(store.getState().subject).toEqual({ hold: "h-8" });
  });

  test("the pictures keep to the content policy: no element bears a style of its own", async () => {
    renderStack();

    await screen.findByRole("figure", { name: "时间线" });
    expect(document.querySelectorAll("figure [style]")).toHaveLength(0);
  });

  test("a refusal is said", async () => {
    renderCounter(<FreezeStack account="a-1" />, {
      workstation: assistingView(),
      answers: { "freeze.stack": { ok: false, refusal: { code: "freeze.not-allowed" } } },
    });

    expect((await screen.findByRole("alert")).textContent).toContain("协助执行岗");
  });
});
