import { createInterface } from "node:readline";
import { createAnnouncer } from "#main/card-reader/announcer.ts";
import { createSimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import { listenAt } from "./reader-simulator/control-socket.ts";
import { cardsFrom, ordinaryCards } from "./reader-simulator/known-cards.ts";
import { type Counter, obeyLine } from "./reader-simulator/line-commands.ts";
import { type Options, readOptions, usage } from "./reader-simulator/options.ts";
import { createPlug } from "./reader-simulator/plug.ts";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";

/**
 * `npm run reader-simulator -- --pty PATH --dialect …`: a card reader without hardware. What it
 * opens and starts goes with it, however it ends: see the handler of `exit`.
 */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    say(usage);
    return 0;
  }
  const { path, dialect, cards } = options;
  const known = cards === undefined ? ordinaryCards : cardsFrom(cards);
  const reader = createSimulatedReader({ tray: createTray(known), dialect });
  const plug = createPlug(reader, path);
  const quitting = createAnnouncer<void>();
  // Once the answer to `quit` has gone out.
  const quit = () => void setImmediate(quitting.announce);
  const counter: Counter = { reader, dialect, known, plug, quit };

  for (const line of options.settings) {
    const answer = await obeyLine(line, counter);
    if (!answer.startsWith("ok")) throw cannotGoOn(`--${line}: ${answer.slice("no ".length)}.`);
  }
  await plug.plugIn();
  process.once("exit", () => void plug.pull());
  try {
    await serve(counter, options, new Promise((resolve) => quitting.listen(resolve)));
  } finally {
    await plug.pull();
  }
  return 0;
}

/** Takes commands at the control socket and at the prompt until one of them is to end it. */
async function serve(
  counter: Counter,
  { path, dialect, control }: Options,
  ended: Promise<void>,
): Promise<void> {
  // One line at a time, whoever says it: what a line began is over before the next is heard.
  let last: Promise<unknown> = Promise.resolve();
  const answer = (line: string) => {
    const answered = last.then(() => obeyLine(line, counter));
    last = answered;
    return answered;
  };
  const socket = control === undefined ? undefined : await listenAt(control, answer);
  process.once("exit", () => socket?.close());

  say(`ready at ${path}: ${dialect}`);
  const closePrompt = process.stdin.isTTY ? prompt(answer, counter.quit) : () => {};
  await ended;
  closePrompt();
  socket?.close();
}

/** Takes lines from whoever sits at the terminal. The end of input is the end of the simulator. */
function prompt(answer: (line: string) => Promise<string>, quit: () => void): () => void {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "> " });
  say("Say help for the commands, quit to end.");
  lines.prompt();
  lines.on("line", (line) => {
    void answer(line).then((answered) => {
      say(answered);
      lines.prompt();
    });
  });
  lines.on("close", quit);
  lines.on("SIGINT", quit);
  return () => lines.close();
}

void runScript(main);
