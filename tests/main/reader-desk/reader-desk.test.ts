import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ReaderSettings } from "#core/contract/reader-view.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { readerFolder } from "#main/card-reader/settings-file.ts";
import { whenItWaits } from "#tests/main/card-reader/counter.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const ordinary: ReaderSettings = {
  dialect: "msr605",
  port: { by: "none" },
  baudRate: 9600,
  sound: true,
};

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

async function open(folder: string, kind: "live" | "demonstration"): Promise<void> {
  own = ownMachine();
  counter = await openWorkstation(folder, kind, own);
  people = atCounter(counter);
}

/** The reader as the status bar was told of it last. */
function lastReader() {
  const told = counter.notices.filter(({ channel }) => channel === "workstation.changed");
  return (told.at(-1)?.notice as WorkstationView | undefined)?.reader;
}

afterEach(() => counter.close());

describe("the reader of a demonstration", () => {
  beforeEach(async () => {
    await open(await foundedFolder(), "demonstration");
    await people.signOn();
    await counter.waitFor("swipe");
  });

  test("is the tray's, and anybody may set it up", async () => {
    expect(await counter.get("reader.view", undefined)).toMatchObject({
      settings: ordinary,
      isFixedByStart: false,
      mayConfigure: true,
      recording: { isOn: false, folder: expect.stringMatching(/data-reader.recordings$/) },
    });
    const { reader } = await counter.get("workstation.view", undefined);
    expect(reader).toMatchObject({ status: "ready", simulated: true });
  });

  test("says all that it knows of itself, and reads the next card", async () => {
    expect(await counter.get("reader.diagnose", undefined)).toEqual({
      communication: { state: "answered", value: "good" },
      memory: { state: "answered", value: "good" },
      model: { state: "answered", value: "MSR605" },
      tracks: { state: "answered", value: [1, 2, 3] },
      firmware: { state: "answered", value: "REVH3.12" },
      coercivity: { state: "answered", value: "high" },
      leadingZeros: { state: "answered", value: [61, 22] },
    });
    await expect(people.swiped("k-1")).resolves.toMatchObject({ status: "read" });
  });

  test("feels a card", async () => {
    whenItWaits(own.device(), "sensor", () => own.device().swipe("k-1"));

    expect(await counter.get("reader.test-sensor", undefined)).toEqual({ isFelt: true });
  });

  test("feels nothing when nobody comes", async () => {
    expect(await counter.get("reader.test-sensor", undefined)).toEqual({ isFelt: false });
  });

  test("is said to feel a card, and to want no swipe, while it does", async () => {
    const feeling = counter.ask("reader.test-sensor", undefined);
    await new Promise<void>((resolve) => {
      const stop = own.device().onPanel(({ waitsFor }) => {
        if (waitsFor !== "sensor") return;
        stop();
        resolve();
      });
    });
    const { reader } = await counter.get("workstation.view", undefined);
    own.device().swipe("k-1");
    await feeling;

    expect(reader).toMatchObject({ status: "busy", doing: "feeling" });
  });

  test("whose cable is pulled while it feels has tested nothing, and says that it was lost", async () => {
    whenItWaits(own.device(), "sensor", () => own.device().unplug());

    expect(await counter.ask("reader.test-sensor", undefined)).toEqual({
      ok: false,
      refusal: { code: "reader.not-ready", status: "lost", reason: "unplugged" },
    });
  });

  test("stops feeling when it is called off", async () => {
    whenItWaits(own.device(), "sensor", () => void counter.get("card.cancel", undefined));

    expect(await counter.ask("reader.test-sensor", undefined)).toEqual({
      ok: false,
      refusal: { code: "reader.cancelled" },
    });
  });

  test("is not taken from a test that is under way", async () => {
    const feeling = counter.ask("reader.test-sensor", undefined);
    const busy = { ok: false, refusal: { code: "reader.busy" } };

    expect(await counter.ask("reader.diagnose", undefined)).toEqual(busy);
    expect(await counter.ask("reader.configure", { ...ordinary, dialect: "teller" })).toEqual(busy);
    expect(await counter.ask("reader.find-dialect", undefined)).toEqual(busy);
    await feeling;
  });

  test("speaks another language when it is told to, and so does the device on the tray", async () => {
    const view = await counter.get("reader.configure", { ...ordinary, dialect: "teller" });
    await counter.waitFor("swipe");

    expect(view.settings).toEqual({ ...ordinary, dialect: "teller" });
    await expect(people.swiped("k-1")).resolves.toMatchObject({ status: "read" });
    expect(await counter.get("reader.diagnose", undefined)).toEqual({
      communication: { state: "answered", value: "good" },
      memory: { state: "not-offered" },
      model: { state: "not-offered" },
      tracks: { state: "not-offered" },
      firmware: { state: "not-offered" },
      coercivity: { state: "not-offered" },
      leadingZeros: { state: "not-offered" },
    });
  });

  test("is found out: its language is the one it is set to", async () => {
    await counter.get("reader.configure", { ...ordinary, dialect: "teller" });

    expect(await counter.get("reader.find-dialect", undefined)).toEqual({
      dialect: "teller",
      isForeign: false,
    });
    await counter.waitFor("swipe");
    await expect(people.swiped("k-1")).resolves.toMatchObject({ status: "read" });
  });

  test.each(["teller", "swipe-only"] as const)(
    "T34: that cannot erase says so before anybody is asked to agree: %s",
    async (dialect) => {
      await counter.get("reader.configure", { ...ordinary, dialect });
      await counter.waitFor("swipe");
      const { cards } = await counter.get("demonstration.tray", undefined);
      const old = cards.find(({ label }) => label === "retained")?.id ?? "";
      const { ref: swipe } = await people.swiped(old);
      const { reader } = await counter.get("workstation.view", undefined);

      expect(reader).toMatchObject({ cannotErase: true });
      expect(await people.preview({ code: "3014", input: { swipe } })).toMatchObject({
        refusal: { code: "reader.not-supported" },
      });
      expect(await people.lastLine()).toMatchObject({ code: "3014", entries: ["request.refused"] });
    },
  );

  test("that takes no question is not said to have answered", async () => {
    await counter.get("reader.configure", { ...ordinary, dialect: "swipe-only" });
    await counter.waitFor("swipe");
    const { reader } = await counter.get("workstation.view", undefined);

    expect(reader).toMatchObject({ status: "ready", isUnasked: true });
    expect(await counter.get("reader.diagnose", undefined)).toMatchObject({
      tracks: { state: "not-offered" },
    });
  });

  test("that is a keyboard cannot be asked for its kind", async () => {
    await counter.get("reader.configure", { ...ordinary, dialect: "wedge" });

    expect(await counter.ask("reader.find-dialect", undefined)).toEqual({
      ok: false,
      refusal: { code: "reader.not-supported" },
    });
  });

  test("that only reads is given no card to write, and no piece is spoilt", async () => {
    await counter.get("reader.configure", { ...ordinary, dialect: "swipe-only" });
    const before = await people.blank();
    const { lossCases } = await people.seen("c-3");
    const { number: lossCase, slip } = lossCases[0] ?? {};
    const identity = await people.identity("c-3");
    const input = { lossCase, slip, numbering: "new", identity, fee: "cash", signed: true };
    const request = { code: "4007", input } as const;
    const grant = await people.grant(request, "2001");

    expect(await counter.ask("card.write", { request: request as never, grant })).toEqual({
      ok: false,
      refusal: { code: "reader.not-supported" },
    });
    expect(await people.blank()).toBe(before);
  });

  test("keeps its settings for the next start", async () => {
    const changed: ReaderSettings = { ...ordinary, dialect: "ezwriter", sound: false };
    await counter.get("reader.configure", changed);
    const { folder } = counter;
    await counter.close();
    await open(folder, "demonstration");
    await people.signOn();

    expect((await counter.get("reader.view", undefined)).settings).toEqual(changed);
  });

  test("is not there at a port that does not exist; without a port the tray's is back", async () => {
    const nowhere = { by: "path", path: "/dev/there-is-no-such-port" } as const;
    await counter.get("reader.configure", { ...ordinary, port: nowhere });
    const refused = await counter.ask("reader.diagnose", undefined);
    const found = await counter.ask("reader.find-dialect", undefined);
    const shown = counter.notices.map(({ notice }) => (notice as WorkstationView).reader);
    await counter.get("reader.configure", ordinary);
    await counter.waitFor("swipe");

    const lost = { code: "reader.not-ready", status: "lost", reason: "not-found" };
    expect(refused).toEqual({ ok: false, refusal: lost });
    expect(shown).toContainEqual(expect.objectContaining({ status: "lost", reason: "not-found" }));
    expect(found).toEqual({ ok: false, refusal: lost });
    await expect(people.swiped("k-1")).resolves.toMatchObject({ status: "read" });
  });

  test("rule 10: is followed word by word, and no stripe is in any of it", async () => {
    await people.swiped("k-1");
    await counter.told("reader.traced");
    const { trace } = await counter.get("reader.view", undefined);
    const told = counter.notices.filter(({ channel }) => channel === "reader.traced");

    expect(trace).toContainEqual(
      expect.objectContaining({
        way: "heard",
        what: "tracks",
        shown: expect.stringMatching("····"),
      }),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify([trace, told])).not.toMatch(/622202|955880/);
  });

  test("is recorded until told to stop, and the file is named", async () => {
    expect(await counter.get("reader.record", { on: true, device: "Tray" })).toEqual({});
    const during = await counter.get("reader.view", undefined);
    const toldDuring = lastReader();
    await people.swiped("k-1");
    const { file } = await counter.get("reader.record", { on: false });
    const after = await counter.get("reader.view", undefined);

    expect(during.recording.isOn).toBe(true);
    expect(after.recording.isOn).toBe(false);
    expect(toldDuring).toMatchObject({ recording: true });
    expect(lastReader()).toMatchObject({ recording: false });
    expect(file).toMatch(/data-reader.recordings.*\.txt$/);
  });

  test("is no longer recorded when nobody is at work", async () => {
    await counter.get("reader.record", { on: true });
    await people.signOff();
    await people.signOn();

    expect((await counter.get("reader.view", undefined)).recording.isOn).toBe(false);
    expect(lastReader()).toMatchObject({ recording: false });
  });

  test("was recorded until somebody left: whoever looks next is told the file", async () => {
    await counter.get("reader.record", { on: true });
    await people.swiped("k-1");
    await people.signOff();
    await people.signOn();
    const { recording } = await counter.get("reader.view", undefined);
    await counter.get("reader.record", { on: true });
    const during = await counter.get("reader.view", undefined);

    expect(recording.left).toMatch(/data-reader.recordings.*\.txt$/);
    expect(during.recording).not.toHaveProperty("left");
  });

  test("is nobody's while nobody is signed on", async () => {
    await people.signOff();
    const no = { ok: false, refusal: { code: "teller.not-signed-on" } };

    expect(await counter.ask("reader.view", undefined)).toEqual(no);
    expect(await counter.ask("reader.configure", ordinary)).toEqual(no);
    expect(await counter.ask("reader.diagnose", undefined)).toEqual(no);
    expect(await counter.ask("reader.test-sensor", undefined)).toEqual(no);
    expect(await counter.ask("reader.find-dialect", undefined)).toEqual(no);
    expect(await counter.ask("reader.record", { on: true })).toEqual(no);
  });
});

describe("the reader of a branch", () => {
  beforeEach(async () => open(await trialBranch(), "live"));

  test("is absent until somebody sets one up, and nobody looks for it", async () => {
    await people.signOn("1001");
    const { reader } = await counter.get("workstation.view", undefined);

    expect(reader).toEqual({
      status: "absent",
      simulated: false,
      recording: false,
      isReadOnly: true,
    });
    expect(counter.noted.filter((line) => line.includes("reader"))).toEqual([]);
    expect(await counter.ask("reader.diagnose", undefined)).toEqual({
      ok: false,
      refusal: { code: "reader.not-ready", status: "absent" },
    });
    expect(await counter.ask("reader.find-dialect", undefined)).toEqual({
      ok: false,
      refusal: { code: "reader.not-ready", status: "absent" },
    });
  });

  test("is looked at by everybody, and not set up by a teller", async () => {
    await people.signOn("1001");

    expect(await counter.get("reader.view", undefined)).toMatchObject({ mayConfigure: false });
    expect(await counter.ask("reader.configure", ordinary)).toEqual({
      ok: false,
      refusal: { code: "teller.role", role: "teller" },
    });
  });

  test.each(["2001", "3001"])(
    "is set up by a supervisor or the head of the branch: %s",
    async (id) => {
      await people.signOn(id);

      expect(await counter.get("reader.configure", { ...ordinary, sound: false })).toMatchObject({
        mayConfigure: true,
        settings: { sound: false },
      });
    },
  );
});

describe("settings that make no sense", () => {
  test("are said at the start, and the ordinary ones serve", async () => {
    const folder = await foundedFolder();
    mkdirSync(readerFolder(folder));
    writeFileSync(`${readerFolder(folder)}/settings.json`, "{");
    await open(folder, "demonstration");
    await people.signOn();

    const { notices } = await counter.get("workstation.view", undefined);
    expect(notices).toContainEqual({ code: "reader.settings-broken", facts: {} });
    expect((await counter.get("reader.view", undefined)).settings).toEqual(ordinary);

    await counter.get("reader.configure", { ...ordinary, sound: false });

    const told = counter.notices.filter(({ channel }) => channel === "workstation.changed");
    const after = told.at(-1)?.notice as WorkstationView;
    expect(after.notices).not.toContainEqual(
      expect.objectContaining({ code: "reader.settings-broken" }),
    );
  });
});
