import type { StripeKind } from "#core/card/stripe-kind.ts";
import type { Command, Lamp, Query, Setting } from "#main/card-reader/dialect.ts";
import type { CardReader } from "#main/card-reader/reader.ts";
import { type Make, ordinaryMake } from "#main/card-reader/simulator/make.ts";
import { blankCard, type PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import type { TrackNumber, TrackTexts } from "#main/card-reader/track.ts";
import type { Transcript } from "#main/card-reader/transcript.ts";
import { bytesOf } from "./transcript-file.ts";

/** What is to be done in a transcript: `# operation:` and, as JSON, `# input:`. */
export type Operation =
  | { readonly operation: "connect" | "read" | "test-sensor" | "erase-and-verify" }
  | {
      readonly operation: "write" | "write-and-verify";
      readonly input: { readonly tracks: TrackTexts; readonly stripe?: StripeKind };
    }
  | { readonly operation: "erase"; readonly input: readonly TrackNumber[] }
  | { readonly operation: "ask"; readonly input: Query | Setting }
  | { readonly operation: "light"; readonly input: Lamp }
  /** Commands that no counter has a use for, in the dialect's own words. */
  | { readonly operation: "say"; readonly input: readonly Command[] }
  /** Words of a host that is not ours, heard as if this command of ours were outstanding. */
  | { readonly operation: "overhear"; readonly input: Command };

/** Whether it is one of ours, of one operation, and not what somebody's recorder made. */
export function isOfOneOperation({ header }: Transcript): boolean {
  return "operation" in header;
}

/** The operation in the header. A header that makes no sense fails in the replay. */
export function operationIn({ header }: Transcript): Operation {
  const { operation, input } = header;
  // Written by hand for this very type, so it is not checked a second time.
  return { operation, input: input && JSON.parse(input, bitsRevived) } as Operation;
}

/** What has to come of it: `# outcome:`, as JSON, bytes as hex. */
export function outcomeIn({ header }: Transcript): unknown {
  const { outcome = "" } = header;
  return JSON.parse(outcome);
}

/** The bits of a raw track stand in a header as hex. */
function bitsRevived(_key: string, value: unknown): unknown {
  const isBits = typeof value === "string" && /^[0-9A-F]{2}( [0-9A-F]{2})+$/.test(value);
  return isBits ? bytesOf(value) : value;
}

/** Asks a reader for an operation. */
export async function askFor(
  asked: Exclude<Operation, { readonly operation: "say" | "overhear" }>,
  reader: CardReader,
): Promise<unknown> {
  switch (asked.operation) {
    case "connect":
      return reader.connect();
    case "read":
      return reader.read();
    case "test-sensor":
      return reader.testSensor();
    case "write":
      return reader.write(asked.input.tracks, asked.input);
    case "write-and-verify":
      return reader.writeAndVerify(asked.input.tracks, { ...asked.input, onStage: () => {} });
    case "erase":
      return reader.erase(asked.input);
    case "erase-and-verify":
      return reader.eraseAndVerify({ onStage: () => {} });
    case "ask":
      return reader.ask(asked.input);
    case "light":
      return reader.setLamp(asked.input);
    default:
      throw new Error(`nobody can be asked to ${JSON.stringify(asked)}`);
  }
}

/** The simulated device that a transcript is about: `# make:`, as JSON, and its dialect. */
export function makeIn({ header }: Transcript): Make {
  const { dialect = "", make = "{}" } = header;
  return { ...ordinaryMake, ...JSON.parse(make), dialect };
}

/** The cards that lie there: `# card old:` with tracks, and what is damaged, as JSON. */
export function cardsIn({ header }: Transcript): readonly PhysicalCard[] {
  return entriesOf(header, "card-").map(([id, given]) => ({
    ...blankCard(id, id),
    ...JSON.parse(given),
  }));
}

/** What has to stand on them afterwards: `# after-old:`, where they change. */
export function cardsAfterIn(transcript: Transcript): Readonly<Record<string, CardContent>> {
  const before = cardsIn(transcript).map((card) => [card.id, contentOf(card)] as const);
  const after = entriesOf(transcript.header, "after-").map(
    ([id, given]) => [id, contentOf({ ...blankCard(id, id), ...JSON.parse(given) })] as const,
  );
  return Object.fromEntries([...before, ...after]);
}

/** What stands on a card. */
export type CardContent = Pick<PhysicalCard, "tracks" | "damaged">;

export function contentOf({ tracks, damaged }: CardContent): CardContent {
  return { tracks, damaged };
}

function entriesOf(header: Transcript["header"], prefix: string) {
  return Object.entries(header)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value] as const);
}
