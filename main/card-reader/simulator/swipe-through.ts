import type { Make } from "./make.ts";
import { type PhysicalCard, type StripeTrack, stripeTracks } from "./tray.ts";

/** What a head is to put on one track: a whole text, or nothing where its bits make no sense. */
export interface Inscription {
  readonly track: StripeTrack;
  readonly text: string | undefined;
}

/** What the reader waits for a card to do. */
export type Task =
  | { readonly for: "read" }
  | { readonly for: "write"; readonly inscriptions: readonly Inscription[] }
  | { readonly for: "erase"; readonly tracks: readonly StripeTrack[] }
  | { readonly for: "sensor" };

/**
 * Ways for a swipe to go wrong: the head fails and spoils the tracks; the card is written and
 * nothing is said; something else is written and success is said; the cable comes loose in the
 * middle; the answer breaks off; one track is not read, or is spoilt by a write.
 */
export const failures = [
  "write-error",
  "silent",
  "mismatch",
  "unplug",
  "cut-short",
  "track-error-1",
  "track-error-2",
  "track-error-3",
] as const;
export type Failure = (typeof failures)[number];

const heads: Readonly<Record<Make["model"], readonly StripeTrack[]>> = {
  1: [2],
  2: [2, 3],
  3: [1, 2, 3],
  5: [1, 2],
};

/** The tracks that a model has heads for. */
export function headsOf({ model }: Pick<Make, "model">): readonly StripeTrack[] {
  return heads[model];
}

interface Swipe {
  readonly card: PhysicalCard;
  readonly task: Task;
  readonly manner: "well" | "badly";
  readonly failure: Failure | undefined;
  readonly relay: "high" | "low";
  readonly make: Pick<Make, "model">;
}

/** What came of a swipe, before any protocol puts it into words. */
export interface Swiped {
  /** The card afterwards. */
  readonly card: PhysicalCard;
  /** What the heads made out; texts with sentinels. */
  readonly seen: PhysicalCard["tracks"];
  /** Tracks that the heads met and could not do. */
  readonly failed: readonly StripeTrack[];
  /** Too fast, too slow or stopped, so that nothing was written. */
  readonly wasJerked: boolean;
}

/** Tells whether a failure that was ordered can happen in a swipe for this task. */
export function concerns(failure: Failure, task: Task, make: Pick<Make, "model">): boolean {
  switch (failure) {
    case "write-error":
    case "mismatch":
      return task.for === "write";
    case "silent":
    case "unplug":
    case "cut-short":
      return true;
    default:
      return met(task, make).some((track) => failure === `track-error-${track}`);
  }
}

/** Pulls a card through a reader. */
export function swipeThrough(swipe: Swipe): Swiped {
  const { card, task, manner } = swipe;
  if (task.for === "sensor") return { card, seen: {}, failed: [], wasJerked: false };
  if (task.for === "read") return readThrough(swipe);

  if (swipe.failure === "unplug") return spoiltIn(card, met(task, swipe.make));
  if (manner === "badly") {
    return { card, seen: {}, failed: met(task, swipe.make), wasJerked: true };
  }
  if (swipe.failure === "write-error") return spoiltIn(card, met(task, swipe.make));
  return changeThrough(swipe, task);
}

function readThrough({ card, manner, failure, make }: Swipe): Swiped {
  const failed = headsOf(make).filter(
    (track) =>
      manner === "badly" || card.damaged.includes(track) || failure === `track-error-${track}`,
  );
  const good = headsOf(make).filter((track) => !failed.includes(track));
  return { card, seen: only(card.tracks, good), failed, wasJerked: false };
}

function changeThrough(
  { card, failure, relay, make }: Swipe,
  task: Task & { readonly for: "write" | "erase" },
): Swiped {
  // A head at low coercivity leaves no mark on such a stripe, and does not know it.
  if (card.coercivity === "high" && relay === "low") {
    return { card, seen: {}, failed: [], wasJerked: false };
  }
  const reached = met(task, make);
  const failed = reached.filter((track) => failure === `track-error-${track}`);
  let after = task.for === "erase" ? blank(card, reached) : card;
  if (task.for === "write") {
    const due = task.inscriptions.filter(({ track }) => reached.includes(track));
    for (const inscription of due) after = inscribed(after, inscription);
    if (failure === "mismatch") after = misprinted(after, due.at(-1)?.track);
  }
  return { card: spoilt(after, failed), seen: {}, failed, wasJerked: false };
}

/** The tracks that a task has to do with, as far as there are heads for them. */
function met(task: Task, make: Pick<Make, "model">): readonly StripeTrack[] {
  switch (task.for) {
    case "read":
      return headsOf(make);
    case "write":
      return task.inscriptions
        .map(({ track }) => track)
        .filter((track) => headsOf(make).includes(track));
    case "erase":
      return task.tracks.filter((track) => headsOf(make).includes(track));
    case "sensor":
      return [];
  }
}

function spoiltIn(card: PhysicalCard, failed: readonly StripeTrack[]): Swiped {
  return { card: spoilt(card, failed), seen: {}, failed, wasJerked: false };
}

function inscribed(card: PhysicalCard, { track, text }: Inscription): PhysicalCard {
  if (text === undefined) return spoilt(card, [track]);
  const damaged = card.damaged.filter((other) => other !== track);
  return { ...card, damaged, tracks: { ...card.tracks, [track]: text } };
}

function blank(card: PhysicalCard, erased: readonly StripeTrack[]): PhysicalCard {
  const left = stripeTracks.filter((track) => !erased.includes(track));
  return {
    ...card,
    tracks: only(card.tracks, left),
    damaged: card.damaged.filter((track) => !erased.includes(track)),
  };
}

function spoilt(card: PhysicalCard, hit: readonly StripeTrack[]): PhysicalCard {
  if (hit.length === 0) return card;
  return { ...blank(card, hit), damaged: [...new Set([...card.damaged, ...hit])] };
}

/** Another digit before the end sentinel of the last track written, and nobody the wiser. */
function misprinted(card: PhysicalCard, track: StripeTrack | undefined): PhysicalCard {
  const text = track && card.tracks[track];
  if (!track || !text) return card;
  const digit = text.at(-2) === "7" ? "8" : "7";
  return inscribed(card, { track, text: `${text.slice(0, -2)}${digit}?` });
}

function only(
  tracks: PhysicalCard["tracks"],
  wanted: readonly StripeTrack[],
): PhysicalCard["tracks"] {
  const there = wanted.filter((track) => track in tracks);
  return Object.fromEntries(there.map((track) => [track, tracks[track]]));
}
