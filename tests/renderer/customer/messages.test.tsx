// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { DisplayView } from "#core/contract/display-view.ts";
import { PhoneMessage, PhoneView } from "#core/contract/sms-view.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { openCustomerWindow } from "#tests/renderer/support/render-customer.tsx";

const NOON = Date.UTC(2026, 2, 18, 4);
type Status = NonNullable<PhoneMessage["code"]>["status"];

function coded(number: number, status: Status = "open"): PhoneMessage {
  return PhoneMessage.parse({
    id: `m-${number}`,
    template: "code.phone-change",
    texts: { "zh-CN": `验证码31415${number}，请勿告知他人。`, en: `Code 31415${number}.` },
    sentAt: NOON + number,
    code: { purpose: "phone-change", expiresAt: NOON + 300_000, status },
  });
}
const said = PhoneMessage.parse({
  id: "m-9",
  template: "phone-set",
  texts: { "zh-CN": "本号码已登记。", en: "Registered." },
  sentAt: NOON,
});

/** Each telephone's messages; the one that rang last first. */
function phones(...all: readonly (readonly PhoneMessage[])[]): PhoneView {
  return PhoneView.parse({
    now: NOON,
    phones: all.map((messages, index) => ({
      number: `139****000${index}`,
      customer: `c-${index + 1}`,
      name: ["赵一", "钱二"][index] ?? "",
      isReserved: index === 0,
      messages,
    })),
  });
}
const pad: DisplayView = {
  ...{ status: "pin", purpose: "verify", of: "sms-code", number: "139****0000" },
  ...{ codeFor: "phone-change", demonstration: true },
};

async function opened(view = phones()) {
  const window = openCustomerWindow({ "phone.view": yes(view) });
  await screen.findByRole("navigation");
  return window;
}
const ringing = () => screen.queryByRole("complementary", { name: "刚收到的短信" });

describe("the customer's telephone", () => {
  test("E14: shows what 95588 wrote, the latest first, each code with how it stands", async () => {
    const { user } = await opened(phones([coded(2), coded(1, "used"), said]));
    await user.keyboard("{Alt>}6{/Alt}");

    const list = within(screen.getByRole("list", { name: "短信" })).getAllByRole("listitem");
    expect(list.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("314152"),
      expect.stringContaining("验证码已使用"),
      expect.stringContaining("本号码已登记"),
    ]);
    expect(screen.getByRole("heading", { name: "95588" })).toBeTruthy();
  });

  test("is chosen among all that rang", async () => {
    const { user } = await opened(phones([coded(1)], [said]));
    await user.keyboard("{Alt>}6{/Alt}");
    await user.selectOptions(
      screen.getByRole("combobox", { name: "谁的手机" }),
      "钱二 139****0001",
    );

    expect(screen.getByText("本号码已登记。")).toBeTruthy();
    expect(screen.getByText("139****0001，不是现在的预留手机号")).toBeTruthy();
  });

  test("E11: a code that comes rings beside the pad, takes no keys, and stops when it has served", async () => {
    const { user, tell, asked } = await opened(phones([said]));
    expect(ringing()).toBeNull();

    tell("phone.changed", phones([coded(1), said]));
    tell("display.changed", pad);
    expect(ringing()?.textContent).toContain("验证码314151");
    await user.keyboard("314151{Enter}");
    expect(asked.at(-1)).toEqual({ channel: "display.enter-pin", input: { digits: "314151" } });

    tell("phone.changed", phones([coded(1, "used"), said]));
    expect(ringing()).toBeNull();
  });

  test("rings for nothing that was there when the window opened, nor for what wants no answer", async () => {
    const { tell } = await opened(phones([coded(1)]));
    expect(ringing()).toBeNull();

    tell("phone.changed", phones([said, coded(1)]));
    expect(ringing()).toBeNull();
  });

  test("rings no more once it was read, or while the telephone itself is in view", async () => {
    const { user, tell } = await opened(phones([said]));
    tell("phone.changed", phones([coded(1), said]));
    await user.click(screen.getByRole("button", { name: "知道了" }));
    expect(ringing()).toBeNull();

    tell("phone.changed", phones([coded(2), coded(1), said]));
    expect(ringing()?.textContent).toContain("314152");
    await user.keyboard("{Alt>}6{/Alt}");
    expect(ringing()).toBeNull();
  });
});
