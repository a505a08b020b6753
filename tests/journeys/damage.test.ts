import { cpSync, readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { FRAME_AT, flip, headPath, rewrite, segmentPath } from "#tests/support/journal-folder.ts";
import { journeyPlace, says, verify } from "#tests/support/journey.ts";
import { bring, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { tabTo } from "../../scripts/tour/keys.ts";
import { payIn } from "../../scripts/tour/loss-story.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("damage");
const folder = place.folder("books");
const language = ["--language", "zh-CN"] as const;

let visitor: Visitor;
/** What the account held after each of the two deposits. */
let balances: readonly number[];
/** The books as the first deposit left them; the second is the frame that gets torn. */
let headAfterFirst: Buffer;
let segmentAfterFirst: Buffer;

/** A copy of the books, to be damaged. */
function copyOf(name: string): string {
  const copy = place.folder(name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const balanceOf = async (counter: Counter): Promise<number> => {
  const { accounts } = await counter.ask("customer.view", { customer: visitor.customer });
  return accounts[0]?.balance ?? 0;
};

beforeAll(async () => {
  const counter = await place.start("--demonstration", folder, ...language);
  await signOn(counter, "1001");
  visitor = await findVisitor(counter);
  await bring(counter, visitor.card);

  await payIn({ counter, visitor });
  const afterFirst = await balanceOf(counter);
  headAfterFirst = readFileSync(headPath(folder));
  segmentAfterFirst = readFileSync(segmentPath(folder, 1));
  await counter.press("Escape");
  await payIn({ counter, visitor });
  balances = [afterFirst, await balanceOf(counter)];
  await counter.close();
});

describe("a record that the power failure tore", () => {
  test("is set aside, the window says so, and everything before it is there", async () => {
    const torn = copyOf("torn");
    writeFileSync(headPath(torn), headAfterFirst);
    rewrite(segmentPath(torn, 1), (bytes) => {
      const start = bytes.findIndex((byte, at) => byte !== segmentAfterFirst[at]);
      bytes.fill(0, start + 100);
      return bytes;
    });

    const counter = await place.start("--demonstration", torn, ...language);
    await signOn(counter, "1001");
    await tabTo(counter.teller, "条通知");
    await counter.press("Enter");

    await says(counter.teller, "上次退出时未写完的记录已搁置");
    await says(counter.teller, "请核对最后一位客户的业务");
    expect(await balanceOf(counter)).toBe(balances[0]);
    await counter.close();
    expect(verify(torn)).toMatchObject({ code: 0 });
  });
});

describe("damage among records that were acknowledged", () => {
  test("keeps the program from starting, and the words name the record", async () => {
    const damaged = copyOf("damaged");
    flip(segmentPath(damaged, 1), FRAME_AT.first + 64);

    const { code, told } = await place.startToEnd("--demonstration", damaged);

    expect(code).toBe(70);
    expect(told).toContain("流水已损坏或被改动，没有打开");
    expect(told).toMatch(/The journal is damaged .*seg-00000001\.wal #1 @4096/);
    expect(told).toMatch(/Incident: \d{8}-\d{4}/);
    expect(verify(damaged).code).toBe(1);
  });

  test("is left as it is: a second try says the same", async () => {
    const damaged = copyOf("damaged-twice");
    flip(segmentPath(damaged, 1), FRAME_AT.first + 64);
    const before = readFileSync(segmentPath(damaged, 1));

    const first = await place.startToEnd("--demonstration", damaged);
    const second = await place.startToEnd("--demonstration", damaged);

    expect([first.code, second.code]).toEqual([70, 70]);
    expect(readFileSync(segmentPath(damaged, 1)).equals(before)).toBe(true);
  });
});

describe("a second start on the same books", () => {
  test("brings the first window forward and ends at once", async () => {
    const counter = await place.start("--demonstration", folder, ...language);
    const tellers = <T>(look: "hide" | "isVisible") =>
      counter.program.evaluate(({ BrowserWindow }, named) => {
        const teller = BrowserWindow.getAllWindows().find((window) =>
          window.webContents.getURL().startsWith("app://teller/index"),
        );
        return teller?.[named as "isVisible"]();
      }, look) as Promise<T>;
    await tellers("hide");
    expect(await tellers("isVisible")).toBe(false);

    const { code, told } = await place.startToEnd("--demonstration", folder);

    expect(code).toBe(0);
    expect(told).toContain("Already open 柜台已经打开");
    await expect.poll(() => tellers("isVisible")).toBe(true);
    await counter.close();
  });
});

describe("a program that is killed in the middle of work", () => {
  const AMOUNT = 100_00;

  test("has every transaction that it acknowledged, once, at the next start", async () => {
    const killed = copyOf("killed");
    const counter = await place.start("--demonstration", killed, ...language);
    await signOn(counter, "1001");
    const before = await balanceOf(counter);

    const acknowledged = await killAfter(counter, 20);

    expect(verify(killed).told).toContain("sum 0 fen");
    const again = await place.start("--demonstration", killed, ...language);
    await signOn(again, "1001");
    const { rows } = await again.ask("journal.list", { code: "3011", page: 0 });
    const kept = rows.map(({ sequence }) => sequence);
    expect(kept).toEqual(expect.arrayContaining([...acknowledged]));
    const paidIn = kept.filter((sequence) => sequence >= (acknowledged[0] ?? Infinity));
    expect(await balanceOf(again)).toBe(before + paidIn.length * AMOUNT);
    // What was under way at the moment of the kill may have reached the disk, nothing else.
    expect(paidIn.length - acknowledged.length).toBeLessThanOrEqual(1);
  });

  /** Pays in again and again, and kills the program upon so many answers; gives their numbers. */
  async function killAfter(counter: Counter, count: number): Promise<readonly number[]> {
    const acknowledged: number[] = [];
    const ended = new Promise<void>((resolve) => {
      counter.program.once("close", () => resolve());
    });
    await counter.teller.exposeFunction("tell", (sequence: number) => {
      acknowledged.push(sequence);
      if (acknowledged.length === count) counter.program.process().kill("SIGKILL");
    });
    payInForEver(counter.teller);
    await ended;
    return acknowledged;
  }

  function payInForEver(teller: Page): void {
    const endless = teller.evaluate(
      async ([account, amount]) => {
        for (;;) {
          const reply = await Reflect.get(window, "guitai").request("transaction.run", {
            id: crypto.randomUUID(),
            request: { code: "3011", input: { account, amount } },
          });
          if (reply.ok) await Reflect.get(window, "tell")(reply.value.sequence);
          else await new Promise((resolve) => setTimeout(resolve, 50));
        }
      },
      [visitor.account, AMOUNT] as const,
    );
    // It ends only with the program.
    endless.catch(() => undefined);
  }
});
