import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Chromium's own folder for a data folder, beside all others below `base`. One data folder has one
 * profile, and with it one lock: the same books cannot be opened twice, other books can.
 */
export function profileFor(base: string, dataFolder: string): string {
  const name = createHash("sha256").update(canonical(dataFolder)).digest("hex").slice(0, 16);
  return join(base, "profiles", name);
}

/** The folder's one true path: without links, and also where it does not exist yet. */
function canonical(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(canonical(parent), basename(path));
  }
}
