import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { known } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import type { PasswordCardBatch } from "#core/password-card/batch.ts";
import { errnoOf } from "#main/journal/damage.ts";
import type { Disk } from "#main/journal/disk.ts";
import { beginPartFile, orFault, type PartFile } from "#main/password-card/part-file.ts";

/** Which cards a file holds. */
type Run = Pick<PasswordCardBatch, "id" | "first" | "last">;

/**
 * Where batches for the printer's shop lie: beside the data folder, in which every byte belongs to
 * the journal. A file has its final name if and only if the journal has its batch; until then, and
 * between the two for a moment, it is a `.part`.
 */
export interface ShopFolder {
  readonly begin: (run: Run) => PartFile;
  /** Gives the file of a batch that the journal has its final name. */
  readonly lay: (batch: PasswordCardBatch) => void;
  /** Takes away what was made of a batch that the journal does not have. */
  readonly drop: (run: Run) => void;
  /**
   * What a crash left, at every start: files whose batch the journal has get their final names.
   * Answers the names of all others.
   */
  readonly layLeftovers: (batches: readonly PasswordCardBatch[]) => readonly string[];
  readonly remove: (names: readonly string[]) => void;
  /** Where the file of a batch lies, or will lie once the journal has it. */
  readonly pathOf: (batch: PasswordCardBatch) => string;
  /** Where it lies, while it does: the shop may have fetched it. */
  readonly find: (batch: PasswordCardBatch) => string | undefined;
}

const PART = /^(b-\d+)-\d{12}-\d{12}\.jwe\.part$/;
const CHUNK_BYTES = 1024 * 1024;

/** The shop's folder that belongs to a data folder. It is made when the first batch is. */
export function openShopFolder(dataFolder: string, disk: Disk): ShopFolder {
  const folder = join(dirname(dataFolder), `${basename(dataFolder)}-for-the-shop`);
  const at = (name: string) => join(folder, name);

  function names(): readonly string[] {
    try {
      return disk.list(folder);
    } catch (failure) {
      if (errnoOf(failure) === "ENOENT") return [];
      throw new Fault("batch.file-failed", { errno: errnoOf(failure) }, { cause: failure });
    }
  }

  function lay(part: string, final: string): void {
    orFault(() => {
      disk.rename(at(part), at(final));
      disk.flushFolder(folder);
    });
  }

  function remove(strays: readonly string[]): void {
    if (strays.length === 0) return;
    orFault(() => {
      for (const name of strays) disk.unlink(at(name));
      disk.flushFolder(folder);
    });
  }

  return {
    begin(run) {
      orFault(() => {
        disk.makeFolder(folder);
        disk.flushFolder(dirname(folder));
      });
      return beginPartFile(disk, at(partName(run)));
    },
    lay: (batch) => batch.file && lay(partName(batch), batch.file.name),
    drop: (run) => remove([partName(run)].filter((name) => names().includes(name))),
    layLeftovers(batches) {
      const strays: string[] = [];
      for (const name of names()) {
        const [, id] = PART.exec(name) ?? [];
        if (id === undefined) continue;
        const sha256 = orFault(() => sha256Of(disk, at(name)));
        const { file } = batches.find((batch) => batch.file?.sha256 === sha256) ?? {};
        if (file) lay(name, file.name);
        else strays.push(name);
      }
      return strays;
    },
    remove,
    pathOf: ({ file }) => at(known(file, "a batch that was made has its file").name),
    find: ({ file }) => (file && names().includes(file.name) ? at(file.name) : undefined),
  };
}

/** A name of its own for every making: a batch never lies down on another one's file. */
export function fileName(run: Run, sha256: string): string {
  return `${stem(run)}-${sha256.slice(0, 8)}.jwe`;
}

function partName(run: Run): string {
  return `${stem(run)}.jwe.part`;
}

function stem({ id, first, last }: Run): string {
  return `${id}-${first}-${last}`;
}

function sha256Of(disk: Disk, path: string): string {
  const hash = createHash("sha256");
  const file = disk.open(path, "read");
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let offset = 0; ; ) {
      const count = disk.read(file, chunk, offset);
      if (count === 0) return hash.digest("hex");
      hash.update(chunk.subarray(0, count));
      offset += count;
    }
  } finally {
    disk.close(file);
  }
}
