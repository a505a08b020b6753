import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import { errnoOf } from "#main/journal/damage.ts";
import { type Disk, writeWhollyAt } from "#main/journal/disk.ts";
import { type ListedFile, MANIFEST_NAME, manifestText } from "./manifest.ts";
import type { BackupPlan } from "./plan.ts";
import { type Source, sourcesOf } from "./sources.ts";
import { tarEnd, tarHeader, tarPadding } from "./tar.ts";

/** How the making of a backup ended. Only of one that was made anything is left. */
export type BackupOutcome =
  | {
      readonly status: "made";
      /** SHA-256 of the manifest. */
      readonly manifest: string;
      readonly bytes: number;
      /** Segments that an older program left in clear. */
      readonly clearSegments: number;
    }
  | { readonly status: "called-off" }
  | { readonly status: "taken" }
  /** What was to be saved could not be read, or changed where it never may. */
  | { readonly status: "source-failed"; readonly file: string; readonly errno: string }
  /** `bytes`: how much room the whole file takes. */
  | { readonly status: "target-failed"; readonly errno: string; readonly bytes: number };

/** What the maker of a backup is told, and tells. */
export interface BackupWork {
  readonly disk: Disk;
  readonly isCalledOff: () => boolean;
  /** Bytes of work: every file is read, copied, and read back. */
  readonly onProgress: (done: number, total: number) => void;
}

const CHUNK_BYTES = 1024 * 1024;

/** Ends the making early, whatever it was at. */
interface Stop {
  readonly stop: Exclude<BackupOutcome, { readonly status: "made" }>;
}
const stopped = (stop: Stop["stop"]): Stop => ({ stop });
const isStop = (thrown: unknown): thrown is Stop =>
  typeof thrown === "object" && thrown !== null && "stop" in thrown;

/**
 * Writes a planned backup into a folder that is there: every file is hashed, then copied behind the
 * manifest, flushed, read back, and only then named. The books are only read.
 */
export function writeBackup(plan: BackupPlan, work: BackupWork): BackupOutcome {
  try {
    return make(plan, work);
  } catch (thrown) {
    if (isStop(thrown)) return thrown.stop;
    throw thrown;
  }
}

function make(plan: BackupPlan, work: BackupWork): BackupOutcome {
  const { sources, clearSegments } = fromSource(() => sourcesOf(plan.files, work.disk), "ledger");
  const contents = sources.reduce((bytes, { size }) => bytes + size, 0);
  const pass = countedWork(work, 3 * contents);

  const files = sources.map((source) => hashed(source, pass));
  const manifest = Buffer.from(manifestText(plan.head, { clearSegments, files }), "utf8");
  const bytes = archiveBytes([manifest.length, ...files.map(({ size }) => size)]);
  const onTarget = <T>(run: () => T): T => {
    try {
      return run();
    } catch (thrown) {
      if (isStop(thrown)) throw thrown;
      throw stopped({ status: "target-failed", errno: wordOf(thrown), bytes });
    }
  };

  const { disk } = work;
  const { target, roomLeft } = plan;
  const part = `${target}.part`;
  const isTaken = onTarget(() => disk.list(dirname(target)).includes(basename(target)));
  if (isTaken) return { status: "taken" };
  drop(disk, part); // What an earlier program that was killed has left.
  if (onTarget(() => disk.freeBytes(dirname(target))) < bytes + roomLeft) {
    return { status: "target-failed", errno: "ENOSPC", bytes };
  }
  try {
    onTarget(() => {
      const written = writePart(part, { plan, manifest, sources, files }, { disk, pass });
      if (readBack(part, { disk, pass }) !== written) throw differing();
      if (work.isCalledOff()) throw stopped({ status: "called-off" });
      disk.rename(part, target);
      disk.flushFolder(dirname(target));
    });
  } catch (thrown) {
    for (const left of [part, target]) drop(disk, left);
    throw thrown;
  }
  return { status: "made", manifest: sha256(manifest), bytes, clearSegments: clearSegments.length };
}

type Pass = (bytes: number) => void;

/** Counts the work, tells of it, and looks after every piece whether it is still wanted. */
function countedWork({ isCalledOff, onProgress }: BackupWork, total: number): Pass {
  let done = 0;
  onProgress(0, total);
  return (bytes) => {
    done += bytes;
    onProgress(done, total);
    if (isCalledOff()) throw stopped({ status: "called-off" });
  };
}

function hashed({ name, size, read }: Source, pass: Pass): ListedFile {
  const hash = createHash("sha256");
  for (const chunk of pieces(read, name)) {
    hash.update(chunk);
    pass(chunk.length);
  }
  return { name, size, sha256: hash.digest("hex") };
}

/** Writes the whole archive and answers the SHA-256 of all its bytes. */
function writePart(
  part: string,
  archive: {
    readonly plan: BackupPlan;
    readonly manifest: Buffer;
    readonly sources: readonly Source[];
    readonly files: readonly ListedFile[];
  },
  { disk, pass }: { readonly disk: Disk; readonly pass: Pass },
): string {
  const { plan, manifest, sources, files } = archive;
  const seconds = Math.floor(plan.head.madeAt / 1000);
  const whole = createHash("sha256");
  const file = disk.open(part, "create");
  let offset = 0;
  function add(bytes: Uint8Array): void {
    writeWhollyAt(disk, file, bytes, offset);
    whole.update(bytes);
    offset += bytes.length;
  }

  try {
    add(tarHeader({ name: MANIFEST_NAME, size: manifest.length, seconds }));
    add(manifest);
    add(Buffer.alloc(tarPadding(manifest.length)));
    for (const [index, { name, size, read }] of sources.entries()) {
      const hash = createHash("sha256");
      add(tarHeader({ name, size, seconds }));
      for (const chunk of pieces(read, name)) {
        hash.update(chunk);
        add(chunk);
        pass(chunk.length);
      }
      add(Buffer.alloc(tarPadding(size)));
      if (hash.digest("hex") !== files[index]?.sha256) {
        throw stopped({ status: "source-failed", file: name, errno: "CHANGED" });
      }
    }
    add(tarEnd);
    disk.flush(file);
  } finally {
    disk.close(file);
  }
  return whole.digest("hex");
}

function readBack(
  part: string,
  { disk, pass }: { readonly disk: Disk; readonly pass: Pass },
): string {
  const hash = createHash("sha256");
  const file = disk.open(part, "read");
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let offset = 0; ; ) {
      const count = disk.read(file, chunk, offset);
      if (count === 0) return hash.digest("hex");
      hash.update(chunk.subarray(0, count));
      offset += count;
      pass(count);
    }
  } finally {
    disk.close(file);
  }
}

function* pieces(read: Source["read"], name: string): Generator<Uint8Array> {
  const chunks = read(CHUNK_BYTES);
  for (;;) {
    const next = fromSource(() => chunks.next(), name);
    if (next.done) return;
    yield next.value;
  }
}

function fromSource<T>(run: () => T, file: string): T {
  try {
    return run();
  } catch (failure) {
    throw stopped({ status: "source-failed", file, errno: wordOf(failure) });
  }
}

function archiveBytes(sizes: readonly number[]): number {
  const headerBytes = tarEnd.length / 2;
  return sizes.reduce(
    (bytes, size) => bytes + headerBytes + size + tarPadding(size),
    tarEnd.length,
  );
}

function differing(): Error {
  return Object.assign(new Error("what was read back differs"), { code: "DIFFERS" });
}

/** The operating system's word for a failure; a failure without one is a bug and stays thrown. */
function wordOf(failure: unknown): string {
  const errno = errnoOf(failure);
  if (errno === "unknown") throw failure;
  return errno;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Takes away what is left of a file, if it is there and the disk still does anything. */
function drop(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    // It was never made, or the disk was pulled out: then the `.part` in its name says what it is.
  }
}
