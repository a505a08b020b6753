import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Fault } from "#core/kernel/fault.ts";
import { createLog } from "#main/log/log.ts";
import { LOG_FILE_BYTES, LOG_FILES, logFiles } from "#main/log/log-file.ts";
import { redact } from "#main/log/redact.ts";

const NOON = new Date(2026, 10, 22, 12);

function opened(earlier: readonly string[] = [], at: () => Date = () => NOON) {
  const lines: string[] = [];
  const book = { append: (line: string) => void lines.push(line), lines: () => earlier };
  return { log: createLog({ book, now: at }), lines };
}

describe("an incident", () => {
  test("gets the day and a count, and both are in the log with what happened", () => {
    const { log, lines } = opened();
    const cause = new Error("EIO");

    const first = log.incident(new Fault("journal.write-failed", { errno: "EIO" }, { cause }));
    const second = log.incident("not even an error");

    expect([first, second]).toEqual(["20261122-0001", "20261122-0002"]);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      event: "incident",
      incident: "20261122-0001",
      what: { code: "journal.write-failed", facts: { errno: "EIO" }, cause: { name: "Error" } },
    });
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ what: { thrown: "string" } });
  });

  test("never gets a number of an earlier start of the same day", () => {
    const before = opened();
    before.log.incident(new Error("x"));
    before.log.incident(new Error("x"));

    const after = opened([...before.lines, '{"event":"started"}']);

    expect(after.log.incident(new Error("x"))).toBe("20261122-0003");
  });

  test("counts from one on the next day", () => {
    let at = NOON;
    const { log } = opened([], () => at);
    log.incident(new Error("x"));

    at = new Date(2026, 10, 23, 0, 0, 1);

    expect(log.incident(new Error("x"))).toBe("20261123-0001");
  });
});

describe("nothing of a customer is in the log", () => {
  test.each([
    "6222020200012345",
    "6222 0202 0001 2345 678",
    "6222-0202-0001-2345",
    "11010119900307221X",
    "13800138000",
    "%B6222020200012345^WANG/FANG^29121010000000000?",
    ";6222020200012345=29121010000000000?",
    "+996222020200012345==1560000000000000003000000000000000000000000=1?",
  ])("%s is removed", (secret) => {
    const { log, lines } = opened();

    log.note("card", { text: `before ${secret} after` });
    log.incident(new Error(`failed on ${secret}`));

    expect(lines.join("\n")).not.toMatch(/\d{9}|6222|FANG/);
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "card" });
  });

  test("nor as a number", () => {
    const { log, lines } = opened();

    log.note("card", { number: 6222020200012345 });

    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ number: "[removed]" });
  });

  test("and what support needs stays readable", () => {
    const line = "20261122-0001 at 2026-11-22T12:00:00.000Z in seg-00000002.wal @12288";

    expect(redact(line)).toBe(line);
  });
});

describe("the files of the log", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guitai-log-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const unexpected = (failure: unknown) => {
    throw failure;
  };

  test("keep lines from one start to the next", () => {
    logFiles({ folder, onFailure: unexpected }).append("one");
    logFiles({ folder, onFailure: unexpected }).append("two");

    expect(logFiles({ folder, onFailure: unexpected }).lines()).toEqual(["one", "two"]);
  });

  test("are put aside when full, and only so many are kept", () => {
    const book = logFiles({ folder, onFailure: unexpected });
    const full = "x".repeat(LOG_FILE_BYTES);

    for (let count = 0; count < LOG_FILES + 2; count += 1) book.append(`${count}${full}`);

    expect(readdirSync(folder)).toHaveLength(LOG_FILES);
    expect(readFileSync(join(folder, "guitai.log"), "utf8")[0]).toBe(String(LOG_FILES + 1));
    expect(readFileSync(join(folder, "guitai.4.log"), "utf8")[0]).toBe("2");
  });

  test("that cannot be written are told of, and nothing is thrown", () => {
    const failures: string[] = [];
    writeFileSync(join(folder, "file"), "");
    const book = logFiles({
      folder: join(folder, "file"),
      onFailure: (_failure, line) => failures.push(line),
    });

    book.append("lost");

    expect(failures).toEqual(["lost"]);
    expect(book.lines()).toEqual([]);
  });
});
