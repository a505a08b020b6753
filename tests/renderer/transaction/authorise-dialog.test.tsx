// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView, previewView } from "#tests/renderer/support/views.ts";

const request = { code: "4001", input: {} } as const;

async function asked(answers: Answers) {
  const counter = renderCounter(<OralLoss />, {
    customer: customerView(),
    answers: { "transaction.preview": yes(previewView({ level: "A2" })), ...answers },
  });
  await counter.store.getState().previewTransaction(request);
  await counter.store.getState().confirmTransaction();
  const dialog = await screen.findByRole("dialog", { name: "授权" });
  return { ...counter, dialog: within(dialog) };
}

describe("a second person's word", () => {
  test("D04: is asked before the very facts that will be posted", async () => {
    const { dialog } = await asked({});

    expect(dialog.getByText("A2 主管授权")).toBeTruthy();
    expect(dialog.getByText("622202*********6788")).toBeTruthy();
    expect(dialog.getByText("口头挂失到期自动失效，请在到期前办理书面挂失")).toBeTruthy();
  });

  test("D03: a refusal is said, and the password is gone", async () => {
    const { dialog, user } = await asked({
      "authorisation.approve": { ok: false, refusal: { code: "authorisation.self" } },
    });

    await user.type(dialog.getByLabelText("授权人工号"), "0101");
    await user.type(dialog.getByLabelText("密码"), "secret{Enter}");

    expect((await dialog.findByRole("alert")).textContent).toContain("不能授权自己的业务");
    expect(dialog.getByLabelText("密码")).toHaveProperty("value", "");
  });

  test("D09: is declined with number, password and a reason", async () => {
    const { dialog, user, bridge } = await asked({ "authorisation.decline": yes("done") });

    await user.click(dialog.getByRole("button", { name: "拒绝授权…" }));
    await user.type(dialog.getByLabelText("授权人工号"), "0201");
    await user.type(dialog.getByLabelText("密码"), "secret");
    await user.type(dialog.getByLabelText("拒绝原因"), "证件不清{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain(
      "授权人 0201 已拒绝：证件不清",
    );
    expect(bridge.asked.at(-1)).toEqual({
      channel: "authorisation.decline",
      input: { request, approver: "0201", password: "secret", reason: "证件不清" },
    });
  });
});
