import { describe, expect, test } from "vitest";
import { createTellerStore, listen } from "#renderer/store/teller-store.ts";
import { fakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import { diagnosisView, readerDeskView, traceLine } from "#tests/renderer/support/reader-views.ts";

type Answers = Parameters<typeof fakeBridge>[0];

function openStore(answers: Answers = {}) {
  const bridge = fakeBridge(answers);
  const store = createTellerStore(bridge);
  listen(store, bridge);
  return { bridge, store };
}

const numbers = (store: ReturnType<typeof openStore>["store"]) =>
  store.getState().readerTrace.map(({ number }) => number);

describe("the trace in the store", () => {
  test("keeps the last 200 lines", () => {
    const { bridge, store } = openStore();

    for (let number = 1; number <= 201; number += 1) {
      bridge.tell("reader.traced", traceLine({ number }));
    }

    expect(numbers(store)).toHaveLength(200);
    expect(numbers(store)[0]).toBe(2);
    expect(numbers(store).at(-1)).toBe(201);
  });

  test("joins what the view holds with what came meanwhile, each line once", async () => {
    const { bridge, store } = openStore({
      "reader.view": yes(
        readerDeskView({ trace: [traceLine({ number: 1 }), traceLine({ number: 2 })] }),
      ),
    });

    bridge.tell("reader.traced", traceLine({ number: 2 }));
    bridge.tell("reader.traced", traceLine({ number: 3 }));
    await store.getState().readReader();
    bridge.tell("reader.traced", traceLine({ number: 3 }));

    expect(numbers(store)).toEqual([1, 2, 3]);
  });
});

describe("what is asked of the reader", () => {
  test("an answer that comes after the screen was left is not kept", async () => {
    const { store } = openStore({ "reader.diagnose": yes(diagnosisView()) });

    const asked = store.getState().askReader("reader.diagnose", undefined);
    store.getState().leaveReader();
    await asked;

    expect(store.getState().readerTalks["reader.diagnose"]).toEqual({ step: "resting" });
  });

  test("the same is not asked twice at once", async () => {
    const { store, bridge } = openStore({ "reader.diagnose": yes(diagnosisView()) });

    const first = store.getState().askReader("reader.diagnose", undefined);
    await store.getState().askReader("reader.diagnose", undefined);
    await first;

    expect(bridge.asked.filter(({ channel }) => channel === "reader.diagnose")).toHaveLength(1);
  });

  test("settings that were saved are read again, and their sound holds from then on", async () => {
    let sound = false;
    const desk = () =>
      readerDeskView({
        settings: { dialect: "msr605", port: { by: "none" }, baudRate: 9600, sound },
      });
    const { store } = openStore({
      "reader.view": () => yes(desk()),
      "reader.configure": (settings) => {
        sound = settings.sound;
        return yes(desk());
      },
    });
    await store.getState().readReader();

    const { settings } = desk();
    await store.getState().askReader("reader.configure", { ...settings, sound: true });

    expect(store.getState().readerDesk?.settings.sound).toBe(true);
    expect(store.getState().readerTalks["reader.configure"].step).toBe("answered");
  });

  test("Esc calls a waiting sensor off once, and is the teller's again after that", () => {
    const { store, bridge } = openStore({ "reader.test-sensor": () => new Promise(() => {}) });
    void store.getState().askReader("reader.test-sensor", undefined);

    expect(store.getState().backInReader()).toBe(true);
    expect(store.getState().backInReader()).toBe(false);
    expect(bridge.asked.filter(({ channel }) => channel === "card.cancel")).toHaveLength(1);
  });
});
