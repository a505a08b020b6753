// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { BackupMadeView, BackupView } from "#core/contract/backup-view.ts";
import { ProtectionView } from "#core/contract/protection-view.ts";
import type { Role } from "#core/teller/teller.ts";
import { DataProtection } from "#renderer/screens/protection/data-protection.tsx";
import { type Answers, yes } from "#tests/renderer/support/fake-bridge.ts";
import { renderCounter } from "#tests/renderer/support/render-counter.tsx";
import { workstationView } from "#tests/renderer/support/views.ts";

const now = workstationView().now;

const backup = {
  name: "guitai-0001-2026-05-18-812.tar",
  sequence: 812,
  bytes: 12 * 1024 * 1024,
  madeAt: now,
  manifest: "ab".repeat(32),
};

function protectionView(changes: Partial<Record<keyof ProtectionView, unknown>> = {}) {
  return ProtectionView.parse({
    kind: "live",
    now,
    journal: { frames: 1812, segments: 3, format: 2, head: "0123456789abcdef".repeat(4) },
    snapshot: { sequence: 1800, behind: 12 },
    uselessSnapshots: 0,
    seal: { date: "2026-05-17", last: 1700, daysAgo: 1 },
    backup,
    isBackupLate: false,
    commandsSinceBackup: 1000,
    freeBytes: 5 * 1024 * 1024 * 1024,
    ...changes,
  });
}

function pageFor(role: Role, answers: Answers = {}) {
  const session = { status: "signed-on", teller: "3001", name: "行长", role };
  return renderCounter(<DataProtection />, {
    workstation: workstationView({ session }),
    answers: {
      "vault.view": yes({
        status: "open",
        kind: "live",
        keyStore: false,
        dataKey: 2,
        dataKeySince: now,
        publicKey: "ab".repeat(32),
      }),
      "protection.view": yes(protectionView()),
      "backup.view": yes(
        BackupView.parse({
          folder: "/data/guitai-backup",
          mayChoose: true,
          commandsSince: 1000,
          clearSegments: 0,
        }),
      ),
      ...answers,
    },
  });
}

describe("9009: how safe the books are", () => {
  test("everybody reads the numbers; a teller is told who backs up", async () => {
    pageFor("teller");

    expect(await screen.findByText("1,812")).toBeTruthy();
    expect(screen.getByText("3 段，最新为格式 2")).toBeTruthy();
    expect(screen.getByText("0123 4567 89ab cdef")).toBeTruthy();
    expect(screen.getByText("截至第 1800 笔，落后 12 笔")).toBeTruthy();
    expect(screen.getByText("2026-05-17，昨天，截至第 1700 笔")).toBeTruthy();
    expect(screen.getByText("5,120 MB")).toBeTruthy();
    expect(screen.getByText("备份由主管或网点负责人办理。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "开始备份" })).toBeNull();
    expect(screen.queryByRole("button", { name: "更换数据密钥…" })).toBeNull();
  });

  test("a late backup is said plainly, one of today is not", async () => {
    pageFor("teller", { "protection.view": yes(protectionView({ isBackupLate: true })) });

    expect(await screen.findByText(/最近一次备份已超过一天/)).toBeTruthy();
  });

  test("a branch that was never backed up is told so, and a seal of today is of today", async () => {
    pageFor("teller", {
      "protection.view": yes(
        protectionView({
          isBackupLate: true,
          backup: undefined,
          seal: { date: "2026-05-18", last: 1700, daysAgo: 0 },
        }),
      ),
    });

    expect(await screen.findByText(/从未备份/)).toBeTruthy();
    expect(screen.getByText("全部 1000 笔流水均无备份")).toBeTruthy();
    expect(screen.getByText("2026-05-18，今天，截至第 1700 笔")).toBeTruthy();
  });

  test("the last backup keeps its name and its manifest number, to compare with the paper", async () => {
    pageFor("teller");

    expect(await screen.findByText(/guitai-0001-2026-05-18-812\.tar/)).toBeTruthy();
    expect(screen.getByText("abab ".repeat(16).trim())).toBeTruthy();
  });

  test("a teller starts at the heading, who keeps the books at the key that backs up", async () => {
    pageFor("teller");
    await screen.findByText("1,812");
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    cleanup();

    pageFor("supervisor");
    const key = await screen.findByRole("button", { name: "开始备份" });
    await waitFor(() => expect(document.activeElement).toBe(key));
    expect(screen.queryByLabelText("现口令")).toBeNull();
  });

  test("what there is none of is said to be none", async () => {
    pageFor("teller", {
      "protection.view": yes(
        protectionView({ snapshot: undefined, seal: undefined, backup: undefined }),
      ),
    });

    expect(await screen.findAllByText("尚无")).toHaveLength(3);
  });

  test("the branch head changes the data key here, behind a key of its own", async () => {
    const { user } = pageFor("branch-head");
    await user.click(await screen.findByRole("button", { name: "更换数据密钥…" }));
    expect(screen.getByRole("heading", { name: "更换数据密钥" })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText("网点开机口令"));
  });

  test("the supervisor changes the passphrase alone", async () => {
    const { user } = pageFor("supervisor");
    const opener = await screen.findByRole("button", { name: "修改开机口令…" });
    expect(screen.queryByRole("button", { name: "更换数据密钥…" })).toBeNull();
    await user.click(opener);
    expect(document.activeElement).toBe(screen.getByLabelText("现口令"));
  });
});

describe("9009: a backup", () => {
  test("goes to the folder that was chosen, and shows path and manifest to write down", async () => {
    const { user, bridge } = pageFor("supervisor", {
      "backup.choose-folder": yes({ folder: "/media/usb" }),
      "backup.make": yes(
        BackupMadeView.parse({ backup, file: `/media/usb/${backup.name}`, clearSegments: 1 }),
      ),
    });

    await user.click(await screen.findByRole("button", { name: "选择文件夹" }));
    await screen.findByText("/media/usb");
    await user.click(screen.getByRole("button", { name: "开始备份" }));

    expect((await screen.findByRole("status")).textContent).toContain("备份完成");
    expect(bridge.asked).toContainEqual({
      channel: "backup.make",
      input: { folder: "/media/usb" },
    });
    expect(screen.getByText(`/media/usb/${backup.name}`)).toBeTruthy();
    expect(screen.getAllByText("abab ".repeat(16).trim())).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByRole("status"));
    expect(screen.getByText(/有 1 段流水由旧版程序写成/)).toBeTruthy();
  });

  test("tells how far it is and can be called off", async () => {
    let callOff = () => {};
    const { user, bridge } = pageFor("supervisor", {
      "backup.make": () =>
        new Promise((resolve) => {
          callOff = () => resolve({ ok: false, refusal: { code: "backup.cancelled" } });
        }),
      "backup.cancel": () => {
        callOff();
        return yes("done");
      },
    });

    await user.click(await screen.findByRole("button", { name: "开始备份" }));
    bridge.tell("backup.progress", { done: 1, total: 4 });
    expect(await screen.findByRole("progressbar")).toHaveProperty("value", 25);
    await user.click(screen.getByRole("button", { name: "取消备份" }));

    expect((await screen.findByRole("alert")).textContent).toContain("备份已取消");
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  test("one that was begun before the page was opened is followed to its end", async () => {
    const { bridge } = pageFor("supervisor", {
      "backup.view": yes(
        BackupView.parse({
          folder: "/data/guitai-backup",
          mayChoose: false,
          commandsSince: 0,
          clearSegments: 0,
          making: { done: 1, total: 2 },
        }),
      ),
    });

    expect(await screen.findByRole("progressbar")).toHaveProperty("value", 50);
    expect(screen.queryByRole("button", { name: "选择文件夹" })).toBeNull();
    bridge.tell("backup.progress", { done: 2, total: 2 });

    await expect.poll(() => screen.queryByRole("progressbar")).toBeNull();
  });
});
