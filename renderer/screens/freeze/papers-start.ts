import type { FreezeOrderView } from "#core/contract/freeze-view.ts";

/**
 * What a later paper on an order begins with. The kind decides which fields there are; the organ's
 * name is copied from the paper, so that another organ's is noticed (F07).
 */
export function startOf({ kind }: FreezeOrderView): object {
  return { papers: { organ: { kind } } };
}
