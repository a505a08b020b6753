import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { contentsOf } from "#tests/support/on-disk.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { composeOf, type SecretStripe } from "#tests/support/stripes.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

const DUE = "c-3";
const HEALTHY = "c-36";
/** No customer's own, so that it can only have come from the keys. */
const WRONG_PIN = "135246";
const NEW_PIN = "862753";

// A day at the counter with every secret there is: cards swiped, one written badly and one well,
// PINs right, wrong and new. Then everything that left the program is searched for them.
describe("secrets stay home (rule 10)", () => {
  let counter: TestedWorkstation;
  let people: AtCounter;
  let answers: string[];
  /** Notices, answers and log, each as text; and the data folder, its bytes and what they hold. */
  let left: string;
  let onDisk: string;
  let stripes: readonly SecretStripe[];

  beforeAll(async () => {
    counter = await openWorkstation(undefined, "demonstration", ownMachine());
    answers = [];
    counter = recording(counter, answers);
    people = atCounter(counter);
    await people.signOn();
    await aDay();
    await counter.close();

    left = [
      ...counter.notices.map((notice) => JSON.stringify(notice)),
      ...answers,
      ...counter.noted,
    ].join("\n");
    onDisk = await contentsOf(counter.folder, "demonstration");
    const books = await openTestBooks(counter.folder, "demonstration", realDisk);
    stripes = composeOf(books);
    closeBooks(books);
  });
  afterAll(() => counter.close());

  async function aDay(): Promise<void> {
    const { accounts } = await people.seen(HEALTHY);
    const account = accounts[0]?.id ?? "";
    const card = await people.cardOf(HEALTHY);
    const draw = async (pin: string) => ({
      code: "3012" as const,
      input: {
        account,
        amount: 1_00,
        swipe: (await people.swiped(card)).ref,
        pin: await people.pin(account, pin),
      },
    });
    await people.run(await draw(WRONG_PIN));
    await people.done(await draw(await people.pinOf(HEALTHY)));
    await people.pin(account, NEW_PIN, "new");
    await people.swiped("counterfeit");
    await counter.get("stripe.test", { armed: true });
    const tested = counter.told("stripe.tested");
    await counter.swipe(card);
    await tested;
    await counter.get("stripe.test", { armed: false });
    await replace();
  }

  async function replace(): Promise<void> {
    const { lossCases } = await people.seen(DUE);
    const { number: lossCase, slip } = lossCases[0] ?? {};
    const identity = await people.identity(DUE);
    const input = { lossCase, slip, numbering: "new", identity, fee: "cash", signed: true };
    const request = { code: "4007", input } as const;
    const grant = await people.grant(request, "2001");
    await counter.get("demonstration.fail-next", { how: "mismatch" });
    const failing = counter.ask("card.write", { request, grant });
    const piece = await people.blank();
    await counter.swipe(piece, "write-swipe");
    await counter.swipe(piece);
    await failing;
    const { ref: written } = await people.written(request, grant);
    await people.done(request, { grant, written });
  }

  test("the day was a whole one: what is searched holds what must be there", () => {
    expect(counter.notices.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(["card.swiped", "stripe.tested", "write.stage", "display.changed"]),
    );
    expect(left).toContain("card.pin-wrong");
    expect(left).toContain("reader.write-failed");
    expect(onDisk).toContain("card.pin-failed");
    expect(onDisk).toContain("card.replaced");
    expect(stripes.length).toBeGreaterThan(50);
  });

  test("R04, K04: no track and no verification value in a notice, an answer or the log", () => {
    for (const { track1, track2, track3, discretionary } of stripes) {
      for (const secret of [track1, track2, track3, discretionary]) {
        expect(left.includes(secret)).toBe(false);
      }
    }
  });

  test("R04, K04: none in any file either, not even in part", () => {
    for (const { track1, track2, track3, discretionary } of stripes) {
      for (const secret of [track1, track2, track3, discretionary]) {
        expect(onDisk.includes(secret)).toBe(false);
      }
    }
  });

  test("K01: no card number in full in a notice, an answer or the log", () => {
    for (const { pan } of stripes) expect(left.includes(pan)).toBe(false);
  });

  test("T24, K07: no PIN from the customer's keys anywhere", () => {
    for (const pin of [WRONG_PIN, NEW_PIN]) {
      expect(left.includes(`"${pin}"`)).toBe(false);
      expect(onDisk.includes(`"${pin}"`)).toBe(false);
    }
    expect(left).not.toContain(WRONG_PIN);
    expect(left).not.toContain(NEW_PIN);
  });

  test("8.3: no password in any file", () => {
    expect(onDisk).not.toContain("Guitai-demo-");
  });
});

/** The same workstation, whose answers are kept. */
function recording(counter: TestedWorkstation, answers: string[]): TestedWorkstation {
  const ask: TestedWorkstation["ask"] = async (channel, input) => {
    const reply = await counter.ask(channel, input);
    answers.push(JSON.stringify(reply));
    return reply;
  };
  const get: TestedWorkstation["get"] = async (channel, input) => {
    const answer = await counter.get(channel, input);
    answers.push(JSON.stringify(answer));
    return answer;
  };
  return { ...counter, ask, get };
}
