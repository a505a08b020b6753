import type { Guarded } from "#main/shell/guards.ts";
import type { GuardedSession } from "#main/shell/session-guards.ts";

// Electron's own `on` has a hundred signatures, one an event. The fakes below keep listeners by
// name, so each is handed over with one cast; what is kept of Electron's types is which methods and
// events there are, through `Pick`.

/** Keeps listeners, and tells whether an event that was fired at them was prevented. */
export function emitter() {
  const listeners = new Map<string, ((...words: unknown[]) => void)[]>();
  return {
    on(name: string, listener: (...words: unknown[]) => void) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    /** Fires the event at its listeners; true if one of them prevented it. */
    fire(name: string, facts: object = {}, ...words: unknown[]): boolean {
      let prevented = false;
      const event = {
        ...facts,
        preventDefault: () => {
          prevented = true;
        },
      };
      for (const listener of listeners.get(name) ?? []) listener(event, ...words);
      return prevented;
    },
    names: () => [...listeners.keys()],
  };
}

/** A window's contents that show `shown` and record how they are guarded. */
export function fakeContents(shown: string) {
  const events = emitter();
  let opened: unknown;
  const guarded = {
    on: events.on,
    getURL: () => shown,
    setWindowOpenHandler(handler: (details: object) => unknown) {
      opened = handler({ url: "app://teller/index.html" });
    },
  } as unknown as Guarded;
  return { guarded, fire: events.fire, openAnswer: () => opened };
}

/** A session that records what it was told to refuse. */
export function fakeSession() {
  const events = emitter();
  const told = new Map<string, unknown>();
  const set = (name: string) => (value: unknown) => {
    told.set(name, value);
  };
  const guarded = {
    on: events.on,
    setPermissionRequestHandler: set("permission request"),
    setPermissionCheckHandler: set("permission check"),
    setDevicePermissionHandler: set("device"),
    setDisplayMediaRequestHandler: set("display media"),
    setCertificateVerifyProc: set("certificate"),
    setSpellCheckerEnabled: set("spell checker"),
    setProxy: async (proxy: unknown) => {
      told.set("proxy", proxy);
    },
    webRequest: { onBeforeRequest: set("request") },
  } as unknown as GuardedSession;

  /** What a handler answers: what it returns, or what it hands to its callback. */
  function ask(name: string, ...words: unknown[]): unknown {
    const handler = told.get(name);
    if (typeof handler !== "function") throw new Error(`${name} has no handler`);
    let answered: unknown;
    const returned = handler(...words, (answer: unknown) => {
      answered = answer;
    });
    return answered === undefined ? returned : answered;
  }
  return { guarded, fire: events.fire, ask, told };
}
