import { assert, unreachable } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import type { Command, RawTracks } from "../dialect.ts";
import {
  checkTracks,
  payloadOf,
  type TrackNumber,
  type TrackRefusal,
  type TrackTexts,
  textOf,
  trackNumbers,
} from "../track.ts";
import { BLOCK, ESC, FS, lampOpcode, opcode, QUESTION_MARK } from "./bytes.ts";
import type { Make } from "./make.ts";

/** The bytes of a command to one make, or why the tracks in it cannot be put on a stripe. */
export function encode(command: Command, make: Make): Result<Uint8Array, TrackRefusal> {
  if (command.command === "write") {
    const checked = checkTracks(command.tracks);
    if (!checked.ok) return checked;
  }
  return accept(Uint8Array.from([ESC, ...afterEscape(command, make)]));
}

function afterEscape(command: Command, make: Make): readonly number[] {
  switch (command.command) {
    case "reset":
      return [opcode.reset];
    case "set-lamp":
      return [lampOpcode[command.lamp]];
    case "read":
      return [opcode.read];
    case "write":
      return [opcode.write, ...isoBlock(command.tracks)];
    case "erase":
      return [opcode.erase, eraseSelector(command.tracks, make)];
    case "read-raw":
      return [opcode.readRaw];
    case "write-raw":
      return [opcode.writeRaw, ...rawBlock(command.tracks)];
    case "test-sensor":
      return [opcode.testSensor];
    case "test-communication":
      return [opcode.testCommunication];
    case "test-memory":
      return [opcode.testMemory];
    case "get-model":
      return [opcode.getModel];
    case "get-firmware":
      return [opcode.getFirmware];
    case "get-leading-zeros":
      return [opcode.getLeadingZeros];
    case "get-coercivity":
      return [opcode.getCoercivity];
    case "set-coercivity":
      return [command.coercivity === "high" ? opcode.setHighCoercivity : opcode.setLowCoercivity];
    case "set-leading-zeros":
      return [opcode.setLeadingZeros, byte(command.tracks1And3), byte(command.track2)];
    case "set-density": {
      const words = make.density[command.track];
      return [words.opcode, words[command.bitsPerInch]];
    }
    case "set-bits-per-character":
      for (const bits of command.bits)
        assert(bits >= 5 && bits <= 8, "a character has 5 to 8 bits");
      return [opcode.setBitsPerCharacter, ...command.bits];
    default:
      return unreachable(command);
  }
}

/** The reader adds the sentinels and the check character; an empty track is left alone. */
function isoBlock(tracks: TrackTexts): readonly number[] {
  const written = trackNumbers.map((track) => {
    const payload = payloadOf(track, textOf(tracks, track) ?? "") ?? "";
    return [ESC, track, ...Array.from(payload, (character) => character.charCodeAt(0))];
  });
  return [ESC, BLOCK, ...written.flat(), QUESTION_MARK, FS];
}

function rawBlock(tracks: RawTracks): readonly number[] {
  const written = [tracks.track1, tracks.track2, tracks.track3].map((bits, index) => {
    const bytes = bits ?? new Uint8Array();
    assert(bytes.length <= 255, "a raw track has at most 255 bytes");
    return [ESC, index + 1, bytes.length, ...bytes];
  });
  return [ESC, BLOCK, ...written.flat(), QUESTION_MARK, FS];
}

/** A bit for each track, but for track 1 alone, for which each make has a selector. */
function eraseSelector(tracks: readonly TrackNumber[], { eraseTrack1 }: Make): number {
  assert(tracks.length > 0, "an erasure names at least one track");
  const mask = tracks.reduce((sum, track) => sum | (1 << (track - 1)), 0);
  return mask === 0b001 ? eraseTrack1 : mask;
}

function byte(value: number): number {
  assert(Number.isInteger(value) && value >= 0 && value <= 255, "an argument is one byte");
  return value;
}
