import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { known } from "#core/kernel/assert.ts";

/** What a tmpfs gives out. */
export const PAGE_BYTES = 4096;

/** A real file system of a few pages that the kernel keeps in memory (tmpfs). */
export interface SmallMount {
  /** Where it hangs. */
  readonly folder: string;
  /** Pages that are taken now. */
  readonly pagesUsed: () => number;
  /** Somebody makes room: from now on it has so many pages. */
  readonly grow: (pages: number) => void;
}

/** Why this user on this machine may mount no small disk; undefined where that goes. */
export function whyNoMount(): string | undefined {
  if (process.platform !== "linux") return "only Linux has a tmpfs";
  const folder = newFolder();
  try {
    const said = mount(folder, 1);
    if (said !== undefined) return `this user may not mount a tmpfs (${said})`;
    spawnSync("umount", [folder]);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does something on a new file system of so many pages, which goes away with all it holds. */
export async function onSmallMount<T>(
  pages: number,
  act: (mounted: SmallMount) => Promise<T>,
): Promise<T> {
  const folder = newFolder();
  try {
    must(mount(folder, pages));
    return await act({
      folder,
      pagesUsed() {
        const { blocks, bfree } = statfsSync(folder);
        return blocks - bfree;
      },
      grow: (more) => must(mount(folder, more, "remount,")),
    });
  } finally {
    spawnSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "guitai-faults-mount-"));
}

/** What `mount` says against it, without its own name and the folder's; undefined where it did it. */
function mount(folder: string, pages: number, how = ""): string | undefined {
  const options = `${how}size=${pages * PAGE_BYTES},mode=0700`;
  const { status, stderr, error } = spawnSync(
    "mount",
    ["-t", "tmpfs", "-o", options, "tmpfs", folder],
    { encoding: "utf8" },
  );
  if (status === 0) return undefined;
  const [first = ""] = stderr.trim().split("\n");
  return error?.message ?? known(first.split(": ").at(-1), "a text has a last part");
}

function must(said: string | undefined): void {
  if (said !== undefined) throw new Error(said);
}
