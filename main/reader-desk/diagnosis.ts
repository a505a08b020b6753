import type { DiagnosisView, Finding } from "#core/contract/reader-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Query, Reply } from "#main/card-reader/dialect.ts";
import type { AskOutcome, CardReader } from "#main/card-reader/reader.ts";
import { notReady } from "./not-ready.ts";

/** Asks a reader all that it can say of itself. A question its language does not have is not asked. */
export async function diagnose(reader: CardReader): Promise<Result<DiagnosisView, Refusal>> {
  const standing = reader.state();
  if (standing.status !== "ready") return refuse(notReady(reader));

  const ask = async (command: Query["command"]) => reader.ask({ command });
  const communication = await ask("test-communication");
  const memory = await ask("test-memory");
  const model = await ask("get-model");
  const firmware = await ask("get-firmware");
  const coercivity = await ask("get-coercivity");
  const zeros = await ask("get-leading-zeros");

  if (reader.state().status !== "ready") return refuse(notReady(reader));
  return accept({
    communication: finding(communication, ({ reply }) =>
      reply === "present" ? "good" : undefined,
    ),
    memory: finding(memory, ({ reply }) => (reply === "done" ? "good" : undefined)),
    model: finding(model, ({ reply }) => (reply === "model" ? standing.model : undefined)),
    tracks: finding(model, (said) => (said.reply === "model" ? said.tracks : undefined)),
    // A revision that is empty was no text of a firmware.
    firmware: finding(firmware, (said) =>
      said.reply === "firmware" && said.revision !== "" ? said.revision : undefined,
    ),
    coercivity: finding(coercivity, (said) =>
      said.reply === "coercivity" ? said.coercivity : undefined,
    ),
    leadingZeros: finding(zeros, (said) =>
      said.reply === "leading-zeros" ? ([said.tracks1And3, said.track2] as const) : undefined,
    ),
  });
}

/** What came of a question; `read` gives the value in an answer, or nothing where it has none. */
function finding<Value>(
  asked: AskOutcome,
  read: (reply: Reply) => Value | undefined,
): Finding<Value> {
  switch (asked.outcome) {
    case "answered": {
      const value = read(asked.reply);
      return value === undefined
        ? { state: "failed", why: "not-understood" }
        : { state: "answered", value };
    }
    case "refused-by-reader":
      return { state: "failed", why: asked.complaint };
    case "not-supported":
      return { state: "not-offered" };
    case "no-answer":
    case "lost":
    case "busy":
    case "not-ready":
    case "not-set":
      return { state: "unanswered" };
    default:
      return unreachable(asked);
  }
}
