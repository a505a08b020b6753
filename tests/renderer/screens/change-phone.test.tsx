// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { SentCode } from "#core/contract/sms-view.ts";
import { ChangePhone } from "#renderer/screens/identity/change-phone.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, workstationView } from "#tests/renderer/support/views.ts";

const { now } = workstationView();
const MINUTE = 60_000;

/** A code that was sent `ago` ms ago, as the branch's clock has it. */
function sentCode(ago = 0, more: Partial<SentCode> = {}) {
  const issuedAt = now - ago;
  const times = { issuedAt, expiresAt: issuedAt + 5 * MINUTE, againAt: issuedAt + MINUTE };
  return yes({ code: "s-1", to: "139****5678", hasGateway: true, ...times, ...more } as SentCode);
}

async function atCodeField(answers: Answers) {
  const counter = renderCounter(<ChangePhone />, { customer: customerView(), answers });
  await counter.user.type(screen.getByRole("textbox", { name: "新手机号" }), "13900005678");
  const sends = async () => {
    screen.getByRole("button", { name: "发送验证码" }).focus();
    await counter.user.keyboard("{Enter}");
  };
  const channels = () => counter.bridge.asked.map(({ channel }) => channel);
  return { ...counter, sends, channels };
}

describe("2004 at the counter", () => {
  test("O07: sends the code for the very number typed, then asks the pad, by keys alone", async () => {
    const { sends, bridge } = await atCodeField({
      "sms-code.send": sentCode(),
      "sms-code.ask": yes({ ref: "e-code00001" as never }),
    });
    await sends();

    expect(await screen.findByText("已发送至 139****5678")).toBeTruthy();
    expect(await screen.findByText("✓ 已输入")).toBeTruthy();
    expect(bridge.asked).toEqual([
      {
        channel: "sms-code.send",
        input: { purpose: "phone-change", customer: "c-1", phone: "13900005678" },
      },
      { channel: "sms-code.ask", input: { code: "s-1" } },
    ]);
  });

  test("sends nothing for what is no mobile number", async () => {
    const { user } = await atCodeField({});
    await user.type(screen.getByRole("textbox", { name: "新手机号" }), "9");

    expect(screen.getByRole<HTMLButtonElement>("button", { name: "发送验证码" }).disabled).toBe(
      true,
    );
  });

  test("E11: what was keyed in for one number is none for another", async () => {
    const { user, sends } = await atCodeField({
      "sms-code.send": sentCode(),
      "sms-code.ask": yes({ ref: "e-code00001" as never }),
    });
    await sends();
    await screen.findByText("✓ 已输入");
    await user.type(screen.getByRole("textbox", { name: "新手机号" }), "{Backspace}9");

    expect(screen.queryByText("✓ 已输入")).toBeNull();
    expect(screen.getByRole("button", { name: "发送验证码" })).toBeTruthy();
  });

  test("another is sent after a minute, and not before", async () => {
    const early = await atCodeField({ "sms-code.send": sentCode(MINUTE / 2) });
    await early.sends();
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: /秒后可重发/ });
    expect(button.disabled).toBe(true);
    early.unmount();

    const late = await atCodeField({ "sms-code.send": sentCode(MINUTE) });
    await late.sends();
    const again = await screen.findByRole<HTMLButtonElement>("button", { name: "重新发送" });
    expect(again.disabled).toBe(false);
    await late.user.click(again);
    expect(late.channels().filter((channel) => channel === "sms-code.send")).toHaveLength(2);
  });

  test("O09: an expired code says so and is not asked for", async () => {
    const { sends } = await atCodeField({ "sms-code.send": sentCode(5 * MINUTE + 1) });
    await sends();

    expect((await screen.findByText("验证码已过期，请重新发送。")).getAttribute("role")).toBe(
      "alert",
    );
    expect(screen.queryByRole("button", { name: "请客户输入验证码" })).toBeNull();
  });

  test("says plainly that no gateway takes the message", async () => {
    const { sends } = await atCodeField({ "sms-code.send": sentCode(0, { hasGateway: false }) });
    await sends();

    expect((await screen.findByText(/没有短信网关/)).getAttribute("role")).toBe("alert");
  });
});
