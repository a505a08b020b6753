import type { DeviceRefusal } from "#core/contract/refusal.ts";
import type { CardReader, ReaderState } from "#main/card-reader/reader.ts";

/**
 * Why a reader does nothing that is asked. `status` is what it answered; of one that is lost it is
 * said how, as long as it has not been opened again meanwhile.
 */
export function notReady(
  reader: Pick<CardReader, "state">,
  status: ReaderState["status"] = reader.state().status,
): DeviceRefusal {
  const now = reader.state();
  return status === "lost" && now.status === "lost"
    ? { code: "reader.not-ready", status: "lost", reason: now.reason }
    : { code: "reader.not-ready", status };
}
