import { describe, expect, test } from "vitest";
import { tellerNoticeChannels, tellerRequestChannels } from "#core/contract/channels.ts";
import { bridgeOver, type Wire } from "../../preload/bridge.ts";

type Hear = (event: unknown, ...words: unknown[]) => void;

function opened() {
  const asked: unknown[] = [];
  const hearing = new Map<string, Set<Hear>>();
  // Electron's own `on` answers itself for chaining; nobody chains here.
  const wire = {
    invoke: async (...words: unknown[]) => {
      asked.push(words);
      return { ok: true, value: "done" };
    },
    on: (channel: string, hear: Hear) => {
      hearing.set(channel, (hearing.get(channel) ?? new Set()).add(hear));
    },
    removeListener: (channel: string, hear: Hear) => {
      hearing.get(channel)?.delete(hear);
    },
  } as unknown as Wire;
  const tell = (channel: string, ...words: unknown[]) => {
    for (const hear of hearing.get(channel) ?? [])
      hear({ sender: "the way to all else" }, ...words);
  };
  const listeners = (channel: string) => hearing.get(channel)?.size ?? 0;
  const bridge = bridgeOver(wire, tellerRequestChannels, tellerNoticeChannels);
  return { bridge, asked, tell, listeners };
}

describe("what a page can reach", () => {
  test("is two functions on a frozen object and nothing else", () => {
    const { bridge } = opened();

    expect(Object.entries(bridge).map(([name, member]) => [name, typeof member])).toEqual([
      ["request", "function"],
      ["onNotice", "function"],
    ]);
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Reflect.ownKeys(bridge)).toEqual(["request", "onNotice"]);
  });

  test("is each request of its own part of the contract", async () => {
    const { bridge, asked } = opened();

    const reply = await bridge.request("session.lock", { idle: true });

    expect(reply).toEqual({ ok: true, value: "done" });
    expect(asked).toEqual([["session.lock", { idle: true }]]);
  });

  test.each(["display.enter-pin", "display.view", "ELECTRON_BROWSER_REQUIRE", "toString", ""])(
    "is not %j",
    async (channel) => {
      const { bridge, asked } = opened();

      await expect(bridge.request(channel, {})).rejects.toThrow("No such request");
      expect(asked).toEqual([]);
    },
  );
});

describe("a notice", () => {
  test("comes without Electron's event and without more than the notice", () => {
    const { bridge, tell } = opened();
    const heard: unknown[][] = [];

    bridge.onNotice("books.changed", (...words: unknown[]) => heard.push(words));
    tell("books.changed", { sequence: 1 }, "more");

    expect(heard).toEqual([[{ sequence: 1 }]]);
  });

  test("is no longer heard once its own stop function was called, and others still hear", () => {
    const { bridge, tell, listeners } = opened();
    const heard: string[] = [];
    const stopFirst = bridge.onNotice("books.changed", () => heard.push("first"));
    bridge.onNotice("books.changed", () => heard.push("second"));

    stopFirst();
    stopFirst();
    tell("books.changed", {});

    expect(heard).toEqual(["second"]);
    expect(listeners("books.changed")).toBe(1);
  });

  test("of another window cannot be listened to", () => {
    const { bridge } = opened();

    expect(() => bridge.onNotice("display.changed", () => {})).toThrow("No such notice");
  });
});
