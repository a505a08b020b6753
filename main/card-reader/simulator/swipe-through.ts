import type { Make } from "./make.ts";
import { bitsOf, magnetised, packedForReading, textIn, unpackedForWriting } from "./stripe.ts";
import type { PhysicalCard, StripeTrack } from "./tray.ts";

/** What the reader waits for a card to do. */
export type Task =
  | { readonly for: "read"; readonly as: "texts" | "bits" }
  | { readonly for: "write"; readonly texts: Readonly<Record<StripeTrack, string>> }
  | { readonly for: "write"; readonly bits: Readonly<Record<StripeTrack, string>> }
  | { readonly for: "erase"; readonly tracks: readonly StripeTrack[] }
  | { readonly for: "sensor" };

/**
 * Ways for a swipe to go wrong: the head fails and spoils the tracks; the card is written and
 * nothing is said; something else is written and success is said; the cable comes loose in the
 * middle; the answer breaks off.
 */
export type Failure = "write-error" | "silent" | "mismatch" | "unplug" | "cut-short";

const tracks = [1, 2, 3] as const;

const heads: Readonly<Record<Make["model"], readonly StripeTrack[]>> = {
  1: [2],
  2: [2, 3],
  3: [1, 2, 3],
  5: [1, 2],
};

interface Swipe {
  readonly card: PhysicalCard;
  readonly task: Task;
  readonly manner: "well" | "badly";
  readonly failure: Failure | undefined;
  readonly relay: "high" | "low";
  readonly make: Make;
}

interface Swiped {
  readonly card: PhysicalCard;
  readonly answer: string;
}

/** The card after it went through, and what the reader says. */
export function swipeThrough(swipe: Swipe): Swiped {
  const swiped = pulled(swipe);
  switch (swipe.failure) {
    case "silent":
      return { ...swiped, answer: "" };
    case "unplug":
      return swipe.task.for === "read"
        ? swiped
        : { card: spoilt(swipe.card, touched(swipe.task)), answer: "" };
    case "cut-short":
      return { ...swiped, answer: swiped.answer.slice(0, Math.ceil(swiped.answer.length / 2)) };
    case "write-error":
    case "mismatch":
    case undefined:
      return swiped;
  }
}

function pulled({ card, task, manner, failure, relay, make }: Swipe): Swiped {
  if (task.for === "sensor") return { card, answer: "\x1b0" };
  if (task.for === "read") {
    const seen = manner === "well" ? card : spoilt(card, tracks);
    return { card, answer: task.as === "texts" ? spoken(seen, make) : spokenInBits(seen) };
  }
  if (manner === "badly") return { card, answer: task.for === "erase" ? "\x1bA" : "\x1b9" };
  if (failure === "write-error") return { card: spoilt(card, touched(task)), answer: "\x1b1" };
  if (card.coercivity === "high" && relay === "low") return { card, answer: "\x1b0" };
  if (task.for === "erase") return { card: blank(card, task.tracks), answer: "\x1b0" };

  const reached = touched(task).filter((track) => heads[make.model].includes(track));
  let written = card;
  for (const track of reached) written = withTrack(written, track, textFor(task, track));
  return { card: failure === "mismatch" ? misprinted(written, reached) : written, answer: "\x1b0" };
}

function textFor(task: Task & { readonly for: "write" }, track: StripeTrack): string | undefined {
  return "texts" in task
    ? magnetised(track, task.texts[track])
    : textIn(track, unpackedForWriting(task.bits[track]));
}

/** The tracks that a task changes. An empty text leaves its track alone. */
function touched(task: Task): readonly StripeTrack[] {
  if (task.for === "erase") return task.tracks;
  if (task.for !== "write") return [];
  const given = "texts" in task ? task.texts : task.bits;
  return tracks.filter((track) => given[track] !== "");
}

function withTrack(card: PhysicalCard, track: StripeTrack, text: string | undefined): PhysicalCard {
  if (text === undefined) return spoilt(card, [track]);
  const damaged = card.damaged.filter((other) => other !== track);
  return { ...card, damaged, tracks: { ...card.tracks, [track]: text } };
}

function blank(card: PhysicalCard, erased: readonly StripeTrack[]): PhysicalCard {
  const left = tracks.filter((track) => !erased.includes(track) && track in card.tracks);
  return {
    ...card,
    tracks: Object.fromEntries(left.map((track) => [track, card.tracks[track]])),
    damaged: card.damaged.filter((track) => !erased.includes(track)),
  };
}

function spoilt(card: PhysicalCard, hit: readonly StripeTrack[]): PhysicalCard {
  return { ...blank(card, hit), damaged: [...new Set([...card.damaged, ...hit])] };
}

/** Another digit before the end sentinel of the last track written, and nobody the wiser. */
function misprinted(card: PhysicalCard, written: readonly StripeTrack[]): PhysicalCard {
  const track = written.at(-1);
  const text = track && card.tracks[track];
  if (!track || !text) return card;
  return withTrack(card, track, `${text.slice(0, -2)}${text.at(-2) === "7" ? "8" : "7"}?`);
}

function spoken(card: PhysicalCard, { model, emptyTracks }: Make): string {
  const isBare = emptyTracks === "bare";
  const named = isBare ? tracks.filter((track) => track <= Math.max(...heads[model])) : tracks;
  const said = named.map((track) => {
    const text = heads[model].includes(track) ? card.tracks[track] : undefined;
    const isDamaged = heads[model].includes(track) && card.damaged.includes(track);
    const sign = isDamaged ? "\x1b*" : "\x1b+";
    return `\x1b${String.fromCharCode(track)}${text ?? (isBare ? "" : sign)}`;
  });
  const isDamaged = card.damaged.some((track) => heads[model].includes(track));
  return `\x1bs${said.join("")}?\x1c\x1b${isDamaged ? "1" : "0"}`;
}

function spokenInBits(card: PhysicalCard): string {
  const said = tracks.map((track) => {
    const text = card.tracks[track];
    const bytes = text === undefined ? "" : packedForReading(bitsOf(track, text));
    return `\x1b${String.fromCharCode(track)}${String.fromCharCode(bytes.length)}${bytes}`;
  });
  return `\x1bs${said.join("")}?\x1c\x1b${card.damaged.length > 0 ? "1" : "0"}`;
}
