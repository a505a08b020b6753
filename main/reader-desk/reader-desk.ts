import type { ReaderDeskView, ReaderSettings } from "#core/contract/reader-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller } from "#core/teller/teller.ts";
import { portsOf } from "#main/card-reader/ports.ts";
import type { CardReader, Doubt } from "#main/card-reader/reader.ts";
import type { PortRefusal } from "#main/card-reader/transport.ts";
import type { Desk } from "#main/desk.ts";
import type { Reading } from "#main/evidence/reading.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { diagnose } from "./diagnosis.ts";
import { notReady } from "./not-ready.ts";
import type { Station } from "./station.ts";

type Channel =
  | "reader.view"
  | "reader.configure"
  | "reader.diagnose"
  | "reader.test-sensor"
  | "reader.find-dialect"
  | "reader.record";

/** What the reader's own screen (3015) needs. */
export interface ReaderDeskParts {
  readonly desk: Desk;
  readonly station: Station;
  readonly reading: Reading;
}

const SENSOR_WAIT_MS = 20_000;

/**
 * 读卡器 (3015): settings, tests, trace and recording of the reader of this counter. Everybody at work
 * may look and test; the settings are the supervisor's, and in a demonstration everybody's.
 */
export function readerDeskHandlers(parts: ReaderDeskParts): Pick<Handlers, Channel> {
  const { desk, station, reading } = parts;

  /** Does something with the reader that nothing else may be doing meanwhile. */
  async function withReader<T>(
    how: "aside" | "apart",
    work: () => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> {
    const teller = desk.atWork();
    if (!teller.ok) return teller;
    // A card that is being written is not kept waiting, nor does a test wait for it.
    if (reading.isTaken()) return refuse({ code: "reader.busy" });
    const done = await reading[how](work);
    return done === "called-off" ? refuse({ code: "reader.cancelled" }) : done;
  }

  return {
    "reader.view": () => viewed(parts),
    "reader.configure": async (settings) => {
      const teller = desk.atWork();
      if (!teller.ok) return teller;
      if (!mayConfigure(teller.value, desk)) {
        return refuse({ code: "teller.role", role: teller.value.role });
      }
      const configured = await withReader("apart", () => configure(settings, station));
      return configured.ok ? viewed(parts) : configured;
    },
    "reader.diagnose": () => withReader("aside", () => diagnose(station.reader)),
    "reader.test-sensor": () => withReader("aside", () => testSensor(station)),
    "reader.find-dialect": () => withReader("apart", () => findDialectAt(station)),
    "reader.record": ({ on, device }) => {
      const teller = desk.atWork();
      if (!teller.ok) return teller;
      const file = station.recording.stop();
      if (on) station.recording.start(device ?? "");
      return accept(file === undefined ? {} : { file });
    },
  };
}

async function viewed({
  desk,
  station,
}: ReaderDeskParts): Promise<Result<ReaderDeskView, Refusal>> {
  const teller = desk.atWork();
  if (!teller.ok) return teller;

  const ports = await portsOf();
  const { recording } = station;
  const left = recording.left();
  return accept({
    settings: station.settings(),
    isFixedByStart: station.isFixedByStart,
    mayConfigure: mayConfigure(teller.value, desk),
    ...(ports ? { ports } : {}),
    recording: {
      isOn: recording.isOn(),
      folder: recording.folder,
      ...(left === undefined ? {} : { left }),
    },
    trace: station.trace.lines(),
  });
}

/** Who may set the reader up: the supervisor and the head, and in a demonstration everybody. */
export function mayConfigure({ role }: Teller, { kind }: Desk): boolean {
  return kind === "demonstration" || role === "supervisor" || role === "branch-head";
}

async function configure(
  settings: ReaderSettings,
  station: Station,
): Promise<Result<"done", Refusal>> {
  await station.configure(settings);
  return accept("done");
}

async function testSensor({
  reader,
}: Station): Promise<Result<{ readonly isFelt: boolean }, Refusal>> {
  const felt = await reader.testSensor({ timeoutMs: SENSOR_WAIT_MS });
  switch (felt.outcome) {
    case "felt":
      return accept({ isFelt: true });
    case "busy":
      return refuse({ code: "reader.busy" });
    case "not-ready":
      return refuse(notReady(reader, felt.status));
    case "not-supported":
      return refuse({ code: "reader.not-supported" });
    case "cancelled":
      return refuse({ code: "reader.cancelled" });
    case "lost":
      return refuse(notReady(reader, "lost"));
    case "refused-by-reader":
    case "bad-swipe":
      return refuse({ code: "reader.not-supported" });
    case "not-set":
      return refuse({ code: "reader.no-answer" });
    case "indeterminate":
      return whatWasFelt(reader, felt.doubt);
    default:
      return unreachable(felt);
  }
}

/** Only a reader that is still there, and has kept silent, has felt nothing. */
function whatWasFelt(
  reader: CardReader,
  doubt: Doubt,
): Result<{ readonly isFelt: boolean }, Refusal> {
  if (doubt === "lost" || reader.state().status === "lost") {
    return refuse(notReady(reader, "lost"));
  }
  return doubt === "unanswered" ? accept({ isFelt: false }) : refuse({ code: "reader.no-answer" });
}

async function findDialectAt(station: Station) {
  // Nothing can be said to a keyboard; it has no port either.
  if (station.settings().dialect === "wedge") return refuse({ code: "reader.not-supported" });
  const found = await station.find();
  if (!found) return refuse({ code: "reader.not-ready", status: "absent" });
  if (found.ok) return found;
  return refuse({ code: "reader.not-ready", status: "lost", reason: reasonOf(found.refusal) });
}

/** Why the port did not open, in the words of a reader that was lost. */
function reasonOf({ code }: PortRefusal): string {
  return code.replace("port.", "");
}
