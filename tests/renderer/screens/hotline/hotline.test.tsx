// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { CallQuestions } from "#core/contract/call-view.ts";
import { CustomerFreeze } from "#renderer/screens/freeze/customer-freeze.tsx";
import { Hotline } from "#renderer/screens/hotline/hotline.tsx";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import {
  customerView,
  previewView,
  receiptView,
  workstationView,
} from "#tests/renderer/support/views.ts";

const questions = CallQuestions.parse([
  { question: "document-number", record: "110105********002X" },
  { question: "reserved-phone", record: "138****1234" },
  { question: "address", record: "示例路1号" },
]);
const call = {
  id: "hc-1",
  customer: "c-1",
  customerName: "张三",
  callerName: "李四",
  startedAt: Date.UTC(2026, 4, 18, 1, 0, 0),
};
const onThePhone = workstationView({ call });

describe("7201 the hotline's screen", () => {
  test("O10: sends which questions were asked and whether they were right, and no answer", async () => {
    const { user, bridge } = renderCounter(<Hotline />, {
      customer: customerView(),
      answers: { "call.questions": yes(questions), "transaction.preview": yes(previewView()) },
    });

    await user.type(screen.getByRole("textbox", { name: "来电人姓名" }), "李四");
    await user.type(screen.getByRole("textbox", { name: "来电号码" }), "02158880000");
    const number = await screen.findByRole("radiogroup", { name: "证件号码" });
    await user.click(within(number).getByRole("radio", { name: "一致" }));
    const phone = screen.getByRole("radiogroup", { name: "预留手机号" });
    await user.click(within(phone).getByRole("radio", { name: "不一致" }));
    await user.click(screen.getByRole("button", { name: "下一步" }));

    await screen.findByText("将要发生");
    expect(bridge.asked.find(({ channel }) => channel === "transaction.preview")?.input).toEqual({
      code: "7201",
      input: {
        action: "start",
        customer: "c-1",
        callerName: "李四",
        callerPhone: "02158880000",
        asked: [
          { question: "document-number", right: true },
          { question: "reserved-phone", right: false },
        ],
      },
    });
  });

  test("W12: offers exactly what may be asked for by telephone, and the end of the call", async () => {
    renderCounter(<Hotline />, { customer: customerView(), workstation: onThePhone });

    expect(screen.getByRole("heading", { name: "通话中：张三" })).toBeTruthy();
    const ways = within(screen.getByRole("toolbar", { name: "通话中可办的业务" }));
    expect(ways.getAllByRole("button").map(({ textContent }) => textContent?.slice(0, 4))).toEqual([
      ...["4001", "6008", "7003", "7101"],
    ]);
    expect(screen.getByRole("button", { name: "结束通话" })).toBeTruthy();
  });

  test("is ended through its preview, and then says what was done", async () => {
    const { user, bridge } = renderCounter(<Hotline />, {
      workstation: onThePhone,
      answers: {
        "transaction.preview": yes(previewView()),
        "transaction.run": yes(receiptView()),
      },
    });

    await user.click(screen.getByRole("button", { name: "结束通话" }));
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");
    await screen.findByText("✓ 已入账");
    act(() => bridge.tell("workstation.changed", workstationView()));

    expect(screen.getByText("✓ 已入账")).toBeTruthy();
    expect(bridge.asked[0]?.input).toEqual({
      ...{ code: "7201", input: { action: "end", call: "hc-1" } },
    });
  });

  test("once the call is taken, what can be done for the caller stands there instead of a receipt", async () => {
    const { user, bridge } = renderCounter(<Hotline />, {
      customer: customerView(),
      answers: {
        "call.questions": yes(questions),
        "transaction.preview": yes(previewView()),
        "transaction.run": yes(receiptView()),
      },
    });
    await user.type(screen.getByRole("textbox", { name: "来电人姓名" }), "李四");
    await user.type(screen.getByRole("textbox", { name: "来电号码" }), "02158880000");
    await user.click(screen.getByRole("button", { name: "下一步" }));
    await screen.findByText("将要发生");
    await user.keyboard("{Enter}");

    act(() => bridge.tell("workstation.changed", onThePhone));

    expect(await screen.findByRole("heading", { name: "通话中：张三" })).toBeTruthy();
    expect(screen.queryByText("✓ 已入账")).toBeNull();
  });
});

describe("what is opened from a call", () => {
  test("T03: 4001 comes as by telephone, and does not ask again who calls", () => {
    renderCounter(<OralLoss />, { customer: customerView(), workstation: onThePhone });

    expect(screen.getByRole("radio", { name: /电话/ })).toHaveProperty("checked", true);
    expect(screen.queryByRole("textbox", { name: "来电人姓名" })).toBeNull();
  });

  test("W12: 6008 comes as by telephone for the one who calls, and over the counter for others", () => {
    const { unmount } = renderCounter(<CustomerFreeze />, {
      ...{ customer: customerView(), workstation: onThePhone },
    });
    expect(screen.getByRole("radio", { name: /电话/ })).toHaveProperty("checked", true);
    unmount();

    renderCounter(<CustomerFreeze />, {
      customer: customerView({ id: "c-2" }),
      workstation: onThePhone,
    });
    expect(screen.getByRole("radio", { name: /柜面/ })).toHaveProperty("checked", true);
  });
});

test("R19: the preview says which telephones will be told", async () => {
  const { user } = renderCounter(<Hotline />, {
    workstation: onThePhone,
    answers: { "transaction.preview": yes(previewView({ tells: ["138****1234"] })) },
  });

  await user.click(screen.getByRole("button", { name: "结束通话" }));

  expect(await screen.findByText("短信通知 138****1234")).toBeTruthy();
});
