import { accept, refuse } from "#core/kernel/result.ts";
import { createAnnouncer } from "../announcer.ts";
import { ETX } from "../swipe-only/bytes.ts";
import type { Connection, OpenTransport } from "../transport.ts";
import type { KeyCatcher } from "./key-catcher.ts";

/**
 * The line to a reader that types what it reads: each swipe as a swipe-only reader would send it.
 * Keys are caught only while it is open. One end fits at a time.
 */
export function wedgeTransport({ onCard }: Pick<KeyCatcher, "onCard">): OpenTransport {
  let isInUse = false;

  return async () => {
    if (isInUse) return refuse({ code: "port.in-use" });
    isInUse = true;
    return accept(
      connect(onCard, () => {
        isInUse = false;
      }),
    );
  };
}

function connect(onCard: KeyCatcher["onCard"], onOver: () => void): Connection {
  const received = createAnnouncer<Uint8Array>();
  let isOver = false;

  const stop = onCard((typed) => {
    const line = asSent(typed);
    received.announce(line);
    line.fill(0);
  });

  return {
    async write() {
      return isOver ? "not-sent" : "sent"; // Nothing can be said to a keyboard.
    },
    onBytes: received.listen,
    onLost: () => () => {}, // Nobody can tell whether a keyboard is plugged in.
    async close() {
      if (isOver) return;
      isOver = true;
      stop();
      onOver();
    },
  };
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const TO_CAPITAL = 0x20;

/**
 * A stripe has capitals only: small letters are the work of Caps Lock. The end is known by the pause
 * already, so ETX says it and nobody waits for a second one.
 */
function asSent(typed: Uint8Array): Uint8Array {
  const line = new Uint8Array(typed.length + 1);
  line.set(typed.map((byte) => (byte >= SMALL_A && byte <= SMALL_Z ? byte - TO_CAPITAL : byte)));
  line[typed.length] = ETX;
  return line;
}
