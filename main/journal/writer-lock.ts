import { createHash } from "node:crypto";
import { createSocket } from "node:dgram";
import { closeSync, constants, openSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Fault } from "#core/kernel/fault.ts";
import { errnoOf } from "./damage.ts";

/** Held while this process may write the journal. The kernel frees it when the process dies. */
export interface WriterLock {
  release(): void;
}

/** `O_EXLOCK` of macOS, which Node does not name: the open itself takes the file's lock. */
const OPEN_LOCKED = 0x20;

/**
 * Takes the one writer's place of a folder. Throws `journal.locked` when somebody holds it.
 *
 * Everywhere something that the kernel gives to one process and takes back when it dies, however
 * it dies. On Linux that is a UDP address of the loopback net, made from the folder's real path
 * and never read from. The abstract unix socket one would expect is no lock on the older runtime:
 * libuv before 1.46 cuts its name at the leading zero byte, so all folders would share one lock,
 * and libuv versions after it still disagree on the name's length.
 */
export async function takeWriterLock(folder: string): Promise<WriterLock> {
  const digest = createHash("sha256").update(realpathSync.native(folder)).digest();
  try {
    if (process.platform === "win32") return await holdPipe(digest);
    if (process.platform === "darwin") return holdFile(folder);
    return await holdAddress(digest);
  } catch (cause) {
    throw new Fault("journal.locked", { errno: errnoOf(cause) }, { cause });
  }
}

/** 127.a.b.c and a port below the range that the kernel hands out by itself: about 2^38 places. */
function holdAddress(digest: Buffer): Promise<WriterLock> {
  const [a = 0, b = 0, c = 0] = digest;
  const address = `127.${1 + (a % 254)}.${b}.${1 + (c % 254)}`;
  const port = 10_240 + (digest.readUInt16LE(3) % 16_384);

  return new Promise((resolve, reject) => {
    const socket = createSocket({ type: "udp4", reuseAddr: false });
    socket.once("error", reject);
    socket.bind({ address, port, exclusive: true }, () => {
      socket.unref();
      resolve({ release: () => socket.close() });
    });
  });
}

function holdPipe(digest: Buffer): Promise<WriterLock> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.destroy());
    server.once("error", reject);
    server.listen(`\\\\.\\pipe\\guitai-${digest.toString("hex")}`, () => {
      server.unref();
      resolve({ release: () => server.close() });
    });
  });
}

function holdFile(folder: string): WriterLock {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | OPEN_LOCKED;
  const file = openSync(join(folder, "lock"), flags, 0o600);
  return { release: () => closeSync(file) };
}
