import { assert } from "#core/kernel/assert.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import type { Command } from "../dialect.ts";
import { checkTracks, payloadOf, type TrackRefusal, type TrackTexts, textOf } from "../track.ts";
import { blockOrder, readCommand, command as said } from "./bytes.ts";

/** Which tracks a make is asked for; those without a head for track 1 know no more than `2+3`. */
export type TracksRead = keyof typeof readCommand;

/**
 * The bytes of a command, or why the tracks in it cannot be put on a stripe. Most commands have no
 * answer of their own, so the question for the status goes out with each: the reader comes to it
 * when it has done what stands before it, and one command has one answer.
 */
export function encode(asked: Command, tracksRead: TracksRead): Result<Uint8Array, TrackRefusal> {
  if (asked.command === "write") {
    const checked = checkTracks(asked.tracks);
    if (!checked.ok) return checked;
  }
  return accept(Uint8Array.from(bytesOf(asked, tracksRead)));
}

function bytesOf(asked: Command, tracksRead: TracksRead): readonly number[] {
  switch (asked.command) {
    case "reset":
      return said.reset;
    case "test-communication":
      return said.askStatus;
    case "read":
      return [...readCommand[tracksRead], ...said.askStatus];
    case "write":
      return [...said.write, ...block(asked.tracks), ...said.writeEnd, ...said.askStatus];
    case "set-coercivity":
      return setting(asked.coercivity === "high" ? said.highCoercivity : said.lowCoercivity);
    case "set-density":
      if (asked.track === 2)
        return setting(asked.bitsPerInch === 75 ? said.track2At75 : said.track2At210);
      assert(asked.bitsPerInch === 210, "on a teller reader only track 2 can have 75 bits an inch");
      return said.askStatus; // There is nothing to set.
    default:
      assert(false, `a teller reader has no command to ${asked.command}`);
  }
}

/**
 * An error of an earlier swipe is taken back first: nobody knows whether a reader forgets it by
 * itself, and the status is to be about this setting.
 */
function setting(command: readonly number[]): readonly number[] {
  return [...said.resetError, ...command, ...said.askStatus];
}

/**
 * The tracks without their sentinels, each behind its letter; a track that is not given is left
 * out, and so is its letter. Where track 2 is not given the block begins with the letter of
 * another: no source says that track 2 is then left alone.
 */
function block(tracks: TrackTexts): readonly number[] {
  const written = blockOrder.map(({ track, letter }) => {
    const payload = payloadOf(track, textOf(tracks, track) ?? "");
    return payload === undefined ? "" : `${letter}${payload}`;
  });
  return Array.from(written.join(""), (character) => character.charCodeAt(0));
}
