import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Asked, type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const TWO_MINUTES_MS = 2 * 60_000;

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

/** What lies on the stripe of a card, by the simulated reader's own tray. */
function tracksOn(card: string) {
  return own.device().tray.card(card)?.tracks;
}

/** Reads the card and has the second teller agree. */
async function approved(): Promise<{ request: Asked; grant: string }> {
  const { ref: swipe } = await people.swiped(old);
  const request: Asked = { code: "3014", input: { swipe } };
  return { request, grant: await people.grant(request, "1002") };
}

/** Asks for the erasing and pulls a card through for it. */
async function beginErasing(asked: { request: Asked; grant: string }, card = old) {
  const erasing = counter.ask("card.erase", asked);
  await counter.swipe(card, "erase-swipe");
  return { erasing };
}

async function erased(asked: { request: Asked; grant: string }) {
  const { erasing } = await beginErasing(asked);
  await counter.swipe(old);
  return erasing;
}

const journalled = async () => {
  const { rows } = await counter.get("journal.list", { page: 0 });
  return rows[0];
};

describe("a collected card that is erased", () => {
  test("T34: is empty, read back, and posted with both tellers and a slip", async () => {
    const asked = await approved();
    const reply = await erased(asked);

    expect(reply).toMatchObject({ ok: true });
    expect(tracksOn(old)).toEqual({});
    const written = reply.ok ? reply.value.ref : "";
    const receipt = await people.done(asked.request, { grant: asked.grant, written });
    expect(receipt).toMatchObject({ slipKind: "general" });
    expect(await journalled()).toMatchObject({
      code: "3014",
      teller: "1001",
      approvers: ["1002"],
      entries: expect.arrayContaining(["card.erased"]),
    });
  });

  test("is told to the window stage by stage, and the status bar says that it erases", async () => {
    const asked = await approved();
    const erasing = counter.ask("card.erase", asked);
    await counter.waitFor("erase-swipe");
    const { reader } = await counter.get("workstation.view", undefined);
    await counter.swipe(old, "erase-swipe");
    await counter.swipe(old);
    await erasing;

    expect(reader).toMatchObject({ status: "busy", doing: "erasing" });
    const stages = counter.notices.filter(({ channel }) => channel === "write.stage");
    expect(stages.map(({ notice }) => notice)).toEqual([
      { stage: "write-swipe" },
      { stage: "verify-swipe" },
      { stage: "done" },
    ]);
  });

  test("T34: says on its holder's page when it was erased, by whom, and who agreed", async () => {
    const { customer = "" } = await people.swiped(old);
    const before = (await people.seen(customer)).cards.find(({ id }) => id === old);
    const asked = await approved();
    const reply = await erased(asked);
    await people.done(asked.request, {
      grant: asked.grant,
      written: reply.ok ? reply.value.ref : "",
    });

    const { recordedAt } = (await journalled()) ?? {};
    const { cards } = await people.seen(customer);
    expect(before).not.toHaveProperty("erased");
    expect(cards.find(({ id }) => id === old)).toMatchObject({
      life: "retained",
      erased: { at: recordedAt, teller: "1001", approvers: ["1002"] },
    });
  });

  test("still lies on the tray as an empty one after the next start", async () => {
    const asked = await approved();
    const reply = await erased(asked);
    const written = reply.ok ? reply.value.ref : "";
    await people.done(asked.request, { grant: asked.grant, written });
    await counter.close();

    counter = await openWorkstation(counter.folder, "demonstration", own);
    expect(await onTray("erased")).toBe(old);
    expect(tracksOn(old)).toEqual({});
  });

  test("is good if the reader fell silent and the card reads empty: the reading settles it", async () => {
    const asked = await approved();
    own.device().failNext("silent");
    const { erasing } = await beginErasing(asked);
    own.giveUpWaiting();
    await counter.swipe(old);

    expect(await erasing).toMatchObject({ ok: true });
  });

  test("T34: another card at the reading back is told from it, and posts nothing", async () => {
    const asked = await approved();
    const { erasing } = await beginErasing(asked);
    await counter.swipe(good);
    await counter.swipe(good);
    await counter.swipe(good);

    expect(await erasing).toEqual({
      ok: false,
      refusal: { code: "reader.erase-failed", why: "indeterminate" },
    });
    const stages = counter.notices.filter(({ channel }) => channel === "write.stage");
    expect(stages.map(({ notice }) => notice)).toContainEqual({ stage: "verify-other" });
    expect(tracksOn(good)).not.toEqual({});
  });

  test("rule 6: is not asked for a second time for the same request", async () => {
    const asked = await approved();
    const first = await erased(asked);

    expect(await counter.ask("card.erase", asked)).toEqual(first);
  });

  test("rule 6: is asked for once by a double click", async () => {
    const asked = await approved();
    const { erasing } = await beginErasing(asked);

    expect(await counter.ask("card.erase", asked)).toEqual({
      ok: false,
      refusal: { code: "reader.busy" },
    });
    await counter.swipe(old);
    expect(await erasing).toMatchObject({ ok: true });
  });

  test("is read and judged like any other card again afterwards: nothing can be read", async () => {
    await erased(await approved());
    const notice = counter.told("card.swiped");
    await counter.swipe(old);

    expect(await notice).toMatchObject({ status: "unreadable" });
  });
});

describe("nobody's good card can be erased", () => {
  test("because what was just read must be a collected one", async () => {
    const { ref: swipe } = await people.swiped(good);
    const request: Asked = { code: "3014", input: { swipe } };
    const refused = { refusal: { code: "card.not-collected", life: "active" } };

    expect(await people.preview(request)).toMatchObject(refused);
    expect(await counter.ask("card.erase", { request })).toMatchObject(refused);
    expect(tracksOn(good)).not.toEqual({});
  });

  test("D03: because a second teller must have agreed, and the attempt is written down", async () => {
    const { request } = await approved();

    expect(await counter.ask("card.erase", { request })).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A1" },
    });
    expect(await people.lastLine()).toMatchObject({ code: "3014", entries: ["request.refused"] });
  });

  test("after two minutes: a card that was read a moment longer ago must be read again", async () => {
    const asked = await approved();
    own.pass(TWO_MINUTES_MS);

    expect(await counter.ask("card.erase", asked)).toEqual({
      ok: false,
      refusal: { code: "evidence.too-old" },
    });
    expect(await people.lastLine()).toMatchObject({ code: "3014", entries: ["request.refused"] });
    expect(tracksOn(old)).not.toEqual({});
  });

  test("and within two minutes it is erased", async () => {
    const asked = await approved();
    own.pass(TWO_MINUTES_MS - 60_000);

    expect(await erased(asked)).toMatchObject({ ok: true });
  });

  test("by asking for it in the name of a request that erases nothing", async () => {
    const { accounts } = await people.seen("c-3");
    const request: Asked = { code: "3011", input: { account: accounts[0]?.id, amount: 1_00 } };

    expect(await counter.ask("card.erase", { request })).toEqual({
      ok: false,
      refusal: { code: "request.unknown" },
    });
    expect(await counter.ask("card.write", await approved())).toEqual({
      ok: false,
      refusal: { code: "request.unknown" },
    });
  });
});

describe("an erasure that nobody can trust posts nothing, and may be tried again", () => {
  async function failed(why: string, reply: unknown, asked: { request: Asked; grant: string }) {
    expect(reply).toMatchObject({ refusal: { code: "reader.erase-failed", why } });
    expect((await journalled())?.entries).toEqual(["authorisation.given"]);
    expect(await people.run(asked.request, { grant: asked.grant })).toMatchObject({
      refusal: { code: "card.not-erased" },
    });
  }

  test("when it was pulled through badly", async () => {
    const asked = await approved();
    const erasing = counter.ask("card.erase", asked);
    await counter.swipe(old, "erase-swipe", true);

    await failed("refused-by-reader", await erasing, asked);
    expect(await erased(asked)).toMatchObject({ ok: true });
  });

  test("when the card reads back as it was, since another was erased in its place", async () => {
    const asked = await approved();
    const { erasing } = await beginErasing(asked, good);
    await counter.swipe(old);

    await failed("mismatch", await erasing, asked);
  });

  test("when the reader fell silent and the card was not read back", async () => {
    const asked = await approved();
    own.device().failNext("silent");
    const { erasing } = await beginErasing(asked);
    own.giveUpWaiting();
    await counter.waitFor("swipe");
    own.giveUpWaiting();

    await failed("indeterminate", await erasing, asked);
  });

  test("when the cable came loose after the command had gone out", async () => {
    const asked = await approved();
    const erasing = counter.ask("card.erase", asked);
    await counter.waitFor("erase-swipe");
    own.device().unplug();

    await failed("indeterminate", await erasing, asked);
  });

  test("when the teller gave up before it was read back; more than two minutes later, too", async () => {
    const asked = await approved();
    const { erasing } = await beginErasing(asked);
    await counter.waitFor("swipe");
    await counter.get("card.cancel", undefined);
    await failed("indeterminate", await erasing, asked);

    own.pass(TWO_MINUTES_MS);
    expect(await erased(asked)).toMatchObject({ ok: true });
  });
});

describe("nobody is at work, and the reader waits for no card to change", () => {
  test.each([
    ["is locked", "session.lock", { idle: false }],
    ["locks itself", "session.lock", { idle: true }],
    ["is signed off from", "session.sign-off", undefined],
  ] as const)("when the counter %s: the next card stays whole", async (_, channel, input) => {
    const asked = await approved();
    const before = tracksOn(good);
    const erasing = counter.ask("card.erase", asked);
    await counter.waitFor("erase-swipe");
    await counter.get(channel, input);

    expect(await erasing).toEqual({ ok: false, refusal: { code: "reader.cancelled" } });
    expect(own.device().panel().waitsFor).not.toBe("erase");
    await counter.swipe(good);
    expect(tracksOn(good)).toEqual(before);
  });

  test("when it is locked before the standing read was let go: none is ever waited for", async () => {
    const asked = await approved();
    const waits = waitsOf();
    const erasing = counter.ask("card.erase", asked);
    await counter.get("session.lock", { idle: false });

    expect(await erasing).toEqual({ ok: false, refusal: { code: "reader.cancelled" } });
    expect(waits).not.toContain("erase");
  });
});

/** What the device comes to wait for from now on. */
function waitsOf(): readonly string[] {
  const waits: string[] = [];
  own.device().onPanel((panel) => waits.push(panel.waitsFor));
  return waits;
}

describe("an erasure that was not begun", () => {
  test.each([0, 2, 5, 10, 15, 20, 30])(
    "leaves the card alone when the teller gave up after %d ms, before the reader waited",
    async (ms) => {
      const asked = await approved();
      const before = tracksOn(old);
      const erasing = counter.ask("card.erase", asked);
      await pause(ms);
      await counter.get("card.cancel", undefined);

      expect(await erasing).toEqual({ ok: false, refusal: { code: "reader.cancelled" } });
      expect(own.device().panel().waitsFor).not.toBe("erase");
      expect(tracksOn(old)).toEqual(before);
    },
  );

  test("leaves the card as it was when the teller gave up, and the two minutes go on", async () => {
    const asked = await approved();
    const before = tracksOn(old);
    const erasing = counter.ask("card.erase", asked);
    await counter.waitFor("erase-swipe");
    await counter.get("card.cancel", undefined);

    expect(await erasing).toEqual({ ok: false, refusal: { code: "reader.cancelled" } });
    expect(tracksOn(old)).toEqual(before);
    own.pass(TWO_MINUTES_MS);
    expect(await counter.ask("card.erase", asked)).toMatchObject({
      refusal: { code: "evidence.too-old" },
    });
  });

  test("because there is no reader, changes nothing", async () => {
    const asked = await approved();
    own.device().unplug();

    expect(await counter.ask("card.erase", asked)).toMatchObject({
      refusal: { code: "reader.not-ready", status: "lost", reason: "unplugged" },
    });
  });

  test("because the reader's language cannot erase, changes nothing", async () => {
    const { settings } = await counter.get("reader.view", undefined);
    await counter.get("reader.configure", { ...settings, dialect: "teller" });
    const asked = await approved();

    expect(await counter.ask("card.erase", asked)).toEqual({
      ok: false,
      refusal: { code: "reader.not-supported" },
    });
    expect(tracksOn(old)).not.toEqual({});
  });
});
