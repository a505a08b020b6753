import type { Framer, Reply } from "./dialect.ts";

/** What one byte meant: part of an answer, not part of one, or its end. */
export type Heard = "part" | "noise" | Reply;

/**
 * Listens for one kind of answer, a byte at a time. After noise it is ready for the next answer,
 * with the noisy byte already tried as its beginning.
 */
export interface Listening {
  take(byte: number): Heard;
  /** The line has gone quiet. What is not an answer by now is noise, and is forgotten. */
  rest(): Reply | undefined;
  underway(): boolean;
  wipe(): void;
}

/**
 * Listens until there is an answer, and to `bytesMax` bytes at most, noise included: beyond that
 * the device is not speaking this language.
 */
export function framerOf(listening: Listening, bytesMax: number): Framer {
  let bytesHeard = 0;
  let isOver = false;

  function finish(reply: Reply): Reply {
    isOver = true;
    listening.wipe();
    return reply;
  }

  return {
    push(bytes) {
      for (const byte of bytes) {
        if (isOver) return undefined;
        bytesHeard += 1;
        const heard = listening.take(byte);
        if (heard !== "part" && heard !== "noise") return finish(heard);
        if (bytesHeard >= bytesMax) return finish({ reply: "garbled" });
      }
      return undefined;
    },
    rest() {
      const reply = isOver ? undefined : listening.rest();
      return reply && finish(reply);
    },
    underway: () => !isOver && listening.underway(),
    wipe() {
      isOver = true;
      listening.wipe();
    },
  };
}

/** The characters of bytes, one for one. */
export function charactersOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString("latin1");
}
