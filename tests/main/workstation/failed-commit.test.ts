import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;
/** A card that was retained in the past, and one of a customer who uses it. */
let old: string;
let good: string;

beforeEach(async () => {
  own = ownMachine();
  counter = await openWorkstation(await foundedFolder(), "demonstration", own);
  people = atCounter(counter);
  await people.signOn();
  old = await onTray("retained");
  good = await onTray("in-use");
});
afterEach(() => counter.close());

async function onTray(label: string): Promise<string> {
  const { cards } = await counter.get("demonstration.tray", undefined);
  return cards.find((card) => card.label === label)?.id ?? "";
}

/** What an erasure needs: the card was read, and a second teller agreed. */
async function approvedErasure() {
  const { ref: swipe } = await people.swiped(old);
  const request = { code: "3014", input: { swipe } } as const;
  return { request, grant: await people.grant(request, "1002") };
}

const writtenNowhere = { code: "journal.write-failed" };

describe("a commit that fails while the reader waits for a card to change", () => {
  test.each([
    ["the lock", "session.lock", { idle: false }],
    ["the sign-off", "session.sign-off", undefined],
  ] as const)("of %s lets go of it, and the next card stays whole", async (_, channel, input) => {
    const before = own.device().tray.card(good)?.tracks;
    const answer = counter.ask("card.erase", await approvedErasure());
    await counter.waitFor("erase-swipe");
    own.failDisk(1, "EIO");

    await expect(counter.ask(channel, input)).rejects.toMatchObject(writtenNowhere);

    expect(await answer).toEqual({ ok: false, refusal: { code: "reader.cancelled" } });
    expect(own.device().panel().waitsFor).not.toBe("erase");
    own.device().swipe(good);
    expect(own.device().tray.card(good)?.tracks).toEqual(before);
  });
});
