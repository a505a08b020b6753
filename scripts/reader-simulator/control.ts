import { connect } from "node:net";
import { createInterface } from "node:readline";

/** A hand at a running simulator, by way of its control socket. */
export interface Control {
  /** Says one line, such as `swipe old`; the answer begins with `ok` or with `no` and the reason. */
  say(line: string): Promise<string>;
  close(): void;
}

/** Reaches for the simulator that listens at `path`. */
export function openControl(path: string): Promise<Control> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    const waiting: { resolve(answer: string): void; reject(failure: Error): void }[] = [];

    socket.once("error", reject);
    socket.on("close", () => {
      for (const { reject: giveUp } of waiting.splice(0)) giveUp(gone());
    });
    createInterface({ input: socket })
      .on("line", (answer) => waiting.shift()?.resolve(answer))
      .on("error", () => {}); // The socket tells of it too.
    socket.once("connect", () => {
      resolve({
        say: (line) =>
          new Promise((answer, giveUp) => {
            if (!socket.writable) return giveUp(gone());
            waiting.push({ resolve: answer, reject: giveUp });
            socket.write(`${line}\n`);
          }),
        close: () => socket.end(),
      });
    });
  });
}

function gone(): Error {
  return new Error("the simulator is gone");
}
