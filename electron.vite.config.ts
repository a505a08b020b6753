import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

/** Writes down what the windows were built into: the program serves these files and no others. */
function listWindowFiles(): Plugin {
  let list = "";
  return {
    name: "guitai:list-window-files",
    configResolved({ root, build }) {
      list = join(resolve(root, build.outDir), "..", "main", "window-files.json");
    },
    writeBundle(_options, bundle) {
      mkdirSync(dirname(list), { recursive: true });
      writeFileSync(list, `${JSON.stringify(Object.keys(bundle).sort(), null, 2)}\n`);
    },
  };
}

// Everything is CommonJS: the older runtime loads no other main script, and no Electron loads
// another preload into a sandbox.
export default defineConfig({
  main: {
    build: {
      target: "node18",
      // sql.js brings WebAssembly and serialport native code: they stay packages. The rest goes in.
      externalizeDeps: { exclude: ["zod", "pinyin-pro", "canonicalize", "jose"] },
      rollupOptions: {
        input: {
          index: resolve(import.meta.dirname, "main/index.ts"),
          "snapshot-worker": resolve(import.meta.dirname, "main/snapshot/snapshot-worker.ts"),
          "backup-worker": resolve(import.meta.dirname, "main/backup/backup-worker.ts"),
        },
        output: { format: "cjs", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      target: "node18",
      // A sandboxed preload can load no second file, so each is whole in itself.
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: {
          teller: resolve(import.meta.dirname, "preload/teller.ts"),
          customer: resolve(import.meta.dirname, "preload/customer.ts"),
          slip: resolve(import.meta.dirname, "preload/slip.ts"),
          "card-sheet": resolve(import.meta.dirname, "preload/card-sheet.ts"),
        },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    plugins: [react(), listWindowFiles()],
    build: {
      target: "chrome114",
      modulePreload: { polyfill: false }, // It would fetch, which the content policy forbids.
      assetsInlineLimit: 0, // Nothing is written into pages or styles that could be a file.
      rollupOptions: {
        input: {
          index: resolve(import.meta.dirname, "renderer/index.html"),
          customer: resolve(import.meta.dirname, "renderer/customer.html"),
          slip: resolve(import.meta.dirname, "renderer/slip.html"),
          card: resolve(import.meta.dirname, "renderer/card.html"),
        },
      },
    },
  },
});
