import type { Dialect } from "../dialect.ts";
import { encode } from "./codec.ts";
import { createFramer } from "./framer.ts";
import { ezwriterMake, type Make, msr605Make } from "./make.ts";

/**
 * The language of one make of the MSR605 family, after their vendors' manuals and public programs.
 * Nothing here was confirmed on a physical reader.
 */
function createMsr605(make: Make): Dialect {
  return {
    name: make.name,
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
    encode: (command) => encode(command, make),
    createFramer: (outstanding) => createFramer(outstanding, make),
  };
}

/** The language of the MSR605, MSR606 and MSR206 reader-writers. */
export const msr605: Dialect = createMsr605(msr605Make);

/** The language of the ID TECH EzWriter: nearly the MSR605's, with a few words of its own. */
export const ezwriter: Dialect = createMsr605(ezwriterMake);
