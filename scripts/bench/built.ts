import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { projectFolder } from "../setup/places.mjs";
import type { figuresWithoutWindow } from "./figures.ts";

/** What is measured once it is built. */
interface Built {
  readonly figuresWithoutWindow: typeof figuresWithoutWindow;
}

/**
 * The figures' code, built as the program is: what runs TypeScript unbuilt names every function anew
 * each time it is made, which costs a commit as much as deciding on it. Below the project, for what
 * is built still looks for its libraries from there.
 */
export async function builtFigures(): Promise<Built> {
  const folder = join(projectFolder, "node_modules", ".cache", "bench");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: "error",
    root: projectFolder,
    build: {
      ssr: join("scripts", "bench", "figures.ts"),
      outDir: folder,
      target: "node20",
      minify: false,
      rollupOptions: { output: { format: "es", entryFileNames: "figures.mjs" } },
    },
    plugins: [
      {
        // These know where the project is by where they are themselves.
        name: "set-up-stays-where-it-is",
        enforce: "pre",
        resolveId: (name) =>
          name.includes("/setup/") ? { id: inSetup(name), external: true } : undefined,
      },
    ],
  });
  // What was built has the type of what it was built from.
  return import(pathToFileURL(join(folder, "figures.mjs")).href) as Promise<Built>;
}

function inSetup(name: string): string {
  return pathToFileURL(join(projectFolder, "scripts", "setup", basename(name))).href;
}
