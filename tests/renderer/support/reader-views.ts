import { DiagnosisView, ReaderDeskView, TraceLine } from "#core/contract/reader-view.ts";

// Views are built by the contract's own schemas, so that a test never shows what cannot come.

/** An MSR605 at the first of two ports, and a teller who may change the settings. */
export function readerDeskView(
  changes: Partial<Record<keyof ReaderDeskView, unknown>> = {},
): ReaderDeskView {
  return ReaderDeskView.parse({
    settings: {
      dialect: "msr605",
      port: { by: "path", path: "/dev/ttyUSB0" },
      baudRate: 9600,
      sound: false,
    },
    isFixedByStart: false,
    mayConfigure: true,
    ports: [
      {
        path: "/dev/ttyUSB0",
        manufacturer: "Prolific Technology Inc.",
        vendorId: "067b",
        productId: "2303",
        bridge: "PL2303",
      },
      { path: "/dev/ttyS0" },
    ],
    recording: { isOn: false, folder: "/home/teller/guitai-reader/recordings" },
    trace: [],
    ...changes,
  });
}

/** A reader that has answered everything and is in order. */
export function diagnosisView(
  changes: Partial<Record<keyof DiagnosisView, unknown>> = {},
): DiagnosisView {
  return DiagnosisView.parse({
    communication: { state: "answered", value: "good" },
    memory: { state: "answered", value: "good" },
    model: { state: "answered", value: "MSR605" },
    tracks: { state: "answered", value: [1, 2, 3] },
    firmware: { state: "answered", value: "REVU1.00" },
    coercivity: { state: "answered", value: "high" },
    leadingZeros: { state: "answered", value: [61, 22] },
    ...changes,
  });
}

/** A line of the trace: the counter asks whether the reader is there. */
export function traceLine(changes: Partial<Record<keyof TraceLine, unknown>> = {}): TraceLine {
  return TraceLine.parse({
    number: 1,
    atMs: 1_204,
    way: "sent",
    what: "test-communication",
    shown: "1B 65",
    ...changes,
  });
}
