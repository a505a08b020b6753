import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "#main/card-reader/dialect.ts";
import { ezwriter, msr605 } from "#main/card-reader/msr605/msr605.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import { createTeller, teller } from "#main/card-reader/teller/teller.ts";
import {
  parseTranscript,
  type Transcript,
  type TranscriptStep,
} from "#main/card-reader/transcript.ts";
import { projectFolder } from "../../scripts/setup/places.mjs";

const folder = join(projectFolder, "tests", "transcripts");

/** Every transcript of the project by its name: `msr605/read-track-2.txt`. */
export function transcriptNames(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".txt"))
    .sort();
}

/** One of them. */
export function transcriptNamed(name: string): Transcript {
  return parsedTranscript(readFileSync(join(folder, name), "utf8"));
}

/** A transcript from a text that is one. */
export function parsedTranscript(text: string): Transcript {
  const parsed = parseTranscript(text);
  if (!parsed.ok) throw new Error(`line ${parsed.refusal.line} is none of a transcript:\n${text}`);
  return parsed.value;
}

/** The language that a transcript's header names. */
export function dialectOf({ header }: Transcript): Dialect {
  const { dialect, "tracks-read": tracksRead } = header;
  switch (dialect) {
    case "msr605":
      return msr605;
    case "ezwriter":
      return ezwriter;
    case "teller":
      return tracksRead === "2+3" ? twoTracks : teller;
    case "swipe-only":
    case "wedge":
      return swipeOnly;
    default:
      throw new Error(`there is no dialect "${dialect}"`);
  }
}

const twoTracks = createTeller({ name: "PR2", tracksRead: "2+3" });

/** What the host says in a transcript, a line each. */
export function saidByHost({ steps }: Transcript): readonly string[] {
  return steps.flatMap((step) => (step.way === "host" ? [hexOf(step.bytes)] : []));
}

/** What the host said, and all that the device said before the host spoke again. */
export interface Exchange {
  readonly host: Uint8Array;
  readonly device: Uint8Array;
}

/** The exchanges of a transcript; what came before the host first spoke is left out. */
export function exchangesIn({ steps }: Transcript): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (const step of steps) {
    const last = exchanges.at(-1);
    if (step.way === "host") exchanges.push({ host: step.bytes, device: new Uint8Array() });
    if (step.way === "device" && last) {
      const device = Buffer.concat([last.device, step.bytes]);
      exchanges.splice(-1, 1, { ...last, device });
    }
  }
  return exchanges;
}

/** The steps with every stretch of the device's words in one piece: lines cut as they like. */
export function inOnePiece(steps: readonly TranscriptStep[]): readonly TranscriptStep[] {
  const joined: TranscriptStep[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (step.way === "device" && last?.way === "device") {
      joined.splice(-1, 1, { way: "device", bytes: Buffer.concat([last.bytes, step.bytes]) });
    } else {
      joined.push(step);
    }
  }
  return joined;
}

/** Bytes as a transcript holds them: `1B 72`. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

/** The other way round. */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
}
