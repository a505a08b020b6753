// @ts-check
import { createHash } from "node:crypto";
import { createSocket } from "node:dgram";
import { closeSync, constants, openSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { refused } from "./refused.mjs";

/** `O_EXLOCK` of macOS, which Node does not name. */
const OPEN_LOCKED = 0x20;

/**
 * Takes the one writer's place of a ledger, exactly as the program takes it (main/journal/
 * writer-lock.ts): whoever holds it, the other is refused. Answers how to give it back.
 * @param {string} ledger the folder of HEAD and the segments
 * @returns {Promise<() => void>}
 */
export async function takeWriterLock(ledger) {
  const digest = createHash("sha256").update(realpathSync.native(ledger)).digest();
  try {
    if (process.platform === "win32") return await holdPipe(digest);
    if (process.platform === "darwin") return holdFile(ledger);
    return await holdAddress(digest);
  } catch {
    throw refused(
      "backup.folder-in-use",
      "The workstation has this folder open. Make the backup in the workstation, or close it first.",
    );
  }
}

/**
 * @param {Buffer} digest
 * @returns {Promise<() => void>}
 */
function holdAddress(digest) {
  const [a = 0, b = 0, c = 0] = digest;
  const address = `127.${1 + (a % 254)}.${b}.${1 + (c % 254)}`;
  const port = 10_240 + (digest.readUInt16LE(3) % 16_384);
  return new Promise((resolve, reject) => {
    const socket = createSocket({ type: "udp4", reuseAddr: false });
    socket.once("error", reject);
    socket.bind({ address, port, exclusive: true }, () => {
      socket.unref();
      resolve(() => socket.close());
    });
  });
}

/**
 * @param {Buffer} digest
 * @returns {Promise<() => void>}
 */
function holdPipe(digest) {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.destroy());
    server.once("error", reject);
    server.listen(`\\\\.\\pipe\\guitai-${digest.toString("hex")}`, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** @param {string} ledger */
function holdFile(ledger) {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | OPEN_LOCKED;
  const file = openSync(join(ledger, "lock"), flags, 0o600);
  return () => closeSync(file);
}
