import { type Clock, systemClock } from "./clock.ts";
import type { Dialect, SwipeCommand } from "./dialect.ts";
import { createLine } from "./line.ts";
import { askOnce, askTwice, isQuery } from "./probe.ts";
import { readBack } from "./read-back.ts";
import type {
  AskOutcome,
  CardReader,
  Doing,
  ReaderIncident,
  SwipeOptions,
  VerifiedWriteOutcome,
  WriteStage,
} from "./reader.ts";
import type { Heard, Session } from "./session.ts";
import { awaitSwipe, readOutcome, type SwipeEnd, stripeOutcome } from "./swipe.ts";
import { checkTracks, type TrackTexts } from "./track.ts";
import type { OpenTransport } from "./transport.ts";

const SWIPE_TIMEOUT_MS = 45_000;

/**
 * The reader of one counter: opens its line, holds it to one command at a time, keeps the
 * deadlines, and never writes twice for one request.
 */
export function createCardReader({
  transport: openTransport,
  dialect,
  clock = systemClock,
  onIncident = () => {},
}: {
  readonly transport: OpenTransport;
  readonly dialect: Dialect;
  readonly clock?: Clock;
  readonly onIncident?: (incident: ReaderIncident) => void;
}): CardReader {
  const line = createLine({
    openTransport,
    dialect,
    clock,
    onLost: (reason) => onIncident({ incident: "lost", reason }),
  });

  async function swipe(
    on: Session,
    command: SwipeCommand,
    { timeoutMs = SWIPE_TIMEOUT_MS }: SwipeOptions,
  ): Promise<SwipeEnd> {
    if (line.isCalledOff()) return { end: "cancelled", isUntouched: true };

    const ended = await awaitSwipe(on, command, timeoutMs);
    const incident = incidentOf(ended, doingOf(command));
    if (incident) onIncident(incident);
    return ended;
  }

  const readOn = async (on: Session, options: SwipeOptions) =>
    readOutcome(await swipe(on, { command: "read" }, options));

  const writeOn = async (on: Session, tracks: TrackTexts, options: SwipeOptions) =>
    stripeOutcome(await swipe(on, { command: "write", tracks }, options), WRITTEN);

  async function writeThenReadBack(
    on: Session,
    tracks: TrackTexts,
    options: SwipeOptions & { readonly onStage: (stage: WriteStage) => void },
  ): Promise<VerifiedWriteOutcome> {
    options.onStage("write-swipe");
    const written = await writeOn(on, tracks, options);
    const isForReadingToSettle =
      written.outcome === "written" ||
      (written.outcome === "indeterminate" && written.doubt !== "lost");
    if (!isForReadingToSettle) return written;

    line.turnTo("reading");
    return readBack(tracks, () => {
      options.onStage("verify-swipe");
      return readOn(on, options);
    });
  }

  return {
    state: line.state,
    onState: line.onState,
    connect: line.connect,
    read: (options = {}) => line.occupy("reading", (on) => readOn(on, options)),
    async write(tracks, options = {}) {
      const checked = checkTracks(tracks);
      if (!checked.ok) return { outcome: "not-encodable", refusal: checked.refusal };
      return line.occupy("writing", (on) => writeOn(on, tracks, options));
    },
    verify: (written, options = {}) =>
      line.occupy("reading", (on) => readBack(written, () => readOn(on, options))),
    async writeAndVerify(tracks, options) {
      const checked = checkTracks(tracks);
      if (!checked.ok) return { outcome: "not-encodable", refusal: checked.refusal };
      return line.occupy("writing", (on) => writeThenReadBack(on, tracks, options));
    },
    erase: (tracks, options = {}) =>
      line.occupy("erasing", async (on) =>
        stripeOutcome(await swipe(on, { command: "erase", tracks }, options), ERASED),
      ),
    ask: (command) =>
      line.occupy("setting", async (on) =>
        askOutcome(isQuery(command) ? await askTwice(on, command) : await askOnce(on, command)),
      ),
    setLamp: (lamp) =>
      line.occupy("setting", async (on) => {
        await on.tell({ command: "set-lamp", lamp });
        return line.state().status === "lost" ? LOST : SET;
      }),
    cancel: line.callOff,
    close: line.close,
  };
}

const WRITTEN = { outcome: "written" } as const;
const ERASED = { outcome: "erased" } as const;
const SET = { outcome: "set" } as const;
const LOST = { outcome: "lost" } as const;

const doingByCommand: Readonly<Record<SwipeCommand["command"], Doing>> = {
  read: "reading",
  "read-raw": "reading",
  write: "writing",
  "write-raw": "writing",
  erase: "erasing",
};

function doingOf(command: SwipeCommand): Doing {
  return doingByCommand[command.command];
}

/** What of the end of a swipe must go on record: that a card went through unused, or unheard. */
function incidentOf(ended: SwipeEnd, doing: Doing): ReaderIncident | undefined {
  if (ended.end === "garbled") return { incident: "answer-garbled", doing };
  const isCutOff = ended.end === "cancelled" || ended.end === "timed-out";
  return isCutOff && !ended.isUntouched ? { incident: "bytes-discarded", doing } : undefined;
}

function askOutcome(heard: Heard): AskOutcome {
  if (heard.heard === "lost" || heard.heard === "not-sent") return LOST;
  if (heard.heard !== "reply") return { outcome: "no-answer" };

  return heard.reply.reply === "refused"
    ? { outcome: "refused-by-reader", complaint: heard.reply.complaint }
    : { outcome: "answered", reply: heard.reply };
}
