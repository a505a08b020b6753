import type { Listening } from "../listening.ts";
import { answerStarts, setUpAnswer } from "./set-up.ts";

/**
 * Listens for a sign of a reader that was spoken to. It ends when the line rests, for settings may
 * come behind the sign; what begins otherwise is a card that was swiped just then, and no answer.
 */
export function listenForPresence(): Listening {
  let heard: number[] = [];
  let isBehindNoise = false;

  return {
    take(byte) {
      isBehindNoise ||= heard.length === 0 && !answerStarts.has(byte);
      if (isBehindNoise) return "noise";
      heard.push(byte);
      return "part";
    },
    rest() {
      const answer = heard.length > 0 ? setUpAnswer(Uint8Array.from(heard)) : undefined;
      const isAnswer = heard.length > 0;
      heard = [];
      isBehindNoise = false;
      if (answer) return { reply: "present" };
      return isAnswer ? { reply: "garbled" } : undefined;
    },
    underway: () => heard.length > 0,
    wipe() {
      heard.fill(0);
      heard = [];
    },
  };
}
