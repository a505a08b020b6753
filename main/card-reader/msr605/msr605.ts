import type { Dialect } from "../dialect.ts";
import { encode } from "./codec.ts";
import { createFramer } from "./framer.ts";
import { ezwriterStatuses, msr605Statuses, type StatusTable } from "./status.ts";

/**
 * The language of one make of the MSR605 family, after their vendors' manuals and public programs.
 * The makes say everything alike but for their status bytes. Nothing here was confirmed on a
 * physical reader.
 */
export function createMsr605({
  name,
  statuses,
}: {
  readonly name: string;
  readonly statuses: StatusTable;
}): Dialect {
  return {
    name,
    manner: "asked",
    supports: new Set([
      "reset",
      "set-lamp",
      "read",
      "write",
      "erase",
      "read-raw",
      "write-raw",
      "test-sensor",
      "test-communication",
      "test-memory",
      "get-model",
      "get-firmware",
      "get-leading-zeros",
      "get-coercivity",
      "set-coercivity",
      "set-leading-zeros",
      "set-density",
      "set-bits-per-character",
    ]),
    encode,
    createFramer: (outstanding) => createFramer(outstanding, statuses),
  };
}

/** The language of the MSR605, MSR606 and MSR206 reader-writers. */
export const msr605: Dialect = createMsr605({ name: "MSR605", statuses: msr605Statuses });

/** The language of the ID TECH EzWriter: nearly the MSR605's, with status bytes of its own. */
export const ezwriter: Dialect = createMsr605({ name: "EzWriter", statuses: ezwriterStatuses });
