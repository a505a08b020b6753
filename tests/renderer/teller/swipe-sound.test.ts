import { describe, expect, test } from "vitest";
import { createTellerStore, listen } from "#renderer/store/teller-store.ts";
import { createSwipeTones, soundSwipes } from "#renderer/teller/swipe-sound.ts";
import { fakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import { readerDeskView } from "#tests/renderer/support/reader-views.ts";
import { swipeView, workstationView } from "#tests/renderer/support/views.ts";

interface Played {
  hertz: number;
  from: number;
  to: number;
}

/** A sound device that writes down what it is to play. */
function fakeAudio() {
  const played: Played[] = [];
  let opened = 0;
  function open(): AudioContext {
    opened += 1;
    const gain = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} };
    return {
      currentTime: 5,
      destination: {},
      resume: async () => {},
      createGain: () => ({ gain, connect: (to: unknown) => to }),
      createOscillator: () => {
        const tone = { hertz: 0, from: 0, to: 0 };
        played.push(tone);
        return {
          frequency: {
            set value(hertz: number) {
              tone.hertz = hertz;
            },
          },
          connect: (to: unknown) => to,
          start: (at: number) => {
            tone.from = at;
          },
          stop: (at: number) => {
            tone.to = at;
          },
        };
      },
    } as unknown as AudioContext; // As much of one as tones need.
  }
  return { open, played, opened: () => opened };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve));

describe("the tones of a swipe", () => {
  test("a good one is one short high tone", async () => {
    const audio = fakeAudio();

    createSwipeTones(audio.open).good();
    await aMoment();

    expect(audio.played).toEqual([{ hertz: 1760, from: 5, to: 5.09 }]);
  });

  test("a failed one is two low tones, one after the other", async () => {
    const audio = fakeAudio();

    createSwipeTones(audio.open).failed();
    await aMoment();

    const [first, second] = audio.played;
    expect(audio.played.map(({ hertz }) => hertz)).toEqual([220, 220]);
    expect(second?.from).toBeGreaterThan(first?.to ?? Number.POSITIVE_INFINITY);
  });

  test("the sound device is opened at the first tone, and once", async () => {
    const audio = fakeAudio();
    const tones = createSwipeTones(audio.open);
    expect(audio.opened()).toBe(0);

    tones.good();
    tones.failed();
    await aMoment();

    expect(audio.opened()).toBe(1);
  });
});

describe("whether a swipe is heard", () => {
  const unreadable = {
    status: "unreadable",
    refusal: { code: "track.field" },
    at: workstationView().now,
  } as const;

  function openCounter({ sound }: { readonly sound: boolean }) {
    const settings = { dialect: "msr605", port: { by: "none" }, baudRate: 9600, sound };
    const bridge = fakeBridge({ "reader.view": yes(readerDeskView({ settings })) });
    const store = createTellerStore(bridge);
    listen(store, bridge);
    const heard: string[] = [];
    const stop = soundSwipes(store, bridge, {
      good: () => heard.push("good"),
      failed: () => heard.push("failed"),
    });
    return { bridge, store, heard, stop };
  }

  test("where the settings say so, a good swipe and a failed one sound different", async () => {
    const { bridge, store, heard } = openCounter({ sound: true });
    store.getState().tellWorkstation(workstationView());
    await aMoment();

    bridge.tell("card.swiped", swipeView());
    bridge.tell("card.swiped", unreadable);

    expect(heard).toEqual(["good", "failed"]);
  });

  test("where they say not, nothing is heard", async () => {
    const { bridge, store, heard } = openCounter({ sound: false });
    store.getState().tellWorkstation(workstationView());
    await aMoment();

    bridge.tell("card.swiped", swipeView());

    expect(heard).toEqual([]);
  });

  test("the settings are read once, by whoever signs on", async () => {
    const { bridge, store } = openCounter({ sound: true });
    store.getState().tellWorkstation(workstationView({ session: { status: "signed-off" } }));
    expect(bridge.asked).toEqual([]);

    store.getState().tellWorkstation(workstationView());
    store.getState().tellWorkstation(workstationView());
    await aMoment();

    expect(bridge.asked).toEqual([{ channel: "reader.view", input: undefined }]);
  });

  test("a locked counter is silent", async () => {
    const { bridge, store, heard } = openCounter({ sound: true });
    store.getState().tellWorkstation(workstationView());
    await aMoment();

    store.getState().tellWorkstation(
      workstationView({
        session: { status: "locked", teller: "0101", name: "王芳", role: "teller" },
      }),
    );
    bridge.tell("card.swiped", swipeView());

    expect(heard).toEqual([]);
  });

  test("nothing is heard after it was stopped", async () => {
    const { bridge, store, heard, stop } = openCounter({ sound: true });
    store.getState().tellWorkstation(workstationView());
    await aMoment();

    stop();
    bridge.tell("card.swiped", swipeView());

    expect(heard).toEqual([]);
  });
});
