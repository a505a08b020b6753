import type { CardReader, LossReason, ReaderState } from "#main/card-reader/reader.ts";

/**
 * How a reader stands as people are told of it. One that stays away is tried again every few
 * seconds: until it answers, why it is away stays true, and nobody is told of each try. `hasCable`
 * says whether there is a line that could be open: one that was let go of for a moment is no
 * reader that nobody has set up.
 */
export function standingOf(
  reader: Pick<CardReader, "state" | "onState">,
  hasCable: () => boolean,
): () => ReaderState {
  let awayFor: LossReason | undefined;
  reader.onState((state) => {
    if (state.status === "lost") awayFor = state.reason;
    else if (state.status !== "opening" && state.status !== "probing") awayFor = undefined;
  });

  return () => {
    const state = reader.state();
    const isTrying = state.status === "opening" || state.status === "probing";
    if (isTrying && awayFor !== undefined) return { status: "lost", reason: awayFor };
    return state.status === "absent" && hasCable() ? { status: "opening" } : state;
  };
}
