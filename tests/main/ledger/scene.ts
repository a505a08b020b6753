import type { Books, Shelf, Shelves } from "#core/books/books.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { RawEntry } from "./invented.ts";

/** What an invented entry can draw on. */
interface Scene {
  /** Any record of a shelf; undefined while there is none. */
  readonly any: <S extends Shelf>(shelf: S) => Shelves[S] | undefined;
  /** The record of a key. */
  readonly find: Books["find"];
  /** A number that was never given out before. */
  readonly fresh: number;
  readonly amount: number;
}

/** How an entry can come about in a scene; undefined while what it needs is not there. */
export type Play<T extends Entry["type"]> = (
  scene: Scene,
) => Extract<RawEntry, { type: T }> | undefined;

/** A hash as long as those of requests. */
export const hash = (number: number) => number.toString(16).padStart(64, "0");

/** The entry about a record, where there is one. */
export function on<T, E>(record: T | undefined, entry: (record: T) => E): E | undefined {
  return record === undefined ? undefined : entry(record);
}
