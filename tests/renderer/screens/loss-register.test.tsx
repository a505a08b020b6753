// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { LossRegister } from "#renderer/screens/loss/loss-register.tsx";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import { lossCaseView, oralCaseView } from "#tests/renderer/support/loss-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView } from "#tests/renderer/support/views.ts";

const matured = lossCaseView();
const oral = oralCaseView({ number: "00012605150002", customerName: "李四" });

describe("4010 the register of losses", () => {
  test("arrow keys go from case to case, and Enter leads to what can be done with it", async () => {
    const { user, store, bridge } = renderCounter(<LossRegister />, {
      answers: {
        "loss.register": yes({ rows: [matured, oral], total: 2 }),
        "customer.view": yes(customerView({ lossCases: [oral] })),
      },
    });

    await screen.findByText("李四");
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(screen.getByRole("heading", { name: /00012605150002/ })).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(document.activeElement?.textContent).toContain("4003");
    await user.keyboard("{Enter}");

    expect(bridge.asked).toContainEqual({ channel: "customer.view", input: { customer: "c-1" } });
    expect(store.getState().place).toEqual({ at: "screen", code: "4003" });
    expect(store.getState().subject).toEqual({ lossCase: "00012605150002" });
  });

  test("a word and a scope are asked for, and the first row takes the focus", async () => {
    const { user, bridge } = renderCounter(<LossRegister />, {
      answers: { "loss.register": yes({ rows: [matured], total: 1 }) },
    });

    await screen.findByText("张三");
    await user.keyboard("张三{Enter}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain("00012605100001"));
    await user.click(screen.getByRole("radio", { name: "到期待办" }));

    await screen.findByText("第 1 页，共 1 页，1 条");
    expect(bridge.asked.map(({ input }) => input)).toEqual([
      { show: "open", text: "", page: 0 },
      { show: "open", text: "张三", page: 0 },
      { show: "due", text: "张三", page: 0 },
    ]);
  });

  test("PageDown turns to the second page of 51 cases, and not beyond it", async () => {
    const { user, bridge } = renderCounter(<LossRegister />, {
      answers: { "loss.register": yes({ rows: [matured], total: 51 }) },
    });

    await screen.findByText("第 1 页，共 2 页，51 条");
    await user.keyboard("{ArrowDown}{PageDown}");
    await screen.findByText("第 2 页，共 2 页，51 条");
    await user.keyboard("{PageDown}");

    expect(bridge.asked.map(({ input }) => input)).toEqual([
      { show: "open", text: "", page: 0 },
      { show: "open", text: "", page: 1 },
    ]);
  });

  test("an empty register says so in words", async () => {
    renderCounter(<LossRegister />, {
      answers: { "loss.register": yes({ rows: [], total: 0 }) },
    });

    expect(await screen.findByText("没有未结的挂失案。")).toBeTruthy();
  });

  test("a refusal is said", async () => {
    renderCounter(<LossRegister />, {
      answers: { "loss.register": { ok: false, refusal: { code: "teller.not-signed-on" } } },
    });

    expect((await screen.findByRole("alert")).textContent).toContain("尚未签到");
  });
});
