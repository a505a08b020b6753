import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { createLog } from "#main/log/log.ts";
import { closeBooks } from "#main/open-books.ts";
import { type Asked, type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type AtHome, atHome, purchase } from "#tests/support/at-home.ts";
import { CLIENT, NEWCOMER } from "#tests/support/banking-branch.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { cellsIn, cellsOf } from "#tests/support/cell-scanner.ts";
import { bytesOf, contentsOf } from "#tests/support/on-disk.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Everything that left the main process, but for the answers to a scratch. */
interface Left {
  readonly answers: string[];
  readonly notices: string[];
  readonly log: string[];
}

// A card's whole life with every secret it has: issued, activated, used, erred with, locked for a
// day and for good, replaced, used again; a restart and a disk that fails in between. Its cells have
// twelve digits, so that no other number is one by chance.
describe("what stands on a password card stays home (P02, rule 10)", () => {
  const left: Left = { answers: [], notices: [], log: [] };
  const log = createLog({
    book: { append: (line) => left.log.push(line), lines: () => [] },
    now: () => new Date(0),
  });
  let own: OwnMachine;
  let counter: TestedWorkstation;
  let people: AtCounter;
  let home: AtHome;
  let folder: string;
  let cells: ReadonlySet<string>;
  let onDisk: string;

  async function open(again?: { readonly folder: string; readonly own: OwnMachine }) {
    const opened = await openBanking(again);
    own = opened.own;
    counter = recording(opened.counter, left);
    people = atCounter(counter);
    home = atHome(counter);
    folder = counter.folder;
  }

  async function close(): Promise<void> {
    await counter.close();
    left.notices.push(...counter.notices.map((told) => JSON.stringify(told)));
    left.log.push(...counter.noted);
  }

  async function openAgain(): Promise<void> {
    await close();
    await open({ folder, own });
  }

  /** The registered card in the reader, its holder with her document, and the next piece. */
  async function atTheCounter() {
    await people.sit();
    const { stock } = await counter.get("workstation.view", undefined);
    const swipe = (await people.swiped("k-1")).ref;
    const identity = await people.identity(NEWCOMER);
    const serial = stock.find(({ kind }) => kind === "password-card")?.next;
    const checked = { wrapper: true, film: true };
    return { card: "k-1", swipe, identity, serial, checked, fee: "cash", signed: true } as const;
  }

  async function does(request: Asked): Promise<void> {
    await people.preview(request);
    const receipt = await people.done(request, { grant: await people.grant(request, "2001") });
    await counter.get("slip.view", { slip: receipt.slip ?? "" });
    await counter.get("slip.print", { slip: receipt.slip ?? "", to: "pdf", language: "zh-CN" });
  }

  async function issued(): Promise<void> {
    const shown = await atTheCounter();
    const pin = await people.pin("a-1", await people.pinOf(NEWCOMER));
    await does({ code: "5001", input: { ...shown, pin } });
  }

  async function lockedForGood(): Promise<void> {
    for (const tries of [3, 3, 3, 1]) {
      await home.logIn(NEWCOMER);
      for (let wrong = 0; wrong < tries; wrong += 1) await home.errs();
      own.pass(DAY_MS);
    }
  }

  async function reissued(): Promise<void> {
    const of = { passwordCard: "p-2", reason: "locked", returned: true };
    await does({ code: "5002", input: { ...(await atTheCounter()), ...of } });
  }

  /** An answer that is right, and a disk that fails before it is written down. */
  async function answeredToAFailingDisk(): Promise<void> {
    await home.logIn(NEWCOMER);
    const asked = await home.challenged();
    const right = await home.rightTo(asked);
    own.failDisk(1, "EIO");
    const failed = await home.answer(asked.challenge.id, right).catch((failure) => failure);
    log.incident(failed, { channel: "bank.answer" });
    await openAgain();
    await home.logIn(NEWCOMER);
    await home.answer(asked.challenge.id, right);
  }

  async function lookedAt(): Promise<void> {
    await people.sit();
    await people.seen(NEWCOMER);
    await people.seen(CLIENT);
    await counter.get("journal.list", { page: 0 });
    await counter.get("journal.list", { code: "internet-bank", page: 0 });
    await counter.get("slip.list", { text: "", page: 0 });
    await counter.get("bank.view", undefined);
  }

  beforeAll(async () => {
    await open();
    await issued();
    await home.logIn(NEWCOMER);
    await home.spends(purchase);
    await openAgain();
    await lockedForGood();
    await reissued();
    await answeredToAFailingDisk();
    await home.spends({ ...purchase, amount: 1 });
    await lookedAt();
    await close();

    onDisk = await contentsOf(folder, "demonstration");
    const books = await openTestBooks(folder, "demonstration", realDisk);
    cells = cellsOf(books);
    closeBooks(books);
  });
  afterAll(() => counter.close());

  test("the life was a whole one: what is searched holds what must be there", () => {
    const types = [
      "password-card.entered",
      "password-card.activated",
      "password-card.challenged",
      "password-card.answered-right",
      "password-card.answered-wrong",
      "password-card.day-lock-ended",
      "password-card.voided",
    ];
    for (const type of types) expect(onDisk).toContain(type);
    expect(left.answers.join()).toContain("password-card.locked-today");
    expect(left.answers.join()).toContain('"status":"paid"');
    expect(left.notices.join()).toContain("bank.changed");
    expect(left.log.join()).toContain('"event":"incident"');
    expect(cells.size).toBe(3 * 80);
  });

  test("P02: no cell is in an answer, the teller's or the customer's, but where she scratched it", () => {
    expect(cellsIn(left.answers.join("\n"), cells)).toEqual([]);
  });

  test("P02: no cell is in a notice or in the log", () => {
    expect(cellsIn(left.notices.join("\n"), cells)).toEqual([]);
    expect(cellsIn(left.log.join("\n"), cells)).toEqual([]);
  });

  test("P02, O03: no cell is in any byte of the data folder, nor in what its keys open", () => {
    expect(cellsIn(onDisk, cells)).toEqual([]);
  });

  // The searches above are worth something only if they find what is there to be found.
  describe("and would be found if it did not", () => {
    const some = () => [...cells].slice(0, 2);

    test("in an answer, a notice or a line of the log", () => {
      const [one = "", other = ""] = some();
      const planted = [...left.answers, JSON.stringify({ cell: one }), `B2 is ${other}.`];

      expect(cellsIn(planted.join("\n"), cells)).toEqual([one, other]);
    });

    test("in a longer number, such as the answer that two cells make", () => {
      const [one = "", other = ""] = some();

      expect(cellsIn(`answer: 7${one}${other}7`, cells)).toEqual([one, other]);
    });

    test("as a number that has lost its leading zeros", () => {
      expect(cellsIn(JSON.stringify({ cell: 4711_0815 }), new Set(["000047110815"]))).toEqual([
        "000047110815",
      ]);
    });

    test("in a file of the data folder, in characters of one byte and of two", () => {
      const [one = "", other = ""] = some();
      writeFileSync(join(folder, "planted.txt"), `A1 ${one}`);
      writeFileSync(join(folder, "planted-16.txt"), Buffer.from(`B1 ${other}`, "utf16le"));

      expect(cellsIn(bytesOf(folder), cells)).toEqual(expect.arrayContaining([one, other]));
    });

    test("in a batch of the journal itself", async () => {
      const [, , third = ""] = [...cells];
      const { journal, ...rest } = await openTestBooks(folder, "demonstration", realDisk);
      journal.append([JSON.stringify({ memo: third })], Date.now());
      closeBooks({ journal, ...rest });

      expect(cellsIn(await contentsOf(folder, "demonstration"), cells)).toContain(third);
    });
  });
});

/** The same workstation, whose answers are kept, but for what a scratch uncovers. */
function recording(counter: TestedWorkstation, left: Left): TestedWorkstation {
  const keep = (channel: string, answer: unknown) => {
    if (channel !== "card.scratch") left.answers.push(`${channel} ${JSON.stringify(answer)}`);
  };
  const ask: TestedWorkstation["ask"] = async (channel, input) => {
    const reply = await counter.ask(channel, input);
    keep(channel, reply);
    return reply;
  };
  const get: TestedWorkstation["get"] = async (channel, input) => {
    const answer = await counter.get(channel, input);
    keep(channel, answer);
    return answer;
  };
  return { ...counter, ask, get };
}
