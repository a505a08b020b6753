import { join } from "node:path";
import type { ReaderDialect, ReaderSettings } from "#core/contract/reader-view.ts";
import type { Result } from "#core/kernel/result.ts";
import {
  type ConfiguredReader,
  createConfiguredReader,
} from "#main/card-reader/configured-reader.ts";
import type { Dialect } from "#main/card-reader/dialect.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { type Finding, findDialect } from "#main/card-reader/find-dialect.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { noReader } from "#main/card-reader/no-reader.ts";
import { portTransport } from "#main/card-reader/ports.ts";
import type { CardReader, ReaderIncident, ReaderState } from "#main/card-reader/reader.ts";
import { createRecorder } from "#main/card-reader/recorder.ts";
import { openSettingsFile, readerFolder } from "#main/card-reader/settings-file.ts";
import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import { swipeOnly, typedSwipes } from "#main/card-reader/swipe-only/swipe-only.ts";
import { teller } from "#main/card-reader/teller/teller.ts";
import type { OpenTransport, PortRefusal } from "#main/card-reader/transport.ts";
import type { ComposeOptions } from "#main/config.ts";
import type { Log } from "#main/log/log.ts";
import type { Machine } from "#main/machine.ts";
import { standingOf } from "./standing.ts";
import { createTrace, type Trace } from "./trace.ts";

/** The reader of this counter with all that belongs to it: settings, trace, recording. */
export interface Station {
  readonly reader: ConfiguredReader;
  readonly trace: Trace;
  readonly settings: () => ReaderSettings;
  /** Whether a start option decides the port, so that nothing saved here does. */
  readonly isFixedByStart: boolean;
  /** Whether the settings on disk make no sense: so at the start, and until others are saved. */
  readonly isSettingBroken: () => boolean;
  /** How the reader stands as the counter is told of it. */
  readonly standing: () => ReaderState;
  /** What the kind that is set up cannot do, whatever stands at its port. */
  readonly isUnasked: () => boolean;
  readonly mayErase: () => boolean;
  /** Whether no cable is there but the one of the presenter's tray. */
  readonly isSimulated: () => boolean;
  /** Keeps the settings, closes the line and makes the reader anew. Throws `reader.settings-failed`. */
  readonly configure: (settings: ReaderSettings) => Promise<void>;
  /** Asks the device at the port for its language; nothing where no port is set up. */
  readonly find: () => Promise<Result<Finding, PortRefusal> | undefined>;
  readonly recording: {
    readonly folder: string;
    readonly isOn: () => boolean;
    readonly start: (device: string) => void;
    /** The file that was written, if one was. Throws where that fails. */
    readonly stop: () => string | undefined;
    /** The file of the last one, where it ended because nobody was here any more. */
    readonly left: () => string | undefined;
  };
  /** Nobody is here any more: a recording ends, and its failure is an incident and no more. */
  readonly leave: () => void;
}

/** What a station stands on. */
interface StationParts {
  readonly machine: Pick<Machine, "disk" | "clock" | "wallClock">;
  /** The reader of the presenter's tray; only in a demonstration. */
  readonly simulate: ((dialect: SimulatedDialect) => OpenTransport) | undefined;
  readonly onTraced: Parameters<typeof createTrace>[1];
  /** A recording was begun or has ended, or settings were saved. */
  readonly onChange: () => void;
}

const dialects: Readonly<Record<ReaderDialect, Dialect>> = {
  msr605,
  ezwriter,
  teller,
  "swipe-only": swipeOnly,
  wedge: typedSwipes,
};

/** Sets the station up as it was left. The line is opened by whoever connects the reader. */
export function openStation(
  options: Pick<ComposeOptions, "folder" | "readerPath" | "keyboard" | "log">,
  { machine, simulate, onTraced, onChange }: StationParts,
): Station {
  const { readerPath } = options;
  const folder = readerFolder(options.folder);
  const file = openSettingsFile(folder, machine.disk);
  const recordings = join(folder, "recordings");
  const recorder = createRecorder({ ...machine, folder: recordings });
  const trace = createTrace(machine.clock, onTraced);
  const onIncident = noting(options.log);

  function settings(): ReaderSettings {
    const saved = file.read();
    return readerPath === undefined ? saved : { ...saved, port: { by: "path", path: readerPath } };
  }

  const cable = () => cableFor(settings(), { simulate, keyboard: options.keyboard });

  function make(): CardReader {
    const transport = cable();
    if (!transport) return noReader;
    const dialect = dialects[settings().dialect];
    const { clock } = machine;
    return createCardReader({ transport: recorder.wrap(transport), dialect, clock, onIncident });
  }

  let left: string | undefined;

  function stopRecording(): string | undefined {
    const wasOn = recorder.isOn();
    try {
      return recorder.stop();
    } finally {
      if (wasOn) onChange(); // It is over even where its file could not be written.
    }
  }

  const reader = createConfiguredReader(make);
  reader.onSpoken(trace.add);

  return {
    reader,
    trace,
    settings,
    isFixedByStart: readerPath !== undefined,
    isSettingBroken: file.isBroken,
    standing: standingOf(reader, () => cable() !== undefined),
    isUnasked: () => dialects[settings().dialect].manner === "unasked",
    mayErase: () => dialects[settings().dialect].supports.has("erase"),
    isSimulated() {
      const { dialect, port } = settings();
      return simulate !== undefined && port.by === "none" && dialect !== "wedge";
    },
    async configure(next) {
      const before = settings();
      file.save(readerPath === undefined ? next : { ...next, port: file.read().port });
      if (isSameLine(before, settings())) onChange();
      else await reader.renew();
    },
    async find() {
      const way = settings().dialect === "wedge" ? undefined : cable();
      if (!way) return undefined;

      const { clock } = machine;
      const openTransport = recorder.wrap(way);
      return reader.whileClosed(() => findDialect({ openTransport, clock, onSpoken: trace.add }));
    },
    recording: {
      folder: recordings,
      isOn: recorder.isOn,
      start(device) {
        left = undefined;
        recorder.start({ device, dialect: settings().dialect });
        onChange();
      },
      stop: stopRecording,
      left: () => left,
    },
    leave() {
      try {
        left = stopRecording() ?? left;
      } catch (failure) {
        options.log.incident(failure);
      }
    },
  };
}

/** The cable to the reader as it is set up, if there is one. */
function cableFor(
  { dialect, port, baudRate }: ReaderSettings,
  {
    simulate,
    keyboard,
  }: {
    readonly simulate: StationParts["simulate"];
    readonly keyboard: OpenTransport | undefined;
  },
): OpenTransport | undefined {
  if (dialect === "wedge") return keyboard;
  return port.by === "none" ? simulate?.(dialect) : portTransport(port, baudRate);
}

/** Whether two settings mean the same line in the same language: sound is the window's affair. */
function isSameLine(one: ReaderSettings, other: ReaderSettings): boolean {
  const line = ({ dialect, port, baudRate }: ReaderSettings) =>
    JSON.stringify([dialect, Object.entries(port).sort(), baudRate]);
  return line(one) === line(other);
}

/** A reader that stays away is looked for every few seconds and noted once. */
function noting(log: Log): (incident: ReaderIncident) => void {
  let awayFor: string | undefined;
  return (incident) => {
    const reason = incident.incident === "lost" ? incident.reason : undefined;
    if (reason === undefined || reason !== awayFor) log.note("reader", { ...incident });
    awayFor = reason;
  };
}
