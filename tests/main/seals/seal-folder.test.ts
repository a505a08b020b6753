import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { realDisk } from "#main/journal/disk.ts";
import type { Ledger } from "#main/ledger/ledger.ts";
import { openSealFolder } from "#main/seals/seal-folder.ts";
import { emptyFolder, faultOf } from "#tests/support/journal-folder.ts";

const DATES = ["2026-03-04", "2026-03-03", "2026-03-02"] as const;
const codeOf = (date: string) => `code.of.${date}`;

/** A day's end as the journal has it; the folder reads its date and its code alone. */
const sealed = (date: string) =>
  ({ type: "day.sealed", seal: { date }, code: codeOf(date) }) as unknown as Entry;

/** The journal of three sealed days, in pages of two. */
const ledger: Pick<Ledger, "journalPage"> = {
  journalPage: ({ type, page }) => {
    expect(type).toBe("day.sealed");
    const rows = DATES.slice(2 * page, 2 * page + 2).map(
      (date) => ({ entries: [sealed(date)] }) as unknown as Batch,
    );
    return { rows, total: DATES.length, page };
  },
};

function open() {
  const folder = emptyFolder();
  const seals = join(folder, "ledger", "seals");
  const pathOf = (date: string) => join(seals, `${date}.seal`);
  mkdirSync(join(folder, "ledger"));
  const { keep, settle } = openSealFolder(folder, realDisk);
  const names = () => readdirSync(seals).sort();
  return {
    keep,
    settle,
    names,
    pathOf,
    read: (date: string) => readFileSync(pathOf(date), "utf8"),
  };
}
const whole = [...DATES].reverse().map((date) => `${date}.seal`);

describe("the folder of the seals", () => {
  test("has every seal of the journal after a start, whichever were lost", () => {
    const { settle, names, pathOf, read } = open();
    settle(ledger);
    expect(names()).toEqual(whole);
    rmSync(pathOf("2026-03-02"));
    rmSync(pathOf("2026-03-04"));

    settle(ledger);

    expect(names()).toEqual(whole);
    expect(read("2026-03-02")).toBe(`${codeOf("2026-03-02")}\n`);
  });

  test("lays a seal at the first start where a crash left half of one", () => {
    const { settle, names, pathOf } = open();
    settle(ledger);
    rmSync(pathOf("2026-03-04"));
    writeFileSync(`${pathOf("2026-03-04")}.part`, "co");

    settle(ledger);

    expect(names()).toEqual(whole);
  });

  test.each(["", "x", codeOf("2026-03-02"), `${codeOf("2026-03-03")}\n\n`, "x".repeat(100_000)])(
    "sets another file under a day's name aside, lays the true one down and tells",
    async (other) => {
      const { settle, names, pathOf, read } = open();
      settle(ledger);
      writeFileSync(pathOf("2026-03-03"), other);
      rmSync(pathOf("2026-03-02"));

      const fault = await faultOf(() => settle(ledger));

      expect(fault).toMatchObject({ code: "seal.replaced", facts: { file: "2026-03-03.seal" } });
      expect(read("2026-03-03")).toBe(`${codeOf("2026-03-03")}\n`);
      const [aside = "", ...others] = names().filter((name) => !whole.includes(name));
      expect(others).toEqual([]);
      expect(aside).toMatch(/^2026-03-03\.seal\.set-aside-[0-9a-f]{64}$/);
      expect(readFileSync(pathOf("2026-03-03").replace("2026-03-03.seal", aside), "utf8")).toBe(
        other,
      );
      expect(names()).toHaveLength(4);
      settle(ledger);
      expect(names()).toHaveLength(4);
    },
  );

  test("keeps the seal of the day that was posted just now, once", () => {
    const { keep, names } = open();

    keep([sealed("2026-03-04")]);
    keep([sealed("2026-03-04")]);

    expect(names()).toEqual(["2026-03-04.seal"]);
  });
});
