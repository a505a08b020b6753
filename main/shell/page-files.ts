import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { z } from "zod";
import { Fault } from "#core/kernel/fault.ts";

/** The built files of the windows, by the name in their address. */
export interface PageFiles {
  readonly names: ReadonlySet<string>;
  /** The bytes of a listed file. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".gif": "image/gif",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

const Listed = z.array(z.string().regex(/^(?:[\w-]+\.html|assets\/[\w.-]+)$/)).min(1);

/** The type that a listed file is served as; undefined for a kind of file that is not served. */
export function contentTypeOf(name: string): string | undefined {
  return CONTENT_TYPES[extname(name)];
}

/**
 * Reads the list that the build wrote beside the built windows. Only what stands there is served,
 * and an address is never made into a path.
 */
export function listedFiles({
  list,
  folder,
}: {
  readonly list: string;
  readonly folder: string;
}): PageFiles {
  const names = new Set(readList(list));
  return {
    names,
    async read(name) {
      if (!names.has(name)) throw new Fault("internal", { unlisted: name });
      return new Uint8Array(await readFile(join(folder, ...name.split("/"))));
    },
  };
}

function readList(list: string): readonly string[] {
  try {
    return Listed.parse(JSON.parse(readFileSync(list, "utf8"))).filter(contentTypeOf);
  } catch (cause) {
    throw new Fault("internal", { unreadable: "the list of built files" }, { cause });
  }
}
