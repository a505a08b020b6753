import { dirname } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Disk } from "#main/journal/disk.ts";
import { fc } from "#tests/support/fast-check.ts";
import { losePower, powerLossModes } from "../../scripts/faults/power-loss.ts";
import {
  bytesOf,
  emptyDisk,
  type Fate,
  type SimulatedDisk,
} from "../../scripts/faults/simulated-disk.ts";
import { createChance } from "../../scripts/fuzz-reader/chance.ts";

const PATH = "/data/file";
let simulated: SimulatedDisk;
let disk: Disk;
let file: number;

beforeEach(() => begin());

/** A disk with one durable, empty file that is open. */
function begin(fate?: Fate): void {
  simulated = emptyDisk(dirname(PATH));
  disk = simulated.start(fate);
  file = disk.open(PATH, "create");
  disk.flushFolder(dirname(PATH));
}

const text = (): string => bytesOf(simulated, PATH).toString();
const write = (words: string, offset = 0) => disk.write(file, Buffer.from(words), offset);
const lose = (mode: (typeof powerLossModes)[number], seed = 1) =>
  losePower(simulated, mode, createChance(seed));

describe("bytes", () => {
  test("that were flushed survive every loss of power", () => {
    write("kept");
    disk.flush(file);

    for (const mode of powerLossModes) lose(mode);
    expect(text()).toBe("kept");
  });

  test("that were not flushed are seen, and lost where nothing survives", () => {
    write("seen");
    expect(text()).toBe("seen");

    lose("nothing");
    expect(text()).toBe("");
  });

  test("that were not flushed survive a kill, and a loss of power that takes nothing", () => {
    write("seen");
    simulated.start();
    expect(text()).toBe("seen");

    lose("everything");
    expect(text()).toBe("seen");
  });

  test("whose flush failed are seen, are marked clean, and no later flush writes them", () => {
    begin((call) =>
      call.operation === "flush" && call.at < 4
        ? { mishap: "fails", errno: "EIO" }
        : { mishap: "none" },
    );
    write("lost");
    expect(() => disk.flush(file)).toThrow("EIO");
    disk.flush(file);
    expect(text()).toBe("lost");

    lose("nothing");
    expect(text()).not.toContain("lost");
  });

  test("whose flush failed are saved by writing them again", () => {
    begin((call) =>
      call.operation === "flush" && call.at < 4
        ? { mishap: "fails", errno: "EIO" }
        : { mishap: "none" },
    );
    write("kept");
    expect(() => disk.flush(file)).toThrow("EIO");
    write("kept");
    disk.flush(file);

    lose("nothing");
    expect(text()).toBe("kept");
  });

  test("of a short write are those it says", () => {
    begin((call) => (call.bytes ? { mishap: "short", bytes: 2 } : { mishap: "none" }));

    expect(write("four")).toBe(2);
    expect(text()).toBe("fo");
  });

  test("of other sectors are never touched, whatever the power takes", () => {
    // Goal: flushed sectors are as they were. Method: write one sector of many, lose power any way.
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom(...powerLossModes), fc.nat(), (sector, mode, seed) => {
        begin();
        disk.write(file, Buffer.alloc(8 * 512, "a"), 0);
        disk.flush(file);
        disk.write(file, Buffer.alloc(512, "b"), sector * 512);
        lose(mode, seed);

        const after = bytesOf(simulated, PATH);
        const others = Buffer.concat([
          after.subarray(0, sector * 512),
          after.subarray((sector + 1) * 512),
        ]);
        expect(others.equals(Buffer.alloc(7 * 512, "a"))).toBe(true);
      }),
    );
  });
});

describe("names", () => {
  test("that were flushed with their folder survive; a later rename may be undone", () => {
    disk.rename(PATH, "/data/other");
    expect(disk.list("/data")).toEqual(["other"]);

    lose("nothing");
    expect(simulated.start().list("/data")).toEqual(["file"]);
  });

  test("of a rename that was flushed are the new ones", () => {
    disk.rename(PATH, "/data/other");
    disk.flushFolder("/data");

    lose("nothing");
    expect(simulated.start().list("/data")).toEqual(["other"]);
  });

  test("of a file that was removed without a flush come back", () => {
    disk.unlink(PATH);
    expect(disk.list("/data")).toEqual([]);

    lose("nothing");
    expect(simulated.start().list("/data")).toEqual(["file"]);
  });

  test("of a rename that was answered and never done are the old ones at once", () => {
    begin((call) => (call.operation === "rename" ? { mishap: "lies" } : { mishap: "none" }));
    disk.rename(PATH, "/data/other");

    expect(disk.list("/data")).toEqual(["file"]);
  });
});

describe("a process", () => {
  test("that died writing has written so much and does nothing more", () => {
    begin((call) => (call.bytes ? { mishap: "dies", bytes: 3 } : { mishap: "none" }));

    expect(() => write("words")).toThrow("dead");
    expect(text()).toBe("wor");
    expect(() => disk.flush(file)).toThrow("dead");
  });

  test("is dead once the next one was started", () => {
    simulated.start();

    expect(() => write("late")).toThrow("dead");
    expect(text()).toBe("");
  });

  test("meets the disk's own refusals", () => {
    expect(() => disk.open(PATH, "create")).toThrow("EEXIST");
    expect(() => disk.open("/data/none", "read")).toThrow("ENOENT");
    expect(() => disk.unlink("/data/none")).toThrow("ENOENT");
    expect(() => disk.list("/none")).toThrow("ENOENT");
  });
});

describe("chance", () => {
  test("is the same for the same seed", () => {
    const images = [7, 7, 8].map((seed) => {
      begin();
      disk.write(file, Buffer.alloc(64 * 512, "a"), 0);
      lose("garbage", seed);
      return bytesOf(simulated, PATH).toString("hex");
    });

    expect(images[1]).toBe(images[0]);
    expect(images[2]).not.toBe(images[0]);
  });
});
