// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Role } from "#core/teller/teller.ts";
import { BranchKeys } from "#renderer/screens/vault/branch-keys.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

function keysFor(role: Role, kind: "live" | "demonstration" = "live", answers: Answers = {}) {
  const session = { status: "signed-on", teller: "3001", name: "行长", role };
  const workstation = workstationView({ session });
  const opened = (dataKey: number) =>
    yes({
      status: "open",
      kind,
      keyStore: false,
      dataKey,
      dataKeySince: workstation.now,
      publicKey: "ab".repeat(32),
    } as const);
  return renderCounter(<BranchKeys />, {
    workstation,
    answers: {
      "vault.view": opened(1),
      "vault.change-passphrase": opened(1),
      "vault.rotate-key": opened(2),
      ...answers,
    },
  });
}

describe("1005: the keys of the branch", () => {
  test("the passphrase is changed with the one in use, typed twice, by keyboard alone", async () => {
    const { user, bridge } = keysFor("supervisor");
    await screen.findByLabelText("现口令");

    await user.keyboard("the old envelopes{Tab}the new envelopes{Tab}the new envelopes{Enter}");

    expect((await screen.findByRole("status")).textContent).toContain("口令已修改");
    expect(bridge.asked).toContainEqual({
      channel: "vault.change-passphrase",
      input: { passphrase: "the old envelopes", next: "the new envelopes" },
    });
    expect(screen.getByLabelText("现口令")).toHaveProperty("value", "");
    expect(document.activeElement).toBe(screen.getByRole("status"));
    expect(screen.queryByRole("heading", { name: "更换数据密钥" })).toBeNull();
  });

  test("the data key is the branch head's to change; its new number is shown", async () => {
    const { user } = keysFor("branch-head");

    await user.type(await screen.findByLabelText("网点开机口令"), "the old envelopes{Enter}");

    expect((await screen.findByRole("status")).textContent).toContain("数据密钥已更换");
    expect(screen.getByText(/第 2 号/)).toBeTruthy();
  });

  test("a wrong passphrase is said aloud", async () => {
    const refusal = { code: "vault.wrong-passphrase", waitSeconds: 1 } as const;
    const { user } = keysFor("branch-head", "live", {
      "vault.rotate-key": { ok: false, refusal },
    });

    await user.type(await screen.findByLabelText("网点开机口令"), "not this one{Enter}");

    expect((await screen.findByRole("alert")).textContent).toContain("请等待 1 秒");
    expect(document.activeElement).toBe(screen.getByLabelText("网点开机口令"));
  });

  test("a teller reads who may, and a demonstration has no passphrase to ask for", async () => {
    keysFor("teller");
    await screen.findByText(/口令由主管或负责人修改/);
    expect(screen.queryByRole("button")).toBeNull();

    const { user, bridge } = keysFor("branch-head", "demonstration");
    await user.click(await screen.findByRole("button", { name: "更换密钥" }));
    expect((await screen.findByRole("alert")).textContent).toContain("确定现在更换");
    expect(bridge.asked.map(({ channel }) => channel)).not.toContain("vault.rotate-key");
    await user.click(screen.getByRole("button", { name: "确定更换" }));
    expect(bridge.asked).toContainEqual({ channel: "vault.rotate-key", input: { passphrase: "" } });
  });
});
