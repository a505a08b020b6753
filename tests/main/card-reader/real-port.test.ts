import { execFileSync } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import { systemClock } from "#main/card-reader/clock.ts";
import { findDialect } from "#main/card-reader/find-dialect.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import { openPty } from "#tests/support/pty.ts";
import { hex } from "./bytes.ts";
import { createRecordedCounter, recordedIn } from "./recorded-counter.ts";

let unplug = async () => {};

afterEach(() => unplug());

async function setUpPort() {
  const pty = await openPty();
  unplug = pty.unplug;
  const { recorder } = createRecordedCounter();
  const openTransport = recorder.wrap(serialTransport({ path: pty.path }));
  return {
    pty,
    recorder,
    find: () => findDialect({ openTransport, clock: systemClock, onSpoken: () => {} }),
  };
}

test("T6: what a device says at a real port is in the recording, byte for byte", async () => {
  const { pty, recorder, find } = await setUpPort();
  pty.onBytes((said) => {
    if (hex(said).endsWith("1B 65")) pty.send(Uint8Array.of(0x1b, 0x79));
  });
  recorder.start({ device: "a pseudo-terminal", dialect: "msr605" });

  const found = await find();

  const { steps } = recordedIn(recorder.stop());
  const heard = steps.flatMap((step) => (step.way === "device" ? [...step.bytes] : []));
  expect(found).toMatchObject({ ok: true, value: { dialect: "msr605" } });
  expect(hex(Uint8Array.from(heard))).toBe("1B 79");
});

/** Stops what goes out at a terminal, as a device does that raises no "clear to send". */
const STOPPING = `
import os, sys, termios
termios.tcflow(os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY), termios.TCOOFF)
`;

test("T6: the search at a real port that takes no bytes ends, and frees the port", async () => {
  const { pty, find } = await setUpPort();
  execFileSync("python3", ["-c", STOPPING, pty.path]);

  expect(await find()).toEqual({ ok: true, value: { isForeign: false } });
  expect(await find()).toEqual({ ok: true, value: { isForeign: false } });
}, 60_000);
