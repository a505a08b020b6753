import type { Decision } from "#core/commands/command.ts";

/**
 * A decision without the journal number in its warnings: a second person's word is posted between the
 * preview and the posting, so that the number is the one thing that a preview cannot know.
 */
export function asPreviewed(decision: Decision): Decision {
  const entries = decision.entries.map((entry) =>
    entry.type === "risk.flagged"
      ? { ...entry, flagged: { ...entry.flagged, sequence: 1 } }
      : entry,
  );
  return { ...decision, entries };
}
