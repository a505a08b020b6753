import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Statements } from "#main/ledger/statements.ts";
import { cacheFolder } from "../setup/places.mjs";
import { say } from "../setup/telling.mjs";

const VERSION = "12.11.1";

/** What the bench uses of better-sqlite3, which the project itself never installs. */
interface Native {
  readonly exec: (sql: string) => void;
  readonly pragma: (text: string) => unknown;
  readonly prepare: (sql: string) => NativeStatement;
  readonly close: () => void;
}
interface NativeStatement {
  readonly reader: boolean;
  readonly raw: (isRaw: true) => NativeStatement;
  readonly all: (values: object) => readonly (readonly (string | number | null)[])[];
  readonly run: (values: object) => unknown;
}

/**
 * better-sqlite3, fetched once into the cache and only for the bench: it is native code, and setting
 * up must never need a compiler. Undefined, with a word, where it can neither be fetched nor built.
 */
export function openNative(path: string): Native | undefined {
  const folder = join(cacheFolder(), `better-sqlite3-${VERSION}`);
  try {
    if (!existsSync(join(folder, "node_modules", "better-sqlite3", "build"))) fetchInto(folder);
    const Database: new (file: string) => Native = createRequire(join(folder, "package.json"))(
      "better-sqlite3",
    );
    return new Database(path);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message.split("\n")[0] : "unknown";
    say(`skipped: better-sqlite3 cannot be had here (${reason})`);
    return undefined;
  }
}

function fetchInto(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["install", "--no-audit", "--no-fund", `better-sqlite3@${VERSION}`], {
    cwd: folder,
    stdio: "ignore",
  });
}

/** The ledger's own statements over better-sqlite3: the very same rows, said in the same SQL. */
export function nativeStatements(database: Native): Statements {
  const prepared = new Map<string, NativeStatement>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const numbered = (values: readonly unknown[]) =>
    Object.fromEntries(values.map((value, at) => [String(at + 1), value]));
  return {
    run: (sql, values = []) => {
      statement(sql).run(numbered(values));
    },
    rows: (sql, values = []) => statement(sql).raw(true).all(numbered(values)),
    free: () => prepared.clear(),
  };
}
