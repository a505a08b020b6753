import type { TraceLine } from "#core/contract/reader-view.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import type { ReaderState, Spoken } from "#main/card-reader/reader.ts";

/** The last words on the cable, every track masked, and a way to follow them. */
export interface Trace {
  readonly add: (spoken: Spoken) => void;
  readonly lines: () => readonly TraceLine[];
  readonly stop: () => void;
}

const LINES_MAX = 200;
/**
 * So many lines are told at most in one go: a diagnosis or a search for the kind is some thirty and
 * stays whole; a device that babbles is no more than its end.
 */
const TOLD_MAX = 60;
const TELL_EVERY_MS = 250;

/**
 * A trace that begins now. Lines are told a few times a second; of a flood only the last ones are,
 * and the numbers of the lines show the gap.
 */
export function createTrace(clock: Clock, tell: (line: TraceLine) => void): Trace {
  const beganAtMs = clock.now();
  let lines: readonly TraceLine[] = [];
  let number = 0;
  let toldUpTo = 0;
  let callOff: (() => void) | undefined;

  function tellNew(): void {
    callOff = undefined;
    const fresh = lines.filter((line) => line.number > toldUpTo).slice(-TOLD_MAX);
    toldUpTo = number;
    for (const line of fresh) tell(line);
  }

  return {
    add(spoken) {
      const said = worded(spoken);
      if (isWaitRenewed(lines, said, toldUpTo)) {
        lines = lines.slice(0, -1);
        number -= 1;
        return;
      }
      number += 1;
      const atMs = Math.round(clock.now() - beganAtMs);
      lines = [...lines.slice(1 - LINES_MAX), { number, atMs, ...said }];
      callOff ??= clock.after(TELL_EVERY_MS, tellNew);
    },
    lines: () => lines,
    stop: () => callOff?.(),
  };
}

/**
 * Whether a wait for a swipe ended and began again without a word on the cable, as it does by the
 * minute with a reader that speaks unasked: nothing has happened, and nothing is told.
 */
function isWaitRenewed(lines: readonly TraceLine[], next: Said, toldUpTo: number): boolean {
  const [before, last] = lines.slice(-2);
  const isRenewed = before && isWaiting(before) && last?.what === "ready" && isWaiting(next);
  return isRenewed === true && last !== undefined && last.number > toldUpTo;
}

function isWaiting({ way, what, shown }: Said): boolean {
  return way === "state" && what === "busy" && shown === "reading";
}

type Said = Pick<TraceLine, "way" | "what" | "shown">;

function worded(spoken: Spoken): Said {
  switch (spoken.way) {
    case "sent":
      return { way: "sent", what: spoken.command, shown: spoken.shown };
    case "heard":
      return { way: "heard", what: spoken.reply, shown: spoken.shown };
    case "noise":
      return { way: "noise", what: "noise", shown: `(${spoken.byteCount})` };
    case "state":
      return { way: "state", what: spoken.state.status, shown: detailOf(spoken.state) };
  }
}

function detailOf(state: ReaderState): string {
  switch (state.status) {
    case "lost":
      return state.reason;
    case "busy":
      return state.doing;
    case "ready":
      return `${state.model} ${state.firmware}`.trim();
    default:
      return "";
  }
}
