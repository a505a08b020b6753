// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { afterEach, describe, expect, test } from "vitest";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { Display } from "#renderer/customer/display.tsx";
import { createLanguage } from "#renderer/wording/language.ts";

afterEach(cleanup);

const asking: DisplayView = {
  status: "pin",
  purpose: "new",
  number: "622202*********6788",
  demonstration: false,
};

function display(view: DisplayView) {
  const asked: { readonly channel: string; readonly input: unknown }[] = [];
  const told = new Set<(view: DisplayView) => void>();
  const bridge: CustomerBridge = {
    async request(channel, input) {
      asked.push({ channel, input });
      // Every channel of this display answers with what it now shows.
      return { ok: true, value: view as never };
    },
    onNotice(_channel, listener) {
      told.add(listener as (view: DisplayView) => void);
      return () => told.delete(listener as (view: DisplayView) => void);
    },
  };
  render(
    <I18nextProvider i18n={createLanguage("zh-CN")}>
      <Display bridge={bridge} />
    </I18nextProvider>,
  );
  return {
    asked,
    user: userEvent.setup(),
    tell(next: DisplayView) {
      for (const listener of told) listener(next);
    },
  };
}

describe("the customer's display", () => {
  test("welcomes with the name of the branch", async () => {
    display({ status: "idle", branchName: "和平路支行", demonstration: false });

    expect(await screen.findByText("和平路支行")).toBeTruthy();
  });

  test("K07: takes six digits from the keyboard and shows none of them", async () => {
    const { user, asked } = display(asking);
    await screen.findByRole("heading", { name: "请设置新密码" });

    await user.keyboard("94725");
    expect(screen.getByRole("status").getAttribute("aria-label")).toBe("已输入 5 位，共 6 位");
    expect(document.body.textContent).not.toContain("94725");
    await user.keyboard("8{Enter}");

    expect(asked.at(-1)).toEqual({ channel: "display.enter-pin", input: { digits: "947258" } });
  });

  test("takes them from fingers, and confirms not before the sixth", async () => {
    const { user, asked } = display(asking);
    await screen.findByRole("heading", { name: "请设置新密码" });
    const press = (name: string) => user.click(screen.getByRole("button", { name }));

    for (const digit of ["9", "4", "7", "2", "5"]) await press(digit);
    expect(screen.getByRole("button", { name: "确认" })).toHaveProperty("disabled", true);
    await press("8");
    await press("确认");

    expect(asked.at(-1)).toEqual({ channel: "display.enter-pin", input: { digits: "947258" } });
  });

  test("asks again with an empty pad, and says what was wrong", async () => {
    const { user, tell } = display(asking);
    await screen.findByRole("heading", { name: "请设置新密码" });
    await user.keyboard("123");

    tell({ ...asking, purpose: "again" });
    await screen.findByRole("heading", { name: "请再输入一次新密码" });
    expect(screen.getByRole("status").getAttribute("aria-label")).toBe("已输入 0 位，共 6 位");

    tell({ ...asking, problem: "sequence" });
    await waitFor(() =>
      expect(screen.getByRole("alert").textContent).toBe("密码过于简单（连续数字），请换一个"),
    );
  });

  test("the customer may stop at any time", async () => {
    const { user, asked } = display(asking);
    await screen.findByRole("heading", { name: "请设置新密码" });

    await user.keyboard("12{Escape}");

    expect(asked.at(-1)).toEqual({ channel: "display.cancel", input: undefined });
  });
});
