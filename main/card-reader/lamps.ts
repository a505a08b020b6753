import type { Lamp } from "./dialect.ts";
import type { Session } from "./session.ts";

/** The lamps of one reader: they say what the person in front of it should do. */
export interface Lamps {
  /** Green while a card may be swiped, red if the last one went wrong. */
  showRest(session: Session): Promise<void>;
  /** Yellow: swipe now. */
  showDemand(session: Session): Promise<void>;
  /** Dark, as they were found. */
  darken(session: Session): Promise<void>;
  /** Remembers whether a swipe went well; what says nothing about one changes nothing. */
  note<T extends { readonly outcome: string }>(ended: T): T;
}

const good: ReadonlySet<string> = new Set(["read", "written", "erased", "verified", "felt"]);
const bad: ReadonlySet<string> = new Set([
  "unreadable",
  "garbled",
  "refused-by-reader",
  "bad-swipe",
  "mismatch",
  "indeterminate",
]);

/**
 * Lamps that were not lit yet. They are set before a reader is asked for a swipe, since while it
 * waits for one it hears nothing but a reset; and only when they change.
 */
export function createLamps(): Lamps {
  let wentWrong = false;
  let isLit = false;

  async function show(session: Session, lamp: Lamp): Promise<void> {
    const command = { command: "set-lamp", lamp } as const;
    if (!session.dialect.supports.has("set-lamp") || session.isSet(command)) return;
    session.noteSet(command);
    isLit = lamp !== "off";
    await session.tell(command);
  }

  return {
    showRest: (session) => show(session, wentWrong ? "red" : "green"),
    showDemand: (session) => show(session, "yellow"),
    async darken(session) {
      if (isLit) await show(session, "off");
    },
    note(ended) {
      if (good.has(ended.outcome)) wentWrong = false;
      if (bad.has(ended.outcome)) wentWrong = true;
      return ended;
    },
  };
}
