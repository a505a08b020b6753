import { parseArgs } from "node:util";
import { type SimulatedDialect, simulatedDialects } from "#main/card-reader/simulator/make.ts";
import { cannotGoOn } from "../setup/telling.mjs";
import { commandLines } from "./line-commands.ts";

/** How the simulator was asked to start. */
export interface Options {
  readonly path: string;
  readonly dialect: SimulatedDialect;
  readonly control: string | undefined;
  readonly cards: string | undefined;
  /** Line commands to begin with, such as `pace 960`. */
  readonly settings: readonly string[];
}

/** Options that are line commands said before the first host comes. */
const settings = [
  "format",
  "marks",
  "model",
  "firmware",
  "case",
  "empty",
  "lose-escape",
  "end-marks",
  "pace",
  "chunk",
  "delay",
] as const;

/** What `--help` says. */
export const usage = [
  "A card reader without hardware, at a serial port that is a pseudo-terminal.",
  "",
  "npm run reader-simulator -- --pty PATH --dialect DIALECT [options]",
  "",
  "  --pty PATH          where the port is to be found; made a link, taken away at the end",
  `  --dialect DIALECT   ${simulatedDialects.join(", ")}`,
  "  --control SOCKET    a unix socket that takes the commands below, a line each",
  "  --cards FILE        a JSON list of cards instead of the three that lie there",
  `  --${settings.join(", --")}`,
  "                      the commands of these names, said at the start",
  "",
  "Commands, at the prompt and at the control socket. Each answers one line: ok, or no and why.",
  "",
  ...commandLines,
].join("\n");

/** Reads the words behind `npm run reader-simulator --`. */
export function readOptions(words: readonly string[]): Options | "help" {
  const { help, pty, dialect, control, cards, ...said } = parsed(words);
  if (help) return "help";
  if (typeof pty !== "string") throw cannotGoOn("Say where the port is to be: --pty PATH");

  const known = simulatedDialects.find((name) => name === dialect);
  if (!known) throw cannotGoOn(`Say --dialect and one of ${simulatedDialects.join(", ")}.`);
  return {
    path: pty,
    dialect: known,
    control: typeof control === "string" ? control : undefined,
    cards: typeof cards === "string" ? cards : undefined,
    settings: Object.entries(said).map(([name, word]) => `${name} ${word}`),
  };
}

function parsed(words: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const text = { type: "string" } as const;
  const options = {
    help: { type: "boolean", short: "h" },
    pty: text,
    dialect: { ...text, default: "msr605" },
    control: text,
    cards: text,
    ...Object.fromEntries(settings.map((name) => [name, text])),
  } as const;
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (failure) {
    throw cannotGoOn(failure instanceof Error ? failure.message : String(failure));
  }
}
