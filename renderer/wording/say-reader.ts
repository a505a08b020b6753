import type { Refusal } from "#core/contract/refusal.ts";
import type { ReaderView } from "#core/contract/workstation-view.ts";
import type { Words } from "#renderer/wording/words.ts";
import { reader as chinese } from "#renderer/wording/zh-CN/reader.ts";

/** How a reader stands: it may be used, it is at something, or somebody has to mend something. */
export type ReaderTone = "good" | "busy" | "bad";

/** Signs that tell the tones apart without their colour. */
export const readerSigns: Readonly<Record<ReaderTone, string>> = {
  good: "●",
  busy: "◐",
  bad: "▲",
};

/** The tone of what the reader is at. */
export function readerTone({ status }: ReaderView): ReaderTone {
  if (status === "ready") return "good";
  return status === "absent" || status === "lost" ? "bad" : "busy";
}

/** What the reader is at and what to do, as short as the status bar needs it. */
export function sayReaderShort(words: Words, reader: ReaderView): string {
  const { model, simulated, isReadOnly } = reader;
  const who = isReadOnly ? words("reader:who.ask") : "";
  const state = words(`reader:bar.${stateOf(reader)}`, { who });
  const about = [model, simulated ? words("reader:simulated") : undefined].filter(
    (one) => one !== undefined && one !== "",
  );
  return about.length === 0 ? state : `${state} (${about.join(" · ")})`;
}

/**
 * The same in whole sentences: what has happened, and what to do at the counter. Nobody is sent to
 * 3015 who is there, nor to settings that are another's or decided by the start.
 */
export function sayReaderWhole(
  words: Words,
  reader: ReaderView,
  where: "there" | "here" | "start" = "there",
): string {
  return words(`reader:whole.${stateOf(reader)}`, {
    go: words(`reader:go.${reader.isReadOnly ? "ask" : where}`),
    look: words(`reader:look.${where === "there" ? "there" : "here"}`),
  });
}

/** Why a reader is not ready and what to do: by the reason of its loss, else by its state. */
export function sayNotReady(
  words: Words,
  refusal: Extract<Refusal, { readonly code: "reader.not-ready" }>,
): string | undefined {
  const { status } = refusal;
  const known = "reason" in refusal ? [`lost.${refusal.reason}`, status] : [status];
  const state = known.find(isWorded);
  const go = words("reader:go.ask"); // A refusal does not know who reads it.
  return state && words(`reader:whole.${state}`, { go, look: words("reader:look.there") });
}

type WordedIn<Key> = Key extends `whole.${infer State}` ? State : never;
type WordedState = WordedIn<keyof typeof chinese>;

/** The state as the words know it; a reason of loss that they do not know is a plain loss. */
function stateOf({ status, doing, reason, isUnasked }: ReaderView): WordedState {
  if (status === "ready" && isUnasked) return "ready.unasked";
  if (status === "busy" && doing) return doing;
  if (status !== "lost") return status;
  const lost = `lost.${reason}`;
  return isWorded(lost) ? lost : "lost";
}

function isWorded(state: string): state is WordedState {
  return `whole.${state}` in chinese;
}
