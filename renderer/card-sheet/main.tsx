import { type SheetBridge, showSheet } from "#renderer/card-sheet/show-sheet.tsx";
import { layOutPage } from "#renderer/paper/draw-on-paper.tsx";
import "#renderer/card-sheet/sheet.css";

// The preload puts the bridge there; the compiler cannot know of it.
const { guitai } = globalThis as unknown as { readonly guitai: SheetBridge };

void layOutPage((paper) => showSheet(guitai, { hash: location.hash, paper }));
