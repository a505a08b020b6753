import type { Dialect } from "../dialect.ts";
import { encode } from "./codec.ts";
import { createFramer } from "./framer.ts";

/**
 * The language of the MSR605, MSR606 and MSR206 reader-writers, after their vendors' manuals and
 * public programs. Nothing here was confirmed on a physical reader.
 */
export const msr605: Dialect = { name: "MSR605", encode, createFramer };
