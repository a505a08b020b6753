import { unreachable } from "#core/kernel/assert.ts";
import type { Command, Framer, Reply } from "../dialect.ts";
import { listenForTracks } from "./iso-block.ts";
import type { Listening } from "./listening.ts";
import { listenForRawTracks } from "./raw-block.ts";
import {
  listenForBitsPerCharacter,
  listenForCoercivity,
  listenForFirmware,
  listenForLeadingZeros,
  listenForModel,
  listenForPresence,
  listenForStatus,
} from "./short-answer.ts";

/**
 * How many bytes are listened to for one answer. The longest is a raw block of 782; the rest is
 * room for noise. Beyond it the device is not speaking this protocol.
 */
export const ANSWER_BYTES_MAX = 1024;

/** Listens for the answer to `outstanding`, whatever the line delivers and however it cuts it up. */
export function createFramer(outstanding: Command): Framer {
  const listening = listeningFor(outstanding);
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
        if (typeof heard === "object") return finish(heard);
        if (bytesHeard >= ANSWER_BYTES_MAX) return finish({ reply: "garbled" });
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

function listeningFor(command: Command): Listening {
  switch (command.command) {
    case "read":
      return listenForTracks();
    case "read-raw":
      return listenForRawTracks();
    case "test-communication":
      return listenForPresence();
    case "get-model":
      return listenForModel();
    case "get-firmware":
      return listenForFirmware();
    case "get-leading-zeros":
      return listenForLeadingZeros();
    case "get-coercivity":
      return listenForCoercivity();
    case "set-bits-per-character":
      return listenForBitsPerCharacter();
    case "reset":
    case "set-lamp":
    case "write":
    case "write-raw":
    case "erase":
    case "test-memory":
    case "set-coercivity":
    case "set-leading-zeros":
    case "set-density":
      return listenForStatus();
    default:
      return unreachable(command);
  }
}
