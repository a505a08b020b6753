import { unreachable } from "#core/kernel/assert.ts";
import type { Command, Framer } from "../dialect.ts";
import { framerOf, type Listening } from "../listening.ts";
import { listenForTracks } from "./iso-block.ts";
import type { Make } from "./make.ts";
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
 * How many bytes are listened to for one answer. The longest but one is a block of three tracks,
 * 235; the rest is room for noise.
 */
export const ANSWER_BYTES_MAX = 512;

/** The same for a raw read, whose longest answer is 780 bytes. */
export const RAW_ANSWER_BYTES_MAX = 1024;

/** Listens for the answer to `outstanding`, whatever the line delivers and however it cuts it up. */
export function createFramer(outstanding: Command, make: Make): Framer {
  const isRaw = outstanding.command === "read-raw";
  return framerOf(listeningFor(outstanding, make), isRaw ? RAW_ANSWER_BYTES_MAX : ANSWER_BYTES_MAX);
}

function listeningFor(command: Command, make: Make): Listening {
  const { statuses } = make;
  switch (command.command) {
    case "read":
      return listenForTracks(make);
    case "read-raw":
      return listenForRawTracks(statuses);
    case "test-communication":
      return listenForPresence();
    case "get-model":
      return listenForModel();
    case "get-firmware":
      return listenForFirmware(make);
    case "get-leading-zeros":
      return listenForLeadingZeros();
    case "get-coercivity":
      return listenForCoercivity();
    case "set-bits-per-character":
      return listenForBitsPerCharacter(statuses);
    case "reset":
    case "set-lamp":
    case "write":
    case "write-raw":
    case "erase":
    case "test-sensor":
    case "test-memory":
    case "set-coercivity":
    case "set-leading-zeros":
    case "set-density":
      return listenForStatus(statuses);
    default:
      return unreachable(command);
  }
}
