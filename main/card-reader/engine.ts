import { assert } from "#core/kernel/assert.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Dialect, SwipeCommand } from "./dialect.ts";
import type { Heard } from "./ear.ts";
import { createLine } from "./line.ts";
import { createLink } from "./link.ts";
import { askOnce, askTwice, isQuery } from "./probe.ts";
import { readBack, writeAndReadBack } from "./read-back.ts";
import type {
  AskOutcome,
  CardReader,
  Doing,
  LossReason,
  ReaderIncident,
  SwipeOptions,
} from "./reader.ts";
import type { Session } from "./session.ts";
import { awaitSwipe, eraseCard, readCard, type Swipe, type SwipeEnd, writeCard } from "./swipe.ts";
import { checkTracks } from "./track.ts";
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
  const onLost = (reason: LossReason) => onIncident({ incident: "lost", reason });
  const line = createLine(createLink({ openTransport, dialect, clock, onLost }));

  const swipeOn =
    (on: Session, { timeoutMs = SWIPE_TIMEOUT_MS }: SwipeOptions): Swipe =>
    async (command) => {
      if (line.isCalledOff()) return { end: "cancelled", isUntouched: true };

      const ended = await awaitSwipe(on, command, timeoutMs);
      const incident = incidentOf(ended, doingByCommand[command.command]);
      if (incident) onIncident(incident);
      return ended;
    };

  return {
    state: line.state,
    onState: line.onState,
    connect: line.connect,
    read: (options = {}) => line.occupy("reading", (on) => readCard(swipeOn(on, options))),
    async write(tracks, options = {}) {
      const checked = checkTracks(tracks);
      if (!checked.ok) return { outcome: "not-encodable", refusal: checked.refusal };
      return line.occupy("writing", (on) => writeCard(swipeOn(on, options), tracks));
    },
    verify(written, options = {}) {
      assert(checkTracks(written).ok, "only tracks that could be written can be verified");
      return line.occupy("reading", (on) => readBack(swipeOn(on, options), written));
    },
    async writeAndVerify(tracks, options) {
      const checked = checkTracks(tracks);
      if (!checked.ok) return { outcome: "not-encodable", refusal: checked.refusal };
      return line.occupy("writing", (on) =>
        writeAndReadBack(swipeOn(on, options), tracks, (stage) => {
          line.turnTo(stage === "write-swipe" ? "writing" : "reading");
          options.onStage(stage);
        }),
      );
    },
    erase: (tracks, options = {}) =>
      line.occupy("erasing", (on) => eraseCard(swipeOn(on, options), tracks)),
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

const SET = { outcome: "set" } as const;
const LOST = { outcome: "lost" } as const;

const doingByCommand: Readonly<Record<SwipeCommand["command"], Doing>> = {
  read: "reading",
  "read-raw": "reading",
  write: "writing",
  "write-raw": "writing",
  erase: "erasing",
};

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
