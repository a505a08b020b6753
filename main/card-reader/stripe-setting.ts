import type { StripeKind } from "#core/card/stripe-kind.ts";
import type { Complaint, Setting } from "./dialect.ts";
import type { Heard } from "./ear.ts";
import { askOnce, quieten } from "./probe.ts";
import type { NotBegun } from "./reader.ts";
import type { Session } from "./session.ts";
import type { TrackNumber } from "./track.ts";

/** Why no swipe is asked for: the reader is not set to the stripe, or not there any more. */
export type NotSetUp =
  | Extract<NotBegun, { readonly outcome: "not-set" }>
  | { readonly outcome: "lost" };

/**
 * Sets the reader to a stripe before it touches one: how hard it is and, where tracks are about to
 * be written, how dense they are. Says what the language can say and the reader was not told yet.
 */
export async function setToStripe(
  session: Session,
  stripe: StripeKind,
  written: readonly TrackNumber[],
): Promise<NotSetUp | undefined> {
  for (const setting of settingsFor(stripe, written)) {
    if (!session.dialect.supports.has(setting.command) || session.isSet(setting)) continue;

    const heard = await askOnce(session, setting);
    if (heard.heard === "lost" || heard.heard === "not-sent") return { outcome: "lost" };
    if (!isTaken(heard) && !isItsOnlyDensity(heard, setting)) return notSet(session, heard);
    session.noteSet(setting);
  }
  return undefined;
}

function settingsFor(
  { coercivity, bitsPerInch }: StripeKind,
  written: readonly TrackNumber[],
): readonly Setting[] {
  return [
    { command: "set-coercivity", coercivity },
    ...written.map(
      (track) => ({ command: "set-density", track, bitsPerInch: bitsPerInch[track] }) as const,
    ),
  ];
}

function isTaken(heard: Heard): boolean {
  return heard.heard === "reply" && heard.reply.reply === "done";
}

/**
 * The MSR206 knows the choice for Track 2 alone (rev. G of its manual): the other two are written
 * at the 210 bits per inch of the standard, whatever it says to the question.
 */
function isItsOnlyDensity(heard: Heard, setting: Setting): boolean {
  return (
    complaintIn(heard) !== undefined &&
    setting.command === "set-density" &&
    setting.track !== 2 &&
    setting.bitsPerInch === 210
  );
}

/** Without an answer nobody knows what the reader is at: it is made quiet, or given up. */
async function notSet(session: Session, heard: Heard): Promise<NotSetUp> {
  const complaint = complaintIn(heard);
  if (complaint) return { outcome: "not-set", complaint };

  const { isQuiet } = await quieten(session);
  if (!isQuiet) session.lose("silent");
  return { outcome: "not-set" };
}

function complaintIn(heard: Heard): Complaint | undefined {
  if (heard.heard !== "reply" || heard.reply.reply !== "refused") return undefined;
  return heard.reply.complaint;
}
