import { lstatSync, unlinkSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { cannotGoOn } from "../setup/telling.mjs";

/** A unix socket at which the simulator takes the same lines as at its prompt. */
export interface ControlSocket {
  close(): void;
}

/** Listens at `path`; each line is answered by one line, in order. */
export async function listenAt(
  path: string,
  answer: (line: string) => Promise<string>,
): Promise<ControlSocket> {
  await requireFree(path);
  const talking = new Set<Socket>();
  const server = createServer((socket) => {
    talking.add(socket);
    socket.on("close", () => talking.delete(socket));
    socket.on("error", () => {}); // Whoever asked has gone without waiting for the answer.
    let last: Promise<unknown> = Promise.resolve();
    createInterface({ input: socket }).on("line", (line) => {
      last = last.then(async () => socket.write(`${await answer(line)}\n`));
    });
  });
  await listening(server, path);
  return {
    close() {
      server.close(); // Takes the socket's file away as well.
      for (const socket of talking) socket.end();
    },
  };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (failure) => {
      reject(cannotGoOn(`No control socket can be opened at ${path}: ${failure.message}`));
    });
    server.listen(path, resolve);
  });
}

/** The socket of a simulator that was killed answers nobody and may go. */
async function requireFree(path: string): Promise<void> {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isSocket() || (await isAnswered(path))) {
    throw cannotGoOn(`There is something at ${path} already.`);
  }
  unlinkSync(path);
}

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
