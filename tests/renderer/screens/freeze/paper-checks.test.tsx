// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { RegisterWaitingFreeze } from "#renderer/screens/freeze/register-freeze.tsx";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { assistingView } from "#tests/renderer/support/freeze-views.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { customerView } from "#tests/renderer/support/views.ts";
import { choose, fillPapers, type } from "./fill-papers.ts";

const needless: Answers = {
  "transaction.preview": { ok: false, refusal: { code: "freeze.nothing-to-wait-for" } },
};

/** 6003 with everything filled in. */
async function filledIn(answers: Answers = needless) {
  const counter = renderCounter(<RegisterWaitingFreeze />, {
    workstation: assistingView(),
    customer: customerView(),
    answers,
  });
  await fillForm(counter.user);
  return counter;
}

async function fillForm(user: ReturnType<typeof renderCounter>["user"]): Promise<void> {
  await choose(user, "人民法院");
  await fillPapers(user);
  await type(user, "文书所载户名", "张三");
  await user.click(screen.getByRole("radio", { name: "金额" }));
  await type(user, "冻结金额（元）", "6000");
  await user.click(screen.getByRole("radio", { name: "及于孳息" }));
  await type(user, "期限（个月）", "12");
}

describe("numbers of papers and permits", () => {
  test.each([
    ["文书号", "冻7号", "文书号至少 4 个字，请照证件或文书录全"],
    ["第 2 名：证件号", "  A12  ", "第 2 名：证件号至少 4 个字，请照证件或文书录全"],
  ])(
    "%s of three characters is said at its field, and nothing is asked",
    async (name, typed, said) => {
      const { user, bridge } = await filledIn();

      await type(user, name, typed);
      await user.keyboard("{Enter}");

      expect((await screen.findByText(said)).getAttribute("role")).toBe("alert");
      expect(document.activeElement).toBe(screen.getByRole("textbox", { name }));
      expect(bridge.asked).toEqual([]);
    },
  );

  test.each(["文书号", "第 2 名：证件号"])("%s of four characters is asked", async (name) => {
    const { user, bridge } = await filledIn();

    await type(user, name, "A-12");
    await user.keyboard("{Enter}");

    await waitFor(() => expect(bridge.asked).toHaveLength(1));
  });
});

describe("an officer's permit", () => {
  test("F02: that ended yesterday is said of that very officer", async () => {
    const { user, bridge } = await filledIn();

    await type(user, "第 2 名：证件有效期至", "20260517");
    await user.keyboard("{Enter}");

    expect(await screen.findByText(/第 2 名：证件已过期/)).toBeTruthy();
    expect(screen.queryByText(/第 1 名：证件已过期/)).toBeNull();
    expect(bridge.asked).toEqual([]);
  });

  test("F02: that ends today is good", async () => {
    const { user, bridge } = await filledIn();

    await type(user, "第 2 名：证件有效期至", "20260518");
    await user.keyboard("{Enter}");

    await waitFor(() => expect(bridge.asked).toHaveLength(1));
  });
});

describe("a refusal of the rules", () => {
  test("goes once a field is wrong again: it was about what stood there before", async () => {
    const { user } = await filledIn({
      "transaction.preview": { ok: false, refusal: { code: "freeze.name-differs" } },
    });
    await user.keyboard("{Enter}");
    await screen.findByText(/户名与文书不符/);

    await type(user, "第 1 名：证件号", "A1");
    await user.keyboard("{Enter}");

    await screen.findByText(/第 1 名：证件号至少 4 个字/);
    expect(screen.queryByText(/户名与文书不符/)).toBeNull();
  });

  test("F08: where there is nothing to wait for, 6001 opens with all that was filled in", async () => {
    const counter = renderCounter(<TellerWindow />, {
      workstation: assistingView(),
      customer: customerView(),
      answers: {
        ...needless,
        "loss.register": yes({ rows: [], total: 0 }),
        "order.list": yes([]),
        "freeze.ending": yes({ count: 0 }),
      },
    });
    act(() => counter.store.getState().openScreen("6003"));
    await screen.findByRole("heading", { level: 1, name: /6003/ });
    await fillForm(counter.user);
    await counter.user.keyboard("{Enter}");
    expect((await screen.findByText(/没有可以轮候的/)).getAttribute("role")).toBe("alert");
    await counter.user.click(screen.getByRole("button", { name: /改办 6001/ }));

    await screen.findByRole("heading", { level: 1, name: /6001/ });
    const value = (name: string) => screen.getByRole("textbox", { name });
    expect(value("文书号")).toHaveProperty("value", "(2026)示01执12号");
    expect(value("送达时刻")).toHaveProperty("value", "11:58:07");
    expect(value("文书所载户名")).toHaveProperty("value", "张三");
    expect(await screen.findByRole("textbox", { name: "冻结金额（元）" })).toHaveProperty(
      "value",
      "6,000.00",
    );
    expect(await screen.findByRole("textbox", { name: "期限（个月）" })).toHaveProperty(
      "value",
      "12",
    );
    expect(counter.store.getState().place).toEqual({ at: "screen", code: "6001" });
  });
});
