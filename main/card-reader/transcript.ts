import { accept, type Result, refuse } from "#core/kernel/result.ts";

/** One line of a transcript: bytes of the host, bytes of the device, or something a hand did. */
export type TranscriptStep =
  | { readonly way: "host" | "device"; readonly bytes: Uint8Array }
  /** Such as `swipe old-card`, `opened`, `lost`. */
  | { readonly way: "event"; readonly event: string };

/**
 * 通信记录: what was said on the cable of one reader, as a text file that anyone can read and send.
 * The header says which device it was, which dialect was spoken, and who recorded it.
 */
export interface Transcript {
  readonly header: Readonly<Record<string, string>>;
  readonly steps: readonly TranscriptStep[];
}

/** Why a file is no transcript; `line` counts from 1. */
export type TranscriptRefusal = { readonly code: "transcript.line"; readonly line: number };

const MARKS = { host: ">", device: "<", event: "!" } as const;
const BYTES = /^[0-9A-F]{2}( [0-9A-F]{2})*$/i;

/** The transcript as text: `# key: value`, then `> 1B 72`, `< 1B 73 …` and `! swipe old-card`. */
export function formatTranscript({ header, steps }: Transcript): string {
  // A header is one line, whatever somebody typed or pasted.
  const head = Object.entries(header).map(
    ([key, value]) => `# ${key}: ${value.replaceAll(/\s+/g, " ").trim()}`,
  );
  const body = steps.map((step) => {
    const said = step.way === "event" ? step.event : hexOf(step.bytes);
    return `${MARKS[step.way]} ${said}`;
  });
  return `${[...head, "", ...body].join("\n")}\n`;
}

/** Reads a transcript; blank lines and comments without a key are passed over. */
export function parseTranscript(text: string): Result<Transcript, TranscriptRefusal> {
  const header: Record<string, string> = {};
  const steps: TranscriptStep[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const said = line.slice(1).trim();
    const isBytes = (line.startsWith(MARKS.host) || line.startsWith(MARKS.device)) && said !== "";
    if (line.trim() === "") continue;
    if (line.startsWith("#")) {
      const [, key, value] = /^([\w-]+):\s*(.*)$/.exec(said) ?? [];
      if (key !== undefined && value !== undefined) header[key] = value;
    } else if (line.startsWith(MARKS.event) && said !== "") {
      steps.push({ way: "event", event: said });
    } else if (isBytes && BYTES.test(said)) {
      const way = line.startsWith(MARKS.host) ? "host" : "device";
      steps.push({ way, bytes: bytesOf(said) });
    } else {
      return refuse({ code: "transcript.line", line: at + 1 });
    }
  }
  return accept({ header, steps });
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(" ");
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(" "), (pair) => Number.parseInt(pair, 16));
}
