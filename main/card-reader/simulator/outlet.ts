import type { Clock } from "../clock.ts";

/** How the cable carries what the device says. */
export interface Cable {
  /** Bytes delivered at a time. */
  readonly chunkBytes: number;
  /** 960 at 9600 baud. */
  readonly bytesPerSecond: number;
  /** How long the device thinks before each answer. */
  readonly delayMs: number;
}

/** A cable on which nothing takes time. */
export const quickCable: Cable = {
  chunkBytes: Number.POSITIVE_INFINITY,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  delayMs: 0,
};

/** What can happen to a byte on its way: it is lost, or its lowest bit is turned over. */
export type Harm = "drop" | "corrupt";

/** The device's end of the cable: sends characters in pieces, as slowly as told. */
export interface Outlet {
  send(answer: string): void;
  /** Sends what is no answer, so no order about answers concerns it. */
  interject(noise: string): void;
  /** Harms one byte of the answers to come; 1 is the very next. */
  harm(byte: number, how: Harm): void;
  /** Lets so many more bytes out and then none, until `release`. */
  hold(afterBytes: number): void;
  release(): void;
  /** Forgets what has not gone out, and that it was held. */
  cut(): void;
}

interface Piece {
  readonly characters: string;
  readonly delayMs: number;
}

/** A pty and a function call have no baud rate, so pacing is the simulator's own affair. */
export function createOutlet({
  clock,
  cable,
  onBytes,
}: {
  readonly clock: Clock;
  readonly cable: () => Cable;
  readonly onBytes: (bytes: Uint8Array) => void;
}): Outlet {
  let waiting: readonly Piece[] = [];
  let callOff: (() => void) | undefined;
  let allowance = Number.POSITIVE_INFINITY;
  let orders: readonly { readonly byte: number; readonly how: Harm }[] = [];

  function schedule(): void {
    const [next] = waiting;
    if (!next || callOff || allowance === 0) return;
    const transmissionMs = (next.characters.length * 1_000) / cable().bytesPerSecond;
    callOff = clock.after(next.delayMs + transmissionMs, () => {
      callOff = undefined;
      const out = next.characters.slice(0, allowance);
      const kept = next.characters.slice(out.length);
      waiting = [...(kept ? [{ characters: kept, delayMs: 0 }] : []), ...waiting.slice(1)];
      allowance -= out.length;
      if (out) onBytes(Uint8Array.from(out, (character) => character.charCodeAt(0)));
      schedule();
    });
  }

  function queue(characters: string, delayMs: number): void {
    const { chunkBytes } = cable();
    for (let at = 0; at < characters.length; at += chunkBytes) {
      const piece = characters.slice(at, at + chunkBytes);
      waiting = [...waiting, { characters: piece, delayMs: at === 0 ? delayMs : 0 }];
    }
    schedule();
  }

  function harmed(answer: string): string {
    const out = [...answer].map((character, at) => {
      const order = orders.find(({ byte }) => byte === at + 1);
      if (!order) return character;
      return order.how === "drop" ? "" : String.fromCharCode(character.charCodeAt(0) ^ 1);
    });
    orders = orders
      .map(({ byte, how }) => ({ byte: byte - answer.length, how }))
      .filter(({ byte }) => byte > 0);
    return out.join("");
  }

  return {
    send: (answer) => queue(harmed(answer), cable().delayMs),
    interject: (noise) => queue(noise, 0),
    harm(byte, how) {
      orders = [...orders.filter((order) => order.byte !== byte), { byte, how }];
    },
    hold(afterBytes) {
      allowance = afterBytes;
    },
    release() {
      allowance = Number.POSITIVE_INFINITY;
      schedule();
    },
    cut() {
      waiting = [];
      allowance = Number.POSITIVE_INFINITY;
      callOff?.();
      callOff = undefined;
    },
  };
}
