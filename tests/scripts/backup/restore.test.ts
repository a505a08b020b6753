import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openJournal } from "#main/journal/journal.ts";
import { openTestVault } from "#tests/support/books.ts";
import { RECORDED_AT, record } from "#tests/support/journal-folder.ts";
import { makeBackup } from "../../../scripts/backup/make-backup.mjs";
import { type Manifest, manifestText } from "../../../scripts/backup/manifest.mjs";
import { checkBackup, restoreBackup } from "../../../scripts/backup/restore-backup.mjs";
import { padding, tarHeader } from "../../../scripts/backup/tar.mjs";
import { Finding } from "../../../scripts/verifier/bytes.mjs";

interface Member {
  readonly name: string;
  readonly bytes: Buffer;
}

let place: string;
let backup: Buffer;
let manifest: Manifest;
let sha256: string;
let members: readonly Member[];

// One small backup for all: nothing here changes it but copies.
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "guitai-restore-"));
  const folder = join(place, "origin");
  const keys = await openTestVault(folder, "live");
  const journal = await openJournal({ folder, kind: "live", keys, segmentBytes: 16 * 1024 });
  const deposit = (sequence: number) => JSON.stringify({ sequence, entries: [] });
  record(journal, deposit(1), deposit(2));
  journal.close();
  mkdirSync(join(folder, "ledger", "seals"));
  writeFileSync(join(folder, "ledger", "seals", "2026-03-02.seal"), "a.b.c\n");
  const made = await makeBackup({ folder, program: "0.1.0", now: RECORDED_AT });
  ({ manifest, sha256 } = made);
  backup = readFileSync(made.file);
  members = manifest.files.map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) }));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** An archive of these members under a manifest that is true of them, as a forger makes it. */
function forged(changed: Partial<Manifest>, files: readonly Member[] = members): Buffer {
  const seconds = Math.floor(manifest.madeAt / 1000);
  const listed = files.map(({ name, bytes }) => ({
    name,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }));
  const text = Buffer.from(manifestText({ ...manifest, files: listed, ...changed }));
  const whole = [{ name: "manifest.json", bytes: text }, ...files].flatMap(({ name, bytes }) => [
    tarHeader({ name, size: bytes.length, seconds }),
    bytes,
    Buffer.alloc(padding(bytes.length)),
  ]);
  return Buffer.concat([...whole, Buffer.alloc(1024)]);
}

/** Offset of a member's header in the backup. */
function headerAt(name: string): number {
  for (let offset = 0; offset < backup.length; ) {
    const size = Number.parseInt(backup.toString("latin1", offset + 124, offset + 135), 8);
    if (backup.toString("latin1", offset, offset + name.length) === name) return offset;
    offset += 512 + size + padding(size);
  }
  throw new Error(`no ${name} in the backup`);
}

/** The backup with another header in the place of one, its checksum made to fit. */
function withHeader(name: string, change: (header: Buffer) => void): Buffer {
  const changed = Buffer.from(backup);
  const header = changed.subarray(headerAt(name), headerAt(name) + 512);
  change(header);
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return changed;
}

/** What restoring some bytes ends in, and that nothing of it is left anywhere. */
function endOf(bytes: Buffer, expected?: string): string {
  const around = join(place, "around");
  mkdirSync(around);
  try {
    const file = join(around, "backup.tar");
    writeFileSync(file, bytes);
    restoreBackup({ file, folder: join(around, "restored"), expected });
    return "restored";
  } catch (failure) {
    expect(readdirSync(around)).toEqual(["backup.tar"]);
    if (!(failure instanceof Error)) throw failure;
    if (failure instanceof Finding) return "finding";
    expect(failure.name).toBe("Refused");
    return "code" in failure ? String(failure.code) : "";
  } finally {
    rmSync(around, { recursive: true, force: true });
  }
}

describe("a backup that was not touched", () => {
  test("is restored byte for byte", () => {
    const file = join(place, "whole.tar");
    writeFileSync(file, backup);

    const restored = restoreBackup({ file, folder: join(place, "restored"), expected: sha256 });

    expect(restored).toEqual({ manifest, sha256 });
    for (const { name, bytes } of members) {
      expect(readFileSync(join(place, "restored", name)).equals(bytes)).toBe(true);
    }
    expect(checkBackup({ file, expected: sha256 })).toEqual(restored);
  });

  test("is laid into an empty folder, and into no other", () => {
    const file = join(place, "again.tar");
    writeFileSync(file, backup);
    const [empty, used, link] = ["empty", "used", "link"].map((name) => join(place, name));
    mkdirSync(`${empty}`);
    mkdirSync(`${used}`);
    writeFileSync(join(`${used}`, "letter.txt"), "keep me");
    symlinkSync(`${empty}-elsewhere`, `${link}`);

    restoreBackup({ file, folder: `${empty}` });

    expect(existsSync(join(`${empty}`, "vault.json"))).toBe(true);
    for (const taken of [`${empty}`, `${used}`, `${link}`]) {
      expect(() => restoreBackup({ file, folder: taken })).toThrow(/not empty/);
      expect(existsSync(`${taken}.part`)).toBe(false);
    }
    expect(readdirSync(`${used}`)).toEqual(["letter.txt"]);
  });

  test("is not laid over what an interrupted restore has left", () => {
    const file = join(place, "third.tar");
    writeFileSync(file, backup);
    const folder = join(place, "third");
    mkdirSync(`${folder}.part`);
    writeFileSync(join(`${folder}.part`, "half"), "");

    expect(() => restoreBackup({ file, folder })).toThrow(/interrupted restore/);
    expect(readdirSync(`${folder}.part`)).toEqual(["half"]);
  });
});

describe("a backup of somebody who means harm, or of a bad disk", () => {
  test("with any byte flipped is refused, and nothing of it is left", () => {
    const ends = new Set<string>();

    for (let offset = 0; offset < backup.length; offset += offset < 9000 ? 13 : 211) {
      const changed = Buffer.from(backup);
      changed.writeUInt8(changed.readUInt8(offset) ^ (1 << (offset % 8)), offset);
      ends.add(endOf(changed, sha256));
    }

    expect(ends.has("restored")).toBe(false);
    expect(ends.has("backup.damaged")).toBe(true);
  });

  test("cut off anywhere is refused, and nothing of it is left", () => {
    const ends = new Set<string>();

    for (let length = 0; length < backup.length; length += 307) {
      ends.add(endOf(backup.subarray(0, length)));
    }
    ends.add(endOf(backup.subarray(0, backup.length - 1)));

    expect([...ends].sort()).toEqual(["backup.cut-off"]);
  });

  test("that goes on behind its end, or has one member more, is refused", () => {
    const header = tarHeader({ name: "extra", size: 0, seconds: 0 });
    const body = backup.subarray(0, backup.length - 1024);

    expect(endOf(Buffer.concat([backup, Buffer.alloc(512)]))).toBe("backup.too-long");
    expect(endOf(Buffer.concat([body, header, Buffer.alloc(1024)]))).toBe("backup.too-long");
    expect(endOf(Buffer.concat([body, header, Buffer.alloc(512)]))).toBe("backup.damaged");
  });

  test.each([
    ["the way up", "../escaped"],
    ["the way up from inside", "ledger/../../escaped"],
    ["an absolute way", "/tmp/escaped"],
    ["a drive", "C:\\escaped"],
    ["another name of the same", "./vault.json"],
    ["a stranger", "notes.txt"],
  ])("whose manifest and archive agree on %s is refused: %s", (_, name) => {
    const [vault = { name: "", bytes: Buffer.alloc(0) }, ...others] = members;

    expect(endOf(forged({}, [{ ...vault, name }, ...others]))).toBe("backup.damaged");
    expect(endOf(forged({}, [...members, { name, bytes: Buffer.from("x") }]))).toBe(
      "backup.damaged",
    );
  });

  test("that names a file twice, or in another order, is refused", () => {
    const [vault, head, ...others] = members;
    const seal = members.at(-1);
    const all = [vault, head, ...others, seal].filter((member) => member !== undefined);
    const turned = [head, vault, ...others].filter((member) => member !== undefined);

    expect(endOf(forged({}, all))).toBe("backup.damaged");
    expect(endOf(forged({}, turned))).toBe("backup.damaged");
    expect(endOf(forged({}, members))).toBe("restored");
  });

  test.each([
    ["a symbolic link", "2", "/etc/passwd"],
    ["a hard link", "1", "vault.json"],
    ["a device", "3", ""],
    ["a folder", "5", ""],
    ["a long name of GNU tar", "L", ""],
    ["an extended header of pax", "x", ""],
  ])("with %s in the place of a file is refused", (_, type, target) => {
    const changed = withHeader("ledger/HEAD", (header) => {
      header.write(type, 156, "latin1");
      header.write(target, 157, "latin1");
    });

    expect(endOf(changed)).toBe("backup.foreign-member");
  });

  test("that claims a huge file is refused before anything is written", () => {
    const huge = manifest.files.map((file, at) =>
      at === 2 ? { ...file, size: 8 ** 11 - 1 } : file,
    );
    const tooHuge = huge.map((file, at) => (at === 2 ? { ...file, size: 8 ** 11 } : file));
    const claimed = withHeader("manifest.json", (header) => header.write("77777777777", 124));
    const claimedInside = withHeader("vault.json", (header) => header.write("77777777777", 124));

    expect(endOf(forged({ files: huge }))).toBe("backup.cut-off");
    expect(endOf(forged({ files: tooHuge }))).toBe("backup.damaged");
    expect(endOf(claimed)).toBe("backup.not-one");
    expect(endOf(claimedInside)).toBe("backup.foreign-member");
  });

  test("whose manifest was edited is found by the number on the receipt, and often without", () => {
    const journal = { ...manifest.journal, sequence: 1 };

    expect(endOf(forged({ program: "9.9.9" }), sha256)).toBe("backup.other-manifest");
    expect(endOf(forged({ journal }))).toBe("restore.not-as-it-was");
    expect(endOf(forged({ installId: "0".repeat(32) }))).toBe("backup.mixed");
    expect(endOf(forged({ kind: "demonstration" }))).toBe("backup.mixed");
    expect(endOf(forged({ madeAt: manifest.madeAt + 1000 }))).toBe("backup.damaged");
  });

  test("of another format is refused with a word for it", () => {
    const newer = Buffer.from(backup);
    newer.write(`"version": 2`, backup.indexOf('"version": 1'), "latin1");

    expect(endOf(newer)).toBe("backup.newer");
    expect(endOf(Buffer.alloc(4096))).toBe("backup.not-one");
    expect(endOf(Buffer.from("%PDF-1.7".padEnd(4096)))).toBe("backup.not-one");
  });

  test("with a frame that was changed under a new manifest does not pass for a journal", () => {
    const changed = members.map(({ name, bytes }) => {
      const copy = Buffer.from(bytes);
      if (name.endsWith(".wal")) copy.writeUInt8(copy.readUInt8(4200) ^ 1, 4200);
      return { name, bytes: copy };
    });

    expect(endOf(forged({}, changed))).toBe("finding");
  });
});
