import { type SlipBridge, showSlip } from "#renderer/slips/show-slip.tsx";
import "#renderer/slips/paper.css";
import "#renderer/slips/form.css";

const paper = document.getElementById("root");
// The preload puts the bridge there; the compiler cannot know of it.
const { guitai } = globalThis as unknown as { readonly guitai: SlipBridge };

/** The window that prints waits for this word on the root element. */
async function layOut(): Promise<void> {
  const isWhole = paper !== null && (await showSlip(guitai, { hash: location.hash, paper }));
  await document.fonts.ready;
  document.documentElement.dataset.ready = isWhole ? "yes" : "refused";
}

layOut().catch(() => {
  document.documentElement.dataset.ready = "refused";
});
