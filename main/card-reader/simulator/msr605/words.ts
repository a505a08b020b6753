import type { Make } from "../make.ts";
import { bitsOf, packedForReading } from "../stripe.ts";
import { headsOf, type Swiped } from "../swipe-through.ts";
import { type StripeTrack, stripeTracks } from "../tray.ts";

/** A swipe in texts: `ESC s`, `ESC n` and the text of each track, `? FS`, `ESC` and the status. */
export function textsRead({ seen, failed }: Swiped, make: Make): string {
  const isBare = make.emptyTracks === "bare";
  // The manual's bare form also leaves out the headers behind the last track there is a head for.
  const last = isBare ? Math.max(...headsOf(make)) : 3;
  // An EzWriter has one sign for both; its status names the tracks that failed.
  const nothing = make.dialect === "ezwriter" ? "\x1b*" : "\x1b+";
  const said = stripeTracks
    .filter((track) => track <= last)
    .map((track) => {
      const sign = failed.includes(track) ? "\x1b*" : nothing;
      return `\x1b${String.fromCharCode(track)}${seen[track] ?? (isBare ? "" : sign)}`;
    });
  return `\x1bs${said.join("")}?\x1c\x1b${statusOf(failed, make)}`;
}

/** A swipe in bits: each track with the number of its bytes, so that anything may stand there. */
export function bitsRead(
  { seen, failed }: Swiped,
  make: Make,
  widths: readonly [number, number, number],
): string {
  const said = stripeTracks.map((track) => {
    const text = seen[track];
    const width = widths[track - 1] ?? 8;
    const bytes = text === undefined ? "" : packedForReading(bitsOf(track, text), width);
    return `\x1b${String.fromCharCode(track)}${String.fromCharCode(bytes.length)}${bytes}`;
  });
  return `\x1bs${said.join("")}?\x1c\x1b${statusOf(failed, make)}`;
}

/** The one status byte that a write or an erase ends in. */
export function changed(what: "write" | "erase", { failed, wasJerked }: Swiped, make: Make) {
  if (failed.length === 0) return "\x1b0";
  if (what === "erase") return make.dialect === "ezwriter" ? "\x1b1" : "\x1bA";
  // An EzWriter's table has no word for a jerk: every track that was to be written has failed.
  if (wasJerked && make.dialect === "msr605") return "\x1b9";
  return `\x1b${statusOf(failed, make)}`;
}

/** `0` for all well. Else `1`; an EzWriter adds up 1, 2 and 4 for tracks 1, 2 and 3. */
function statusOf(failed: readonly StripeTrack[], { dialect }: Make): string {
  if (failed.length === 0) return "0";
  if (dialect === "msr605") return "1";
  return String(failed.reduce((sum, track) => sum + 2 ** (track - 1), 0));
}
