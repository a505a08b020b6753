import { freshPanel, type Panel, withRelay } from "../device.ts";
import type { Make } from "../make.ts";
import { magnetised, textIn, unpackedForWriting } from "../stripe.ts";
import type { Inscription, Swiped, Task } from "../swipe-through.ts";
import { type StripeTrack, stripeTracks } from "../tray.ts";
import type { HostCommand } from "./host-command.ts";
import { bitsRead, changed, textsRead } from "./words.ts";

/** A swipe that the reader waits for, and what it will say of it. */
interface Errand {
  readonly task: Task;
  readonly say: (swiped: Swiped, make: Make) => string;
}

/** The reader between two commands. */
export interface Memory {
  readonly panel: Panel;
  readonly errand: Errand | undefined;
  readonly zeros: string;
  /** Bits of a character on each track; it counts in reading and writing bits. */
  readonly widths: readonly [number, number, number];
  readonly losesNextByte: boolean;
}

/** The reader as it comes up when it gets power. */
export const freshMemory: Memory = {
  panel: freshPanel,
  errand: undefined,
  zeros: "\x3d\x16",
  widths: [8, 8, 8],
  losesNextByte: false,
};

/**
 * The reader after a command, and what it says at once. Where the manual is silent it does the
 * least helpful thing: while it waits for a swipe it is deaf to everything but a reset.
 */
export function obey(
  memory: Memory,
  command: HostCommand,
  make: Make,
): { readonly memory: Memory; readonly answer: string } {
  if (command.asks === "reset") {
    const reset = onErrand(memory, undefined);
    return { memory: { ...reset, losesNextByte: make.losesEscapeAfterReset }, answer: "" };
  }
  if (memory.errand) return { memory, answer: "" };

  const answer = answerTo(memory, command, make);
  const after = afterCommand(memory, command);
  if (answer === "") return { memory: after, answer };
  return {
    memory: { ...after, losesNextByte: false },
    answer: memory.losesNextByte ? answer.slice(1) : answer,
  };
}

/** The reader once it has begun, or is done with, waiting for a swipe. */
export function onErrand(memory: Memory, errand: Errand | undefined): Memory {
  const waitsFor = errand?.task.for ?? "nothing";
  return { ...memory, errand, panel: { ...memory.panel, waitsFor } };
}

function afterCommand(memory: Memory, command: HostCommand): Memory {
  const { panel, widths } = memory;
  switch (command.asks) {
    case "lamps": {
      const { green, yellow, red } = command;
      return { ...memory, panel: { ...panel, green, yellow, red } };
    }
    case "relay":
      return { ...memory, panel: withRelay(panel, command.to) };
    case "zeros":
      return { ...memory, zeros: command.counts };
    case "widths": {
      const [one, two, three] = [0, 1, 2].map((at) => command.widths.charCodeAt(at));
      return { ...memory, widths: [one ?? 8, two ?? 8, three ?? 8] };
    }
    case "sensor":
      return onErrand(memory, { task: { for: "sensor" }, say: () => "\x1b0" });
    case "read":
      return onErrand(memory, { task: { for: "read" }, say: textsRead });
    case "read-bits":
      return onErrand(memory, {
        task: { for: "read" },
        say: (swiped, make) => bitsRead(swiped, make, widths),
      });
    case "write":
      return onErrand(memory, {
        task: { for: "write", inscriptions: ofTexts(command.texts) },
        say: (swiped, make) => changed("write", swiped, make),
      });
    case "write-bits":
      return onErrand(memory, {
        task: { for: "write", inscriptions: ofBits(command.bits, widths) },
        say: (swiped, make) => changed("write", swiped, make),
      });
    case "erase":
      return onErrand(memory, {
        task: { for: "erase", tracks: command.tracks },
        say: (swiped, make) => changed("erase", swiped, make),
      });
    default:
      return memory;
  }
}

/** An empty text leaves its track alone. */
function ofTexts(texts: Readonly<Record<StripeTrack, string>>): readonly Inscription[] {
  return stripeTracks
    .filter((track) => texts[track] !== "")
    .map((track) => ({ track, text: magnetised(track, texts[track]) }));
}

function ofBits(
  bits: Readonly<Record<StripeTrack, string>>,
  widths: Memory["widths"],
): readonly Inscription[] {
  return stripeTracks
    .filter((track) => bits[track] !== "")
    .map((track) => {
      const unpacked = unpackedForWriting(bits[track], widths[track - 1] ?? 8);
      return { track, text: textIn(track, unpacked) };
    });
}

function answerTo({ panel, zeros }: Memory, command: HostCommand, make: Make): string {
  switch (command.asks) {
    case "hello":
      return "\x1by";
    case "model":
      return `\x1b${make.model}S`;
    case "firmware":
      return `\x1b${make.firmware}`;
    case "ram":
    case "density":
    case "relay":
    case "zeros":
      return "\x1b0";
    case "relay?": {
      const letter = panel.relay === "high" ? "H" : "L";
      return `\x1b${make.letterCase === "upper" ? letter : letter.toLowerCase()}`;
    }
    case "zeros?":
      return `\x1b${zeros}`;
    case "widths":
      return `\x1b0${command.widths}`;
    // On an EzWriter 2 and 4 are tracks: A is a choice not taken, and for the rest there is no word.
    case "malformed":
      return make.dialect === "ezwriter" ? "\x1bA" : "\x1b2";
    case "unheard-of":
      return make.dialect === "ezwriter" ? "" : "\x1b4";
    default:
      return "";
  }
}
