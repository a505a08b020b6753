// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Refusal } from "#core/contract/refusal.ts";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

const refused = (refusal: Refusal) => ({ ok: false, refusal }) as const;
const signedOff = workstationView({ session: { status: "signed-off" } });

/** The teller's window of a branch whose vault stands like that, until the branch is open. */
async function closedBranch(
  status: "locked" | "new" | "in-clear" | "opening",
  answers: Answers = {},
) {
  let isOpen = false;
  const rendered = renderCounter(<TellerWindow />, {
    answers: {
      "vault.view": yes({ status, waitSeconds: 0 }),
      "workstation.view": () => (isOpen ? yes(signedOff) : refused({ code: "workstation.locked" })),
      ...answers,
    },
  });
  rendered.store.setState({ workstation: undefined });
  await rendered.store.getState().readWorkstation();
  return {
    ...rendered,
    openNow: () => {
      isOpen = true;
    },
  };
}

const opened = yes({
  status: "open",
  kind: "live",
  keyStore: false,
  dataKey: 1,
  dataKeySince: signedOff.now,
  publicKey: "ab".repeat(32),
} as const);

describe("opening the branch", () => {
  test("is not asked for again in a window that was loaded while the books are read", async () => {
    const { bridge } = await closedBranch("opening");
    await screen.findByText("正在打开账簿，请稍候。");
    expect(screen.queryByLabelText("网点开机口令")).toBeNull();

    act(() => bridge.tell("workstation.changed", signedOff));

    await screen.findByRole("heading", { name: "柜员签到" });
  });

  test("is the passphrase and Enter, and then tellers sign on", async () => {
    const branch = await closedBranch("locked", {
      "vault.open": () => {
        branch.openNow();
        return opened;
      },
    });
    await screen.findByRole("heading", { name: "网点开机" });

    await branch.user.keyboard("two envelopes, 2026{Enter}");

    await screen.findByRole("heading", { name: "柜员签到" });
    expect(branch.bridge.asked).toContainEqual({
      channel: "vault.open",
      input: { passphrase: "two envelopes, 2026" },
    });
  });

  test("with a wrong passphrase says so aloud and for how long to wait; the field is empty", async () => {
    const { user } = await closedBranch("locked", {
      "vault.open": refused({ code: "vault.wrong-passphrase", waitSeconds: 4 }),
    });
    await screen.findByRole("heading", { name: "网点开机" });

    await user.keyboard("something else{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("请等待 4 秒");
    expect(screen.getByLabelText("网点开机口令")).toHaveProperty("value", "");
    expect(document.activeElement).toBe(screen.getByLabelText("网点开机口令"));
    expect(screen.queryByRole("navigation")).toBeNull();
  });

  test("too soon was no try: what was typed stays, and the seconds are counted down", async () => {
    const { user } = await closedBranch("locked", {
      "vault.open": refused({ code: "vault.too-soon", waitSeconds: 2 }),
    });
    await screen.findByRole("heading", { name: "网点开机" });

    await user.keyboard("two envelopes, 2026{Enter}");

    await screen.findByText("还须等待 2 秒");
    expect(screen.getByLabelText("网点开机口令")).toHaveProperty("value", "two envelopes, 2026");
    await screen.findByText("还须等待 1 秒", {}, { timeout: 5000 });
    await waitFor(() => expect(screen.queryByText(/还须等待/)).toBeNull(), { timeout: 5000 });
  });

  test("F1 says whom to ask, although nobody has signed on", async () => {
    const { user } = await closedBranch("locked");
    await screen.findByRole("heading", { name: "网点开机" });
    const help = screen.getByRole("group");
    expect(help).toHaveProperty("open", false);

    await user.keyboard("{F1}");

    expect(help).toHaveProperty("open", true);
    expect(help.textContent).toContain("网点负责人");
  });
});

describe("setting the passphrase of a branch", () => {
  test("says that nobody can open the books without it, and asks for it twice", async () => {
    const { user, bridge } = await closedBranch("new");
    await screen.findByRole("heading", { name: "设置网点开机口令" });

    await user.keyboard("two envelopes, 2026{Tab}two envelopes, 2027{Enter}");

    await screen.findByText("两次输入的口令不一致");
    expect(screen.getByText(/任何人都永远无法打开账簿.*两个信封/)).toBeTruthy();
    expect(bridge.asked.map(({ channel }) => channel)).not.toContain("vault.found");
  });

  test("sends it once both are alike", async () => {
    const branch = await closedBranch("new", {
      "vault.found": () => {
        branch.openNow();
        return opened;
      },
    });
    await screen.findByRole("heading", { name: "设置网点开机口令" });

    await branch.user.keyboard("two envelopes, 2026{Tab}two envelopes, 2026{Enter}");

    await waitFor(() =>
      expect(branch.bridge.asked).toContainEqual({
        channel: "vault.found",
        input: { passphrase: "two envelopes, 2026" },
      }),
    );
    await screen.findByRole("heading", { name: "柜员签到" });
  });

  test("of an older program says that the older part stays readable", async () => {
    await closedBranch("in-clear");

    await screen.findByText(/较早的流水在归档之前仍可直接读出/);
  });

  test("a weak one is refused in words", async () => {
    const { user } = await closedBranch("new", {
      "vault.found": refused({ code: "vault.passphrase-weak", weakness: "run" }),
    });
    await screen.findByRole("heading", { name: "设置网点开机口令" });

    await user.keyboard("abcdefghijklm{Tab}abcdefghijklm{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("连续的字符");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("网点开机口令")));
  });
});
