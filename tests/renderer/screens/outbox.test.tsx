// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { OutboxView } from "#core/contract/sms-view.ts";
import { Outbox } from "#renderer/screens/messages/outbox.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";

const row = {
  ...{ id: "m-1", template: "phone-changed", customer: "c-1", name: "张三", to: "138****1234" },
  texts: { "zh-CN": "您的预留手机号已变更。", en: "Changed." },
  ...{ madeAt: Date.UTC(2026, 2, 18, 4), status: "failed", tries: 5, failure: "no line" },
  mayRetry: true,
};
const outbox = (gateway: "none" | "demonstration", mayRetry = true) =>
  OutboxView.parse({
    ...{ gateway, waiting: 3, failed: 1, rows: [{ ...row, mayRetry }], total: 1 },
  });

describe("9011 the outbox", () => {
  test("says plainly and aloud where no gateway takes anything", async () => {
    renderCounter(<Outbox />, { answers: { "sms.outbox": yes(outbox("none")) } });

    const told = await screen.findByText(/本机没有短信网关/);
    expect(told.getAttribute("role")).toBe("alert");
    expect(screen.getByText("等待 3 条，失败 1 条")).toBeTruthy();
  });

  test("a message that failed is sent again by keys alone", async () => {
    const { user, bridge } = renderCounter(<Outbox />, {
      answers: { "sms.outbox": yes(outbox("demonstration")), "sms.retry": yes("done") },
    });
    const made = await screen.findByRole("row", { name: /预留手机号已变更/ });
    made.focus();
    await user.keyboard("{Enter}");
    expect(screen.getByText("上次失败：no line")).toBeTruthy();
    screen.getByRole("button", { name: "重新发送" }).focus();
    await user.keyboard("{Enter}");

    expect(bridge.asked).toContainEqual({ channel: "sms.retry", input: { message: "m-1" } });
  });

  test("whoever only looks is offered nothing to do", async () => {
    const { user } = renderCounter(<Outbox />, {
      answers: { "sms.outbox": yes(outbox("demonstration", false)) },
    });
    await user.click(await screen.findByRole("row", { name: /预留手机号已变更/ }));

    expect(screen.getByText("您的预留手机号已变更。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "重新发送" })).toBeNull();
  });

  test("shows one status at a time", async () => {
    const { user, bridge } = renderCounter(<Outbox />, {
      answers: { "sms.outbox": yes(outbox("demonstration")) },
    });
    await user.selectOptions(await screen.findByRole("combobox", { name: "状态" }), "等待发送");

    expect(bridge.asked.at(-1)).toEqual({
      channel: "sms.outbox",
      input: { show: "waiting", page: 0 },
    });
  });
});
