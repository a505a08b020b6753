import type { Command, Dialect } from "./dialect.ts";
import { incidentOf } from "./ending.ts";
import type { Lamps } from "./lamps.ts";
import type { Line } from "./line.ts";
import type { Doing, NotBegun, ReaderIncident, SwipeOptions, WriteStage } from "./reader.ts";
import type { Session } from "./session.ts";
import { awaitSwipe, type Swipe } from "./swipe.ts";
import { type TrackNumber, trackNumbers } from "./track.ts";

/** What a work needs of a reader: words of its language, and heads over tracks. */
type Need = Command["command"] | TrackNumber;

/** How the swipes of one line are attended to: with lamps before, and incidents after. */
export interface Attendance {
  /** A swipe that may come, as while nobody asks for one. */
  offered(on: Session, options: SwipeOptions): Swipe;
  /** A swipe that is asked for now. */
  demanded(on: Session, options: SwipeOptions): Swipe;
  /** Begins work that needs this, if the reader has it all and is free. */
  occupy<T>(
    needed: readonly Need[],
    doing: Doing,
    work: (on: Session) => Promise<T>,
  ): Promise<T | NotBegun>;
  /** The same for work that has swipes in it, whose end the lamps remember. */
  attend<T extends { readonly outcome: string }>(
    needed: readonly Need[],
    doing: Doing,
    work: (on: Session) => Promise<T>,
  ): Promise<T | NotBegun>;
  /** Says at each stage of a work what the reader is at, and tells of the stage. */
  staging(onStage: (stage: WriteStage) => void, first: Doing): (stage: WriteStage) => void;
}

const SWIPE_TIMEOUT_MS = 45_000;

/** The attendance of one line. */
export function createAttendance({
  line,
  lamps,
  dialect,
  onIncident,
}: {
  readonly line: Line;
  readonly lamps: Lamps;
  readonly dialect: Dialect;
  readonly onIncident: (incident: ReaderIncident) => void;
}): Attendance {
  const swipeOn =
    (on: Session, light: (on: Session) => Promise<void>, options: SwipeOptions): Swipe =>
    async (command) => {
      await light(on);
      if (line.isCalledOff()) return { end: "cancelled", isUntouched: true };

      const ended = await awaitSwipe(on, command, options.timeoutMs ?? SWIPE_TIMEOUT_MS);
      const incident = incidentOf(ended, command);
      if (incident) onIncident(incident);
      return ended;
    };

  const occupy: Attendance["occupy"] = async (needed, doing, work) => {
    const state = line.state();
    // What is not ready has no heads to ask about: the line says why it begins nothing.
    const heads: readonly TrackNumber[] = state.status === "ready" ? state.tracks : trackNumbers;
    const isPossible = needed.every((need) =>
      typeof need === "number" ? heads.includes(need) : dialect.supports.has(need),
    );
    return isPossible ? line.occupy(doing, work) : { outcome: "not-supported" };
  };

  return {
    offered: (on, options) => swipeOn(on, lamps.showRest, options),
    demanded: (on, options) => swipeOn(on, lamps.showDemand, options),
    occupy,
    attend: async (needed, doing, work) => lamps.note(await occupy(needed, doing, work)),
    staging: (onStage, first) => (stage) => {
      line.turnTo(stage === "write-swipe" ? first : "reading");
      onStage(stage);
    },
  };
}
