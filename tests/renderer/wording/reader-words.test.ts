import { expect, test } from "vitest";
import type { Command, Reply } from "#main/card-reader/dialect.ts";
import type { Doing, LossReason, ReaderState } from "#main/card-reader/reader.ts";
import { reader } from "#renderer/wording/zh-CN/reader.ts";

// Each list is of the reader's own types: a new word on the cable does not compile without a line.

const commands: Readonly<Record<Command["command"], true>> = {
  reset: true,
  "set-lamp": true,
  read: true,
  write: true,
  erase: true,
  "read-raw": true,
  "write-raw": true,
  "test-sensor": true,
  "test-communication": true,
  "test-memory": true,
  "get-model": true,
  "get-firmware": true,
  "get-leading-zeros": true,
  "get-coercivity": true,
  "set-coercivity": true,
  "set-leading-zeros": true,
  "set-density": true,
  "set-bits-per-character": true,
};

const replies: Readonly<Record<Reply["reply"], true>> = {
  done: true,
  refused: true,
  present: true,
  tracks: true,
  "raw-tracks": true,
  model: true,
  firmware: true,
  "leading-zeros": true,
  coercivity: true,
  "bits-per-character": true,
  foreign: true,
  garbled: true,
};

const states: Readonly<
  Record<ReaderState["status"] | `busy.${Doing}` | `lost.${LossReason}`, true>
> = {
  absent: true,
  opening: true,
  probing: true,
  ready: true,
  busy: true,
  lost: true,
  "busy.reading": true,
  "busy.writing": true,
  "busy.erasing": true,
  "busy.feeling": true,
  "busy.setting": true,
  "lost.unplugged": true,
  "lost.not-found": true,
  "lost.in-use": true,
  "lost.not-permitted": true,
  "lost.not-serial": true,
  "lost.silent": true,
  "lost.foreign": true,
  "lost.babbling": true,
  "lost.failed": true,
};

test("everything that is said on the cable has a word in the trace", () => {
  const needed = [
    ...Object.keys(commands).map((command) => `sent.${command}`),
    ...Object.keys(replies).map((reply) => `heard.${reply}`),
    ...Object.keys(states).map((state) => `state.${state}`),
  ];

  expect(needed.filter((key) => !(key in reader))).toEqual([]);
});
