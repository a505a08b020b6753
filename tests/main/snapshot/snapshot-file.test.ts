import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { readSnapshot, type SnapshotOwner, sealSnapshot } from "#main/snapshot/snapshot-file.ts";

const owner: SnapshotOwner = {
  kind: "live",
  keys: {
    installId: "00112233445566778899aabbccddeeff",
    journalMac: new Uint8Array(32).fill(1),
    bodyKeys: new Map([[1, new Uint8Array(32).fill(2)]]),
    bodyKeyId: 1,
    snapshotKeys: new Map([[1, new Uint8Array(32).fill(3)]]),
  },
};
const point = { sequence: 12_345, hash: Buffer.alloc(32, 4) };
const SECRET = "6222020000000000018";
const image = Buffer.from(`SQLite format 3 ${SECRET} `.repeat(400));

const path = join(mkdtempSync(join(tmpdir(), "guitai-snapshot-")), "snap-000000012345.db");
let sealed: Buffer;

beforeAll(() => {
  sealed = Buffer.concat([...sealSnapshot({ point, image }, owner)]);
});

/** What bytes turn out to be for this owner; read from memory, for there are thousands of them. */
function readingOf(bytes: Uint8Array, by: SnapshotOwner = owner) {
  const inMemory: Disk = {
    ...realDisk,
    open: () => 0,
    close: () => {},
    size: () => bytes.length,
    read(_file, into, offset) {
      const some = bytes.subarray(offset, offset + into.length);
      into.set(some);
      return some.length;
    },
  };
  return readSnapshot(inMemory, path, by);
}

/** The sealed file with some bits of one byte changed. */
function flipped(at: number, bits: number): Buffer {
  const bytes = Buffer.from(sealed);
  bytes[at] = (bytes[at] ?? 0) ^ bits;
  return bytes;
}

/** The sealed file with another number in its header. */
function withNumber(at: number, value: number): Buffer {
  const bytes = Buffer.from(sealed);
  bytes.writeUInt16LE(value, at);
  return bytes;
}

const keysWith = (change: Partial<SnapshotOwner["keys"]>): SnapshotOwner => ({
  ...owner,
  keys: { ...owner.keys, ...change },
});

describe("a snapshot's file", () => {
  test("gives back what was sealed, and nothing of it can be read in the file", () => {
    writeFileSync(path, sealed);
    const reading = readSnapshot(realDisk, path, owner);

    expect(reading).toMatchObject({ status: "snapshot", snapshot: { point } });
    const back = reading.status === "snapshot" ? reading.snapshot.image : [];
    expect(Buffer.from(back).equals(image)).toBe(true);
    expect(sealed.length).toBe(4096 + image.length + 16);
    expect(readFileSync(path).includes(SECRET)).toBe(false);
    expect(readFileSync(path).includes("SQLite")).toBe(false);
  });

  test("is another one each time, for no nonce comes twice", () => {
    const again = Buffer.concat([...sealSnapshot({ point, image }, owner)]);

    expect(again.subarray(4096, 4112).equals(sealed.subarray(4096, 4112))).toBe(false);
  });

  test("holds an image of several pieces, and an empty one", () => {
    const long = new Uint8Array(4 * 1024 * 1024 + 5).fill(9);
    for (const one of [long, new Uint8Array(0)]) {
      const reading = readingOf(Buffer.concat([...sealSnapshot({ point, image: one }, owner)]));
      const back = reading.status === "snapshot" ? reading.snapshot.image : undefined;
      expect(back && Buffer.compare(back, one)).toBe(0);
    }
  });

  test("is sealed with the newest key, and opened with the one that it names", () => {
    const rotated = keysWith({
      bodyKeyId: 2,
      snapshotKeys: new Map([...owner.keys.snapshotKeys, [2, new Uint8Array(32).fill(5)]]),
    });
    const fresh = Buffer.concat([...sealSnapshot({ point, image }, rotated)]);

    expect(readingOf(sealed, rotated).status).toBe("snapshot");
    expect(readingOf(fresh, rotated).status).toBe("snapshot");
    expect(readingOf(fresh)).toEqual({ status: "none", flaw: "key" });
  });
});

describe("no snapshot, and no failure either", () => {
  test("is a file with any bit of its header changed", () => {
    const passed = Array.from({ length: 4096 }, (_, at) => at).filter((at) =>
      [0x01, 0x80].some((bits) => readingOf(flipped(at, bits)).status === "snapshot"),
    );

    expect(passed).toEqual([]);
  });

  test("is a file with any bit of its image or its tag changed", () => {
    const strides = Array.from({ length: Math.floor(image.length / 61) }, (_, at) => at * 61);
    const tag = Array.from({ length: 17 }, (_, at) => image.length - 1 + at);
    const passed = [...strides, ...tag].filter(
      (at) => readingOf(flipped(4096 + at, 1 << (at % 8))).status === "snapshot",
    );

    expect(passed).toEqual([]);
  });

  test.each([0, 1, 4095, 4096, 4111, 4112, 4113])("is its first %s bytes", (length) => {
    expect(readingOf(sealed.subarray(0, length))).toEqual({ status: "none", flaw: "shape" });
  });

  test("is a file that lacks its last byte, or has one more", () => {
    expect(readingOf(sealed.subarray(0, -1))).toEqual({ status: "none", flaw: "shape" });
    expect(readingOf(Buffer.concat([sealed, Buffer.alloc(1)]))).toEqual({
      status: "none",
      flaw: "shape",
    });
  });

  test.each([
    ["of a newer format", 10, 2, "newer"],
    ["of another projection", 16, 999, "projection"],
    ["of other tables", 20, 999, "projection"],
    ["of other books' kind", 28, 2, "foreign"],
    ["under a key that nobody has", 24, 7, "key"],
    ["said to be of another frame", 32, 1, "seal"],
  ])("is a file %s", (_what, at, value, flaw) => {
    expect(readingOf(withNumber(at, value))).toEqual({ status: "none", flaw });
  });

  test("is the file of another install, or of this one before its key was lost", () => {
    const other = keysWith({ installId: "ff".repeat(16) });
    const wrong = keysWith({ snapshotKeys: new Map([[1, new Uint8Array(32).fill(6)]]) });

    expect(readingOf(sealed, other)).toEqual({ status: "none", flaw: "foreign" });
    expect(readingOf(sealed, wrong)).toEqual({ status: "none", flaw: "seal" });
    expect(readingOf(sealed, { ...owner, kind: "demonstration" })).toEqual({
      status: "none",
      flaw: "foreign",
    });
  });

  test("is a file that is gone, or that the disk does not give back", () => {
    const failing = {
      ...realDisk,
      read: () => {
        throw Object.assign(new Error("injected"), { code: "EIO" });
      },
    };
    writeFileSync(path, sealed);

    expect(readSnapshot(failing, path, owner)).toEqual({ status: "none", flaw: "unreadable" });
    expect(readSnapshot(realDisk, `${path}.gone`, owner)).toEqual({
      status: "none",
      flaw: "unreadable",
    });
    expect(readSnapshot({ ...realDisk, read: () => 0 }, path, owner)).toEqual({
      status: "none",
      flaw: "unreadable",
    });
  });
});
