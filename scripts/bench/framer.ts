import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { projectFolder } from "../setup/places.mjs";
import { atLeast, type Figure } from "./figure.ts";
import type { framerRates } from "./framer-rates.ts";

/** Bytes a second that a line of 115,200 baud, 8N1, can deliver. */
const LINE_BYTES_PER_SECOND = 11_520;

/**
 * How many times faster the framers are than the fastest line could feed them; the slowest counts.
 * They are built like the program is: what runs TypeScript unbuilt names every function anew each
 * time it is made, and a framer is made for each swipe.
 */
export async function benchFramer(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-bench-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: projectFolder,
    build: {
      ssr: join("scripts", "bench", "framer-rates.ts"),
      outDir: folder,
      target: "node18",
      rollupOptions: { output: { format: "cjs", entryFileNames: "framer-rates.cjs" } },
    },
  });
  // What was built has the type of what it was built from.
  const built: { readonly framerRates: typeof framerRates } = createRequire(
    join(folder, "framer-rates.cjs"),
  )("./framer-rates.cjs");
  const slowest = Math.min(...built.framerRates());
  rmSync(folder, { recursive: true });
  return [
    atLeast(
      "the slowest reader's framer, byte at a time, against a line of 115,200 baud",
      slowest / LINE_BYTES_PER_SECOND,
      1_000,
    ),
  ];
}
