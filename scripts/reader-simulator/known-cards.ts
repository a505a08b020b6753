import { readFileSync } from "node:fs";
import { z } from "zod";
import { blankCard, type PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import { cannotGoOn } from "../setup/telling.mjs";

const TrackText = z.string().min(2).max(200);

const KnownCard = z.strictObject({
  id: z.string().regex(/^\S{1,64}$/),
  label: z.string().max(200).default(""),
  tracks: z
    .strictObject({
      1: TrackText.startsWith("%").endsWith("?").exactOptional(),
      2: TrackText.startsWith(";").endsWith("?").exactOptional(),
      3: TrackText.startsWith(";").endsWith("?").exactOptional(),
    })
    .default({}),
  damaged: z.array(z.literal([1, 2, 3])).default([]),
  coercivity: z.enum(["high", "low"]).default("high"),
});

/** The cards of a file: a JSON list of `{ id, label, tracks: { "2": ";…?" }, damaged, coercivity }`. */
export function cardsFrom(file: string): readonly PhysicalCard[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (failure) {
    throw cannotGoOn(`The cards cannot be read from ${file}: ${reasonOf(failure)}`);
  }
  const cards = z.array(KnownCard).max(1_000).safeParse(content);
  if (cards.success) return cards.data;
  throw cannotGoOn(`${file} is no list of cards:\n${z.prettifyError(cards.error)}`);
}

/** What lies there where no file is given: a blank, and two cards with published test numbers. */
export const ordinaryCards: readonly PhysicalCard[] = [
  blankCard("blank", "a blank card"),
  {
    ...blankCard("old", "a card with track 2"),
    tracks: { 2: ";6210947000000021=1808101?" },
  },
  {
    ...blankCard("full", "a card with all three tracks; the third is made up"),
    tracks: {
      1: "%B6210947000000021^LI/LEI^18081010000?",
      2: ";6210947000000021=1808101?",
      3: ";996210947000000021=1561560?",
    },
  },
];

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
