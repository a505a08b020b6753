import { layOutPage } from "#renderer/paper/draw-on-paper.tsx";
import { type SlipBridge, showSlip } from "#renderer/slips/show-slip.tsx";
import "#renderer/slips/paper.css";
import "#renderer/slips/day-tables.css";
import "#renderer/slips/form.css";

// The preload puts the bridge there; the compiler cannot know of it.
const { guitai } = globalThis as unknown as { readonly guitai: SlipBridge };

void layOutPage((paper) => showSlip(guitai, { hash: location.hash, paper }));
