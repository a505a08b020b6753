import { Fault } from "#core/kernel/fault.ts";
import { journalFolder } from "#main/journal/place.ts";
import { takeWriterLock } from "#main/journal/writer-lock.ts";
import type { VaultPlace } from "./vault-place.ts";

/**
 * Does work on the vault's file in the writer's place of the journal beside it, which a program that
 * has the books open holds all the while: a file that it has just given a new key is never replaced
 * by one that does not have it, for what is written under that key would be lost with it.
 *
 * Throws `journal.locked` where somebody else has that place, before anything is written.
 */
export async function asWriter<T>(place: VaultPlace, work: () => T | Promise<T>): Promise<T> {
  const folder = journalFolder(place.folder);
  try {
    place.disk.makeFolder(folder);
  } catch (cause) {
    throw new Fault("vault.write-failed", {}, { cause });
  }
  const lock = await takeWriterLock(folder);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
