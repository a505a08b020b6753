import type { StripeKind } from "#core/card/stripe-kind.ts";
import { assert } from "#core/kernel/assert.ts";
import { createAnnouncer } from "./announcer.ts";
import { createAttendance } from "./attendance.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Dialect } from "./dialect.ts";
import { askOutcome } from "./ending.ts";
import { createLamps } from "./lamps.ts";
import { createLine } from "./line.ts";
import { createLink } from "./link.ts";
import { askOnce, askTwice, isQuery } from "./probe.ts";
import { eraseAndReadBack, readBack, writeAndReadBack } from "./read-back.ts";
import type { CardReader, LossReason, ReaderIncident, Spoken } from "./reader.ts";
import type { Session } from "./session.ts";
import { type NotSetUp, setToStripe } from "./stripe-setting.ts";
import { eraseCard, feelCard, readCard, writeCard } from "./swipe.ts";
import { checkTracks, type TrackNumber, type TrackTexts, textOf, trackNumbers } from "./track.ts";
import type { OpenTransport } from "./transport.ts";

/** The line, the language and the time of one reader. */
export interface ReaderParts {
  readonly transport: OpenTransport;
  readonly dialect: Dialect;
  readonly clock?: Clock;
  readonly onIncident?: (incident: ReaderIncident) => void;
}

/**
 * The reader of one counter: opens its line, holds it to one command at a time, keeps the
 * deadlines, says nothing that its language has no word for, and never writes twice for one request.
 */
export function createCardReader(parts: ReaderParts): CardReader {
  const { transport: openTransport, dialect, clock = systemClock, onIncident = () => {} } = parts;
  const spoken = createAnnouncer<Spoken>();
  const lamps = createLamps();
  const onLost = (reason: LossReason) => onIncident({ incident: "lost", reason });
  const line = createLine(
    createLink({ openTransport, dialect, clock, onLost, onSpoken: spoken.announce }),
    lamps.darken,
  );
  line.onState((state) => spoken.announce({ way: "state", state }));
  const parties = { line, lamps, dialect, onIncident };
  const { offered, demanded, occupy, attend, staging } = createAttendance(parties);

  return {
    state: line.state,
    onState: line.onState,
    onSpoken: spoken.listen,
    connect: line.connect,
    read: (options = {}) => attend(["read"], "reading", (on) => readCard(offered(on, options))),
    async write(tracks, options = {}) {
      const checked = checkTracks(tracks);
      if (!checked.ok) return { outcome: "not-encodable", refusal: checked.refusal };
      return attend(["write", ...tracksIn(tracks)], "writing", (on) =>
        onStripe(on, options.stripe, tracksIn(tracks), () =>
          writeCard(demanded(on, options), tracks),
        ),
      );
    },
    verify(written, options = {}) {
      assert(checkTracks(written).ok, "only tracks that could be written can be verified");
      return attend(["read"], "reading", (on) => readBack(demanded(on, options), written));
    },
    async writeAndVerify(tracks, options) {
      const checked = checkTracks(tracks);
      if (!checked.ok) return { outcome: "not-encodable", refusal: checked.refusal };
      return attend(["write", "read", ...tracksIn(tracks)], "writing", (on) =>
        onStripe(on, options.stripe, tracksIn(tracks), () =>
          writeAndReadBack(demanded(on, options), tracks, staging(options.onStage, "writing")),
        ),
      );
    },
    erase: (tracks, options = {}) =>
      attend(["erase", ...tracks], "erasing", (on) =>
        onStripe(on, options.stripe, [], () => eraseCard(demanded(on, options), tracks)),
      ),
    // Of a track that it has no head for, a reader says that it is empty.
    eraseAndVerify: (options) =>
      attend(["erase", "read", ...trackNumbers], "erasing", (on) =>
        onStripe(on, options.stripe, [], () =>
          eraseAndReadBack(demanded(on, options), {
            ...options,
            onStage: staging(options.onStage, "erasing"),
          }),
        ),
      ),
    testSensor: (options = {}) =>
      attend(["test-sensor"], "feeling", (on) => feelCard(demanded(on, options))),
    ask: (command) =>
      occupy([command.command], "setting", async (on) =>
        askOutcome(isQuery(command) ? await askTwice(on, command) : await askOnce(on, command)),
      ),
    setLamp: (lamp) =>
      occupy(["set-lamp"], "setting", async (on) => {
        on.noteSet({ command: "set-lamp", lamp });
        await on.tell({ command: "set-lamp", lamp });
        return { outcome: line.state().status === "lost" ? "lost" : "set" } as const;
      }),
    cancel: line.callOff,
    close: line.close,
  };
}

/** Does the work once the reader is set to the stripe that it will touch. */
async function onStripe<T>(
  on: Session,
  stripe: StripeKind | undefined,
  written: readonly TrackNumber[],
  work: () => Promise<T>,
): Promise<T | NotSetUp> {
  const failed = stripe && (await setToStripe(on, stripe, written));
  return failed ?? work();
}

function tracksIn(tracks: TrackTexts): readonly TrackNumber[] {
  return trackNumbers.filter((track) => textOf(tracks, track) !== undefined);
}
