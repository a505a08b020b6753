import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "../../../scripts/setup/build.mjs";

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "guitai-build-"));
  mkdirSync(join(project, "core/card"), { recursive: true });
  writeFileSync(join(project, "core/card/pan.ts"), "export const a = 1;");
});
afterEach(() => rmSync(project, { recursive: true }));

test("a build is made again after a source has changed", () => {
  const before = fingerprint(project);
  writeFileSync(join(project, "core/card/pan.ts"), "export const a = 2;");

  expect(fingerprint(project)).not.toBe(before);
});

test("a build is made again after a source was added, moved or removed", () => {
  const before = fingerprint(project);
  writeFileSync(join(project, "core/card/bin.ts"), "");
  const added = fingerprint(project);
  rmSync(join(project, "core/card/pan.ts"));

  expect(added).not.toBe(before);
  expect(fingerprint(project)).not.toBe(added);
});

test("a build stays good when only dates or other folders change", () => {
  const before = fingerprint(project);
  utimesSync(join(project, "core/card/pan.ts"), new Date(0), new Date(0));
  mkdirSync(join(project, "tests"));
  writeFileSync(join(project, "tests/pan.test.ts"), "");

  expect(fingerprint(project)).toBe(before);
});
