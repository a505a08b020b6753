import { Batch } from "#core/journal/batch.ts";
import { asWrittenBy, type IsAsWritten } from "./as-written.ts";

/** Whether parsing a value as a batch would give back the very same. */
export const isBatchAsWritten: IsAsWritten<Batch> = asWrittenBy(Batch);
