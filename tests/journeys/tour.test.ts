import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** A whole day in one test, which a busy machine takes its time for; nothing is proved by it. */
const PATIENCE_MS = 300_000;

test(
  "the tour plays to its end, with a picture a step, every slip, and a journal that verifies",
  () => {
    const out = mkdtempSync(join(tmpdir(), "guitai-tour-pictures-"));
    const tour = ["--import", "tsx", join("scripts", "tour.ts"), "--out", out];
    const { status, stdout, stderr } = spawnSync(process.execPath, tour, { encoding: "utf8" });

    expect(status, stderr || stdout).toBe(0);
    expect(stdout).toContain("are as sealed");
    expect(stdout).toContain("The folder is as it was written.");
    const files = readdirSync(out);
    expect(files.filter((file) => file.endsWith(".png")).length).toBeGreaterThanOrEqual(103);
    expect(files.filter((file) => file.endsWith(".pdf"))).toHaveLength(38);
  },
  PATIENCE_MS,
);
