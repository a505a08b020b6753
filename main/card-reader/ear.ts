import { assert } from "#core/kernel/assert.ts";
import type { Clock } from "./clock.ts";
import type { Command, Dialect, Framer, Reply } from "./dialect.ts";
import { createMask } from "./masking.ts";

/** What came back for a command. */
export type Heard =
  | { readonly heard: "reply"; readonly reply: Reply }
  | { readonly heard: "silence" }
  | { readonly heard: "garbled" }
  | { readonly heard: "stopped" }
  /** The line was gone before the command went out: the reader knows nothing of it. */
  | { readonly heard: "not-sent" }
  | { readonly heard: "lost" };

/** Whoever follows what is heard: every answer with its bytes masked, and every byte of none. */
export interface Witness {
  readonly onReply: (reply: Reply, masked: string) => void;
  readonly onNoise: (byteCount: number) => void;
}

/** Listens for one answer at a time, and gives up on it in time. */
export interface Ear {
  listenFor(command: Command, answerMs: number): Promise<Heard>;
  /** Takes bytes from the line. Nobody listens to a device that was not asked. */
  hear(bytes: Uint8Array): void;
  /** Ends the listening, if there is any, with something other than an answer. */
  finish(heard: Heard): void;
}

/** From the first byte of an answer to its last: 245 bytes take 260 ms at 9600 baud. */
const ANSWER_WHOLE_MS = 2_000;
/** Between two bytes of an answer. */
const ANSWER_REST_MS = 250;

/** An ear that knows the dialect and listens for nothing yet. */
export function createEar(dialect: Dialect, clock: Clock, witness: Witness): Ear {
  let listening: Listening | undefined;

  return {
    listenFor(command, answerMs) {
      assert(listening === undefined, "a reader is asked one thing at a time");
      return new Promise((resolve) => {
        listening = listen({
          framer: dialect.createFramer(command),
          clock,
          answerMs,
          witness,
          onHeard(heard) {
            listening = undefined;
            resolve(heard);
          },
        });
      });
    },
    hear(bytes) {
      if (listening) listening.hear(bytes);
      else witness.onNoise(bytes.length);
    },
    finish: (heard) => listening?.finish(heard),
  };
}

interface Listening {
  hear(bytes: Uint8Array): void;
  finish(heard: Heard): void;
}

/** Gives the framer its bytes and its deadlines. */
function listen({
  framer,
  clock,
  answerMs,
  witness,
  onHeard,
}: {
  readonly framer: Framer;
  readonly clock: Clock;
  readonly answerMs: number;
  readonly witness: Witness;
  readonly onHeard: (heard: Heard) => void;
}): Listening {
  const account = createAccount(witness);
  let isOver = false;
  let isOverdue = false;
  let callOffRest = () => {};
  let callOffWhole: (() => void) | undefined;

  const callOffAnswer = clock.after(answerMs, () => {
    isOverdue = true; // An answer that has begun by now may still end.
    if (!framer.underway()) finish({ heard: "silence" });
  });

  function finish(heard: Heard): void {
    if (isOver) return;
    isOver = true;
    callOffAnswer();
    callOffRest();
    callOffWhole?.();
    framer.wipe();
    account.close(heard);
    onHeard(heard);
  }

  function finishWith(reply: Reply): void {
    finish(reply.reply === "garbled" ? { heard: "garbled" } : { heard: "reply", reply });
  }

  function takeRest(): void {
    const reply = framer.rest();
    if (reply) finishWith(reply);
    else if (framer.underway()) finish({ heard: "garbled" });
    else if (isOverdue) finish({ heard: "silence" });
  }

  return {
    finish,
    hear(bytes) {
      account.take(bytes);
      const reply = framer.push(bytes);
      if (reply) return finishWith(reply);

      callOffRest();
      callOffRest = clock.after(ANSWER_REST_MS, takeRest);
      if (framer.underway()) {
        callOffWhole ??= clock.after(ANSWER_WHOLE_MS, () => finish({ heard: "garbled" }));
      } else {
        account.tellNoise();
        callOffWhole?.(); // It was noise: the wait for a swipe goes on.
        callOffWhole = undefined;
        if (isOverdue) finish({ heard: "silence" });
      }
    },
  };
}

/** Keeps account of bytes for a witness: as an answer's, or as noise. */
function createAccount({ onReply, onNoise }: Witness) {
  let mask = createMask();
  let byteCount = 0;

  function tellNoise(): void {
    if (byteCount > 0) onNoise(byteCount);
    byteCount = 0;
    mask = createMask();
  }

  return {
    take(bytes: Uint8Array): void {
      byteCount += bytes.length;
      mask.take(bytes);
    },
    tellNoise,
    close(heard: Heard): void {
      if (heard.heard === "reply") onReply(heard.reply, mask.text());
      else tellNoise();
    },
  };
}
