import type { Change } from "#core/books/books.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch } from "#core/journal/batch.ts";

/** All that one batch means for the books, reckoned once, before anything is changed. */
export interface Posting {
  readonly batch: Batch;
  /** The batch as the journal has it: one line of JSON. */
  readonly body: string;
  /** Every record it changes, in the order in which they were changed. */
  readonly changes: readonly Change[];
  /** Whose business it was, in the order of their ids. */
  readonly customers: readonly CustomerId[];
  /** Whether it was about orders of the state and nothing else. */
  readonly isOfOrdersAlone: boolean;
}

/** Which batch answered a request, and what exactly had been asked. */
export interface SeenRequest {
  readonly hash: string;
  readonly sequence: number;
}
