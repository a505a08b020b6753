import type { RequestChannel } from "#core/contract/channels.ts";
import type { Input, Reply } from "#core/contract/contract.ts";

/** What answers each channel. It gets parsed input only, and a missing channel does not compile. */
export type Handlers = {
  readonly [C in RequestChannel]: (input: Input<C>) => Reply<C> | Promise<Reply<C>>;
};
