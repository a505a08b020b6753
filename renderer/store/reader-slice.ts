import type { Answer, Sent } from "#core/contract/contract.ts";
import type { ReaderDeskView, TraceLine } from "#core/contract/reader-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** What the reader's screen may ask of the reader, beside looking. */
type ReaderQuestion =
  | "reader.configure"
  | "reader.diagnose"
  | "reader.test-sensor"
  | "reader.find-dialect"
  | "reader.record";

/** Where one question to the reader stands. */
type ReaderTalk<Q extends ReaderQuestion> =
  | { readonly step: "resting" }
  | { readonly step: "asking" }
  | { readonly step: "refused"; readonly refusal: Refusal }
  | { readonly step: "answered"; readonly answer: Answer<Q> };

type ReaderTalks = { readonly [Q in ReaderQuestion]: ReaderTalk<Q> };

/** The card reader as its screen (3015) shows it, and what its screen asks. */
export interface ReaderSlice {
  /** Absent until somebody who is signed on has looked. */
  readonly readerDesk: ReaderDeskView | undefined;
  readonly readerRefusal: Refusal | undefined;
  /** The last lines of the live trace, the newest last. */
  readonly readerTrace: readonly TraceLine[];
  readonly readerTalks: ReaderTalks;
  readonly readReader: () => Promise<void>;
  readonly tellTraced: (line: TraceLine) => void;
  /** Asks, and tells when the answer is there; a second asking is left to the first. */
  readonly askReader: <Q extends ReaderQuestion>(question: Q, input: Sent<Q>) => Promise<void>;
  /** Esc: calls the test of the sensor off; false where none is under way. */
  readonly backInReader: () => boolean;
  /** Forgets what was found, and waits for no card any longer. */
  readonly leaveReader: () => void;
}

/** Lines of the trace that are kept. */
const TRACE_LINES = 200;

const resting: ReaderTalks = {
  "reader.configure": { step: "resting" },
  "reader.diagnose": { step: "resting" },
  "reader.test-sensor": { step: "resting" },
  "reader.find-dialect": { step: "resting" },
  "reader.record": { step: "resting" },
};

export const readerSlice: Slice<ReaderSlice> = (bridge) => (set, get) => {
  /** The test of the sensor that was called off: a second Esc must not wait for its answer. */
  let calledOff: ReaderTalk<"reader.test-sensor"> | undefined;

  function put<Q extends ReaderQuestion>(question: Q, talk: ReaderTalk<Q>): ReaderTalk<Q> {
    set({ readerTalks: { ...get().readerTalks, [question]: talk } });
    return talk;
  }

  return {
    readerDesk: undefined,
    readerRefusal: undefined,
    readerTrace: [],
    readerTalks: resting,

    async readReader() {
      const reply = await bridge.request("reader.view", undefined);
      if (!reply.ok) return set({ readerRefusal: reply.refusal });
      // A line may have been told of while the view was on its way.
      const { trace } = reply.value;
      const known = trace.at(-1)?.number ?? Number.NEGATIVE_INFINITY;
      const newer = get().readerTrace.filter(({ number }) => number > known);
      set({
        readerDesk: reply.value,
        readerRefusal: undefined,
        readerTrace: [...trace, ...newer].slice(-TRACE_LINES),
      });
    },

    tellTraced(line) {
      const { readerTrace } = get();
      const last = readerTrace.at(-1);
      if (last && line.number <= last.number) return;
      set({ readerTrace: [...readerTrace, line].slice(-TRACE_LINES) });
    },

    async askReader(question, input) {
      if (get().readerTalks[question].step === "asking") return;
      const asking = put(question, { step: "asking" });
      const reply = await bridge.request(question, input);
      // Settings and recordings change what the screen shows, even if the teller has left it.
      if (reply.ok && changesDesk(question)) await get().readReader();
      if (get().readerTalks[question] !== asking) return;
      if (reply.ok) put(question, { step: "answered", answer: reply.value });
      else put(question, { step: "refused", refusal: reply.refusal });
    },

    backInReader() {
      const sensor = get().readerTalks["reader.test-sensor"];
      if (sensor.step !== "asking" || sensor === calledOff) return false;
      calledOff = sensor;
      void bridge.request("card.cancel", undefined);
      return true;
    },

    leaveReader() {
      get().backInReader();
      set({ readerTalks: resting });
    },
  };
};

function changesDesk(question: ReaderQuestion): boolean {
  return question === "reader.configure" || question === "reader.record";
}
