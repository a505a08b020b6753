import { dirname } from "node:path";
import { known } from "#core/kernel/assert.ts";
import type { Disk } from "#main/journal/disk.ts";
import { copyOf, flushed, forsaken, newFile, put, type SimulatedFile } from "./simulated-file.ts";

/** One call of the journal to its disk, counted from 0 since the machine was started. */
export interface DiskCall {
  readonly at: number;
  readonly operation: keyof Disk;
  /** The file or folder it is about; of a rename, the new name. */
  readonly path: string;
  /** What a write would put down, and where. */
  readonly bytes?: Uint8Array;
  readonly offset?: number;
}

/** What becomes of one call. */
export type Mishap =
  | { readonly mishap: "none" }
  /** It fails and nothing happens; a failed flush also forgets what it should have flushed. */
  | { readonly mishap: "fails"; readonly errno: string }
  /** It happens, and fails all the same. */
  | { readonly mishap: "fails-after"; readonly errno: string }
  /** A write puts down this many bytes and says so. */
  | { readonly mishap: "short"; readonly bytes: number }
  /** It says that it happened, and did nothing. */
  | { readonly mishap: "lies" }
  /** The process ends here; a write had put down this many bytes. */
  | { readonly mishap: "dies"; readonly bytes?: number };

/** Asked before every call. */
export type Fate = (call: DiskCall) => Mishap;

/** A change of the folders that a power loss may still undo. */
type NameChange =
  | { readonly change: "folder"; readonly path: string }
  | { readonly change: "link"; readonly path: string; readonly file: SimulatedFile }
  | { readonly change: "rename"; readonly path: string; readonly from: string }
  | { readonly change: "unlink"; readonly path: string };

/** Which names there are. */
export interface Names {
  readonly folders: Set<string>;
  readonly files: Map<string, SimulatedFile>;
}

/** All that a simulated disk is; public for what makes its power fail. */
export interface DiskState {
  /** As programs see them. */
  readonly live: Names;
  /** As the platter has them. */
  readonly durable: Names;
  /** What is live and not yet durable, in order. */
  readonly pending: NameChange[];
}

/** The process behind a disk is dead; nothing it asks happens any more. No error of a disk. */
export const DEATH = "the simulated process is dead";

/** A disk in memory that knows which of its bytes and names would survive the loss of power. */
export interface SimulatedDisk {
  readonly state: DiskState;
  /** The disk as a newly started process sees it. Earlier processes are dead from now on. */
  start(fate?: Fate): Disk;
  /** The same disk once more, in its whole state and with no process. */
  copy(): SimulatedDisk;
}

const FINE: Mishap = { mishap: "none" };

/** An empty disk, on which `folder` exists. */
export function emptyDisk(folder: string): SimulatedDisk {
  const names = (): Names => ({ folders: new Set([folder]), files: new Map() });
  return diskOf({ live: names(), durable: names(), pending: [] });
}

function diskOf(state: DiskState): SimulatedDisk {
  let process = 0;
  return {
    state,
    start(fate = () => FINE) {
      process += 1;
      const own = process;
      return processOn(state, fate, () => own === process);
    },
    copy: () => diskOf(copyOfState(state)),
  };
}

/** Every file is copied once, whatever names it has. */
function copyOfState({ live, durable, pending }: DiskState): DiskState {
  const copies = new Map<SimulatedFile, SimulatedFile>();
  const again = (file: SimulatedFile): SimulatedFile => {
    const copy = copies.get(file) ?? copyOf(file);
    copies.set(file, copy);
    return copy;
  };
  const names = ({ folders, files }: Names): Names => ({
    folders: new Set(folders),
    files: new Map([...files].map(([path, file]) => [path, again(file)])),
  });
  return {
    live: names(live),
    durable: names(durable),
    pending: pending.map((change) =>
      change.change === "link" ? { ...change, file: again(change.file) } : change,
    ),
  };
}

/** Makes one change of the folders in a set of names. */
export function applyChange({ folders, files }: Names, change: NameChange, live: Names): void {
  switch (change.change) {
    case "folder":
      folders.add(change.path);
      return;
    case "link":
      files.set(change.path, change.file);
      return;
    case "unlink":
      files.delete(change.path);
      return;
    case "rename": {
      // Whatever had the old name; where making it was itself undone, what has the new name.
      const file = files.get(change.from) ?? live.files.get(change.path);
      files.delete(change.from);
      if (file) files.set(change.path, file);
    }
  }
}

function failure(errno: string): Error {
  return Object.assign(new Error(`simulated ${errno}`), { code: errno });
}

function processOn(state: DiskState, fate: Fate, isLatest: () => boolean): Disk {
  const handles = new Map<number, { readonly path: string; readonly file: SimulatedFile }>();
  let calls = 0;
  let isDead = false;

  const opened = (handle: number) => {
    const found = handles.get(handle);
    if (!found) throw failure("EBADF");
    return found;
  };

  /** Lets one call happen as its fate has it. `part` does the first bytes of a write. */
  function call<T>(
    about: Omit<DiskCall, "at">,
    act: () => T,
    more: {
      readonly lie?: () => T;
      readonly part?: (bytes: number) => T;
      readonly fail?: () => void;
    },
  ): T {
    if (isDead || !isLatest()) throw new Error(DEATH);
    const mishap = fate({ ...about, at: calls });
    calls += 1;
    switch (mishap.mishap) {
      case "none":
        return act();
      case "lies":
        return more.lie ? more.lie() : act();
      case "short":
        return more.part ? more.part(mishap.bytes) : act();
      case "fails":
        more.fail?.();
        throw failure(mishap.errno);
      case "fails-after":
        act();
        throw failure(mishap.errno);
      case "dies":
        if (mishap.bytes !== undefined) more.part?.(mishap.bytes);
        isDead = true;
        throw new Error(DEATH);
    }
  }

  function changeNames(change: NameChange): void {
    applyChange(state.live, change, state.live);
    state.pending.push(change);
  }

  const nothing = { lie: () => undefined };
  return {
    open(path, access) {
      return call(
        { operation: "open", path },
        () => {
          const there = state.live.files.get(path);
          if (access === "create" && there) throw failure("EEXIST");
          if (access !== "create" && !there) throw failure("ENOENT");
          const file = there ?? newFile();
          if (!there) changeNames({ change: "link", path, file });
          const handle = handles.size + 3;
          handles.set(handle, { path, file });
          return handle;
        },
        {},
      );
    },
    close: (handle) => call({ operation: "close", path: opened(handle).path }, () => {}, nothing),
    size(handle) {
      const { path, file } = opened(handle);
      return call({ operation: "size", path }, () => file.cache.length, {});
    },
    read(handle, into, offset) {
      const { path, file } = opened(handle);
      return call(
        { operation: "read", path },
        () => file.cache.copy(into, 0, offset, Math.min(offset + into.length, file.cache.length)),
        {},
      );
    },
    write(handle, bytes, offset) {
      const { path, file } = opened(handle);
      const part = (count: number) => {
        const whole = Math.min(count, bytes.length);
        put(file, bytes.subarray(0, whole), offset);
        return whole;
      };
      return call({ operation: "write", path, bytes, offset }, () => part(bytes.length), {
        part,
        lie: () => bytes.length,
      });
    },
    flush(handle) {
      const { path, file } = opened(handle);
      call({ operation: "flush", path }, () => flushed(file), {
        ...nothing,
        fail: () => forsaken(file),
      });
    },
    flushFolder(path) {
      call({ operation: "flushFolder", path }, () => flushNames(state, path), nothing);
    },
    rename(from, to) {
      call(
        { operation: "rename", path: to },
        () => {
          if (!state.live.files.has(from)) throw failure("ENOENT");
          changeNames({ change: "rename", path: to, from });
        },
        nothing,
      );
    },
    list: (folder) => call({ operation: "list", path: folder }, () => namesIn(state, folder), {}),
    unlink(path) {
      call(
        { operation: "unlink", path },
        () => {
          if (!state.live.files.has(path)) throw failure("ENOENT");
          changeNames({ change: "unlink", path });
        },
        nothing,
      );
    },
    makeFolder(path) {
      call(
        { operation: "makeFolder", path },
        () => {
          if (!state.live.folders.has(path)) changeNames({ change: "folder", path });
        },
        nothing,
      );
    },
    freeBytes: () => Number.MAX_SAFE_INTEGER, // What a full disk does, the mishaps say.
  };
}

function namesIn({ live }: DiskState, folder: string): readonly string[] {
  if (!live.folders.has(folder)) throw failure("ENOENT");
  const paths = [...live.files.keys()].filter((path) => dirname(path) === folder);
  return paths.map((path) => path.slice(folder.length + 1));
}

/** The changes of one folder become durable, in their order. */
function flushNames(state: DiskState, folder: string): void {
  const rest = state.pending.filter((change) => dirname(change.path) !== folder);
  for (const change of state.pending) {
    if (dirname(change.path) === folder) applyChange(state.durable, change, state.live);
  }
  state.pending.splice(0, state.pending.length, ...rest);
}

/** The bytes of a file as programs see them. */
export function bytesOf({ state }: SimulatedDisk, path: string): Buffer {
  return known(state.live.files.get(path), "the file is there").cache;
}

/** Changes a file behind everybody's back, as damage or somebody with the folder does: durably. */
export function tamper(
  { state }: SimulatedDisk,
  path: string,
  change: (bytes: Buffer) => Buffer | undefined,
): void {
  const before = state.live.files.get(path)?.cache ?? Buffer.alloc(0);
  const bytes = change(Buffer.from(before));
  const file = bytes && newFile(bytes);
  for (const { files } of [state.live, state.durable]) {
    if (file) files.set(path, file);
    else files.delete(path);
  }
}
