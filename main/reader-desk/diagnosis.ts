import type { DiagnosisView } from "#core/contract/reader-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Query } from "#main/card-reader/dialect.ts";
import type { AskOutcome, CardReader } from "#main/card-reader/reader.ts";

/** Asks a reader all that it can say of itself. A question its language does not have is not asked. */
export async function diagnose(reader: CardReader): Promise<Result<DiagnosisView, Refusal>> {
  const standing = reader.state();
  if (standing.status !== "ready") {
    return refuse({ code: "reader.not-ready", status: standing.status });
  }
  const ask = async (command: Query["command"]) => reader.ask({ command });
  const communication = await ask("test-communication");
  const memory = await ask("test-memory");
  const model = replyIn(await ask("get-model"));
  const firmware = replyIn(await ask("get-firmware"));
  const coercivity = replyIn(await ask("get-coercivity"));
  const zeros = replyIn(await ask("get-leading-zeros"));

  const { status } = reader.state();
  if (status !== "ready") return refuse({ code: "reader.not-ready", status });
  return accept({
    communication: found(communication),
    memory: found(memory),
    model: model?.reply === "model" ? standing.model : "",
    tracks: model?.reply === "model" ? model.tracks : standing.tracks,
    firmware: firmware?.reply === "firmware" ? firmware.revision : "",
    ...(coercivity?.reply === "coercivity" ? { coercivity: coercivity.coercivity } : {}),
    ...(zeros?.reply === "leading-zeros"
      ? { leadingZeros: [zeros.tracks1And3, zeros.track2] as const }
      : {}),
  });
}

function found(asked: AskOutcome): DiagnosisView["communication"] {
  switch (asked.outcome) {
    case "answered":
      return "good";
    case "refused-by-reader":
      return "failed";
    case "not-supported":
      return "not-supported";
    default:
      return "unanswered";
  }
}

function replyIn(asked: AskOutcome) {
  return asked.outcome === "answered" ? asked.reply : undefined;
}
