// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { useEffect, useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { describe, expect, onTestFinished, test } from "vitest";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { Display } from "#renderer/customer/display.tsx";
import { createLanguage } from "#renderer/wording/language.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  fakeCustomerBridge,
  openCustomerWindow,
} from "#tests/renderer/support/render-customer.tsx";

const welcome = {
  status: "idle",
  branchName: "和平路支行",
  branchEnglishName: "Heping Road",
  demonstration: false,
} as const;
const asking = {
  status: "pin",
  purpose: "new",
  of: "card",
  number: "622202*********6788",
  demonstration: false,
} as const;

/** A display of a live branch that shows this. */
const display = (view: DisplayView) =>
  openCustomerWindow({
    "display.view": yes(view),
    "display.enter-pin": yes(view),
    "display.cancel": yes(view),
  });

/** Presses a key, wherever the focus is. */
function type(key: string): void {
  window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
}

/** Draws with the display, and types before React does what it leaves for later. */
function Typist({
  bridge,
  typist,
}: {
  bridge: CustomerBridge;
  typist: { onceDrawn?: () => void };
}) {
  const [, draw] = useState<DisplayView>();
  useEffect(() => bridge.onNotice("display.changed", draw), [bridge]);
  useLayoutEffect(() => typist.onceDrawn?.());
  return null;
}

/** A display that is drawn when React itself finds time for it, and not at once as for other tests. */
function displayDrawnLikeReal(view: DisplayView) {
  const fake = fakeCustomerBridge({
    "display.view": yes(view),
    "display.enter-pin": () => new Promise(() => {}),
  });
  const typist: { onceDrawn?: () => void } = {};
  const before = Reflect.get(globalThis, "IS_REACT_ACT_ENVIRONMENT");
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", false);
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  onTestFinished(() => {
    root.unmount();
    document.body.replaceChildren();
    Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", before);
  });
  root.render(
    <I18nextProvider i18n={createLanguage("zh-CN")}>
      <Display bridge={fake.bridge} />
      <Typist bridge={fake.bridge} typist={typist} />
    </I18nextProvider>,
  );
  return { ...fake, typist };
}

describe("the customer's display", () => {
  test("welcomes with the name of the branch", async () => {
    display(welcome);

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

  test("takes keys from the moment a question is drawn: what is typed at once is not lost", async () => {
    const { tell, asked, typist } = displayDrawnLikeReal(asking);
    await screen.findByRole("heading", { name: "请设置新密码" });
    [..."947258"].forEach(type);
    await screen.findByLabelText("已输入 6 位，共 6 位");
    type("Enter");
    await screen.findByLabelText("已输入 0 位，共 6 位");

    // The second question comes before the answer to the first.
    typist.onceDrawn = () => [..."947258", "Enter"].forEach(type);
    tell("display.changed", { ...asking, purpose: "again" });
    await screen.findByRole("heading", { name: "请再输入一次新密码" });

    const entered = asked.filter(({ channel }) => channel === "display.enter-pin");
    expect(entered.map(({ input }) => input)).toEqual([{ digits: "947258" }, { digits: "947258" }]);
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

    tell("display.changed", { ...asking, purpose: "again" });
    await screen.findByRole("heading", { name: "请再输入一次新密码" });
    expect(screen.getByRole("status").getAttribute("aria-label")).toBe("已输入 0 位，共 6 位");

    tell("display.changed", { ...asking, problem: "sequence" });
    await waitFor(() =>
      expect(screen.getByRole("alert").textContent).toBe("密码过于简单（连续数字），请换一个"),
    );
  });

  test("says whether it asks for a card's PIN or for the password of electronic banking", async () => {
    const { tell } = display(asking);
    await screen.findByText("卡号 622202*********6788");

    tell("display.changed", { ...asking, of: "e-bank" });

    await screen.findByRole("heading", { name: "请设置电子银行登录密码" });
    expect(screen.getByText("注册卡 622202*********6788")).toBeTruthy();
  });

  test("the customer may stop at any time", async () => {
    const { user, asked } = display(asking);
    await screen.findByRole("heading", { name: "请设置新密码" });

    await user.keyboard("12{Escape}");

    expect(asked.at(-1)).toEqual({ channel: "display.cancel", input: undefined });
  });

  test("of a live branch plays nothing and asks for no bank and no card", async () => {
    const { user, asked } = display(welcome);
    await screen.findByText("和平路支行");

    await user.keyboard("{Alt>}2{/Alt}");

    expect(screen.queryByRole("navigation")).toBeNull();
    expect(new Set(asked.map(({ channel }) => channel))).toEqual(new Set(["display.view"]));
  });
});
