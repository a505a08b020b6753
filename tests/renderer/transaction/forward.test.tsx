// @vitest-environment happy-dom
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { RetainCard } from "#renderer/screens/card/retain-card.tsx";
import { WithdrawCash } from "#renderer/screens/cash/withdraw-cash.tsx";
import { FormalLoss } from "#renderer/screens/loss/formal-loss.tsx";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { ResetPin } from "#renderer/screens/loss/reset-pin.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView, swipeView } from "#tests/renderer/support/views.ts";

const focused = () => document.activeElement;

describe("going forward by Enter alone", () => {
  test("a screen opens on the first field that is still empty", async () => {
    const lossCases = [lossCaseView({ kind: "pin", possible: ["4009"] })];
    renderCounter(<ResetPin />, { customer: customerView({ lossCases }) });

    expect(focused()).toBe(await screen.findByRole("textbox", { name: "挂失申请书编号" }));
  });

  test("after a swipe the focus goes to the next empty field, not over the swipe", () => {
    const { bridge } = renderCounter(<RetainCard />);
    expect(focused()).toBe(screen.getByRole("button", { name: "须没收的卡: 请刷卡" }));

    act(() => bridge.tell("card.swiped", swipeView({ verdict: "replaced", retain: true })));

    expect(focused()).toBe(screen.getByRole("textbox", { name: "原因" }));
  });

  test("a swipe never takes the focus from what is being typed", async () => {
    const { user, bridge } = renderCounter(<WithdrawCash />, { customer: customerView() });
    const amount = screen.getByRole("textbox", { name: "金额（元）" });
    await user.click(amount);

    act(() => bridge.tell("card.swiped", swipeView()));

    expect(focused()).toBe(amount);
  });

  test("after the PIN, with nothing left to fill, one Enter previews", async () => {
    const { user, bridge } = renderCounter(<WithdrawCash />, {
      customer: customerView(),
      answers: {
        "pin.ask": yes({ ref: "e-pin000001" as never }),
        "transaction.preview": yes(previewView()),
      },
    });

    await user.keyboard("100");
    act(() => bridge.tell("card.swiped", swipeView()));
    await user.keyboard("{Tab}{Tab}{Enter}");
    expect(await screen.findByText("✓ 已输入")).toBeTruthy();
    expect(focused()).toBe(screen.getByRole("button", { name: "下一步" }));
    await user.keyboard("{Enter}");

    await screen.findByText("将要发生");
    expect(bridge.asked.at(-1)?.input).toEqual({
      code: "3012",
      input: { account: "a-1", amount: 100_00, swipe: "e-00000001", pin: "e-pin000001" },
    });
  });

  test("what was left out is said, and the first of it takes the focus", async () => {
    const { user } = renderCounter(<RetainCard />);

    await user.click(screen.getByRole("button", { name: "下一步" }));

    expect(await screen.findByText("请填写原因")).toBeTruthy();
    expect(focused()).toBe(screen.getByRole("button", { name: "须没收的卡: 请刷卡" }));
  });
});

describe("choosing and going on by single keys", () => {
  test("a digit chooses among radio buttons, and Enter goes on without a word to what is open", async () => {
    const { user } = renderCounter(<FormalLoss />, { customer: customerView() });
    expect(focused()).toBe(screen.getByRole("radio", { name: /^同号/ }));

    await user.keyboard("2");
    expect(screen.getByRole("radio", { name: /^异号/ })).toHaveProperty("checked", true);
    expect(focused()).toBe(screen.getByRole("radio", { name: /^异号/ }));
    await user.keyboard("{Enter}");

    await waitFor(() => expect(focused()).toBe(screen.getByRole("button", { name: "手工录入" })));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("a digit beyond the choices is nobody's choice", async () => {
    const { user } = renderCounter(<FormalLoss />, { customer: customerView() });

    await user.keyboard("3");

    const numbering = screen.getByRole("radiogroup", { name: "新卡卡号" });
    for (const radio of within(numbering).getAllByRole("radio")) {
      expect(radio).toHaveProperty("checked", false);
    }
  });

  test("Enter on a field that is not as it must be says so, and stays", async () => {
    const { user } = renderCounter(<OralLoss />, { customer: customerView() });
    const reason = screen.getByRole("textbox", { name: "原因" });
    await user.click(reason);

    await user.keyboard("{Enter}");

    expect(await screen.findByText("请填写原因")).toBeTruthy();
  });

  test("Enter never ticks: the customer's signature takes a key of its own", async () => {
    const { user } = renderCounter(<FormalLoss />, { customer: customerView() });
    const signed = screen.getByRole("checkbox", { name: "客户已核对并签字" });
    act(() => signed.focus());

    await user.keyboard("{Enter}");
    await screen.findAllByRole("alert");
    expect(signed).toHaveProperty("checked", false);
    act(() => signed.focus());
    await user.keyboard(" ");

    expect(signed).toHaveProperty("checked", true);
  });

  test("a digit writes a usual reason; who erases it may begin with a digit", async () => {
    const { user } = renderCounter(<OralLoss />, { customer: customerView() });
    const reason = screen.getByRole("textbox", { name: "原因" });
    await user.click(reason);

    await user.keyboard("2");
    expect(reason).toHaveProperty("value", "被盗");
    await user.clear(reason);
    await user.keyboard("3号线上遗失");

    expect(reason).toHaveProperty("value", "3号线上遗失");
  });

  test("a digit beyond the usual reasons is typed", async () => {
    const { user } = renderCounter(<OralLoss />, { customer: customerView() });
    await user.click(screen.getByRole("textbox", { name: "原因" }));

    await user.keyboard("5");

    expect(screen.getByRole("textbox", { name: "原因" })).toHaveProperty("value", "5");
  });
});
