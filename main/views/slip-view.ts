import type { Books } from "#core/books/books.ts";
import type { SlipView } from "#core/contract/views.ts";
import type { Slip } from "#core/slip/slip.ts";

/** A slip as it is printed; that of a demonstration says so on its face (design rule 11). */
export function slipView(books: Books, slip: Slip): SlipView {
  const isLive = books.find("branch", "branch")?.branch.kind === "live";
  return { ...slip, demonstration: !isLive };
}
