import type { SimulatedDialect } from "#main/card-reader/simulator/make.ts";
import type { SimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import type { PhysicalCard } from "#main/card-reader/simulator/tray.ts";
import { cableCommands } from "./cable-commands.ts";
import { cardCommands } from "./card-commands.ts";
import { makeCommands } from "./make-commands.ts";
import type { Plug } from "./plug.ts";

/** What a line command works on. */
export interface Counter {
  readonly reader: SimulatedReader;
  readonly dialect: SimulatedDialect;
  /** The cards as they came; one that was written on can be laid down anew. */
  readonly known: readonly PhysicalCard[];
  readonly plug: Plug;
  readonly quit: () => void;
}

/** What a hand can do at the reader, in one line of text. */
export interface LineCommand {
  /** The words behind the name. */
  readonly words: string;
  readonly about: string;
  /** Does it, and answers `ok …` or `no …`. */
  readonly run: (given: string, counter: Counter) => string | Promise<string>;
}

const commands: Readonly<Record<string, LineCommand>> = {
  help: {
    words: "",
    about: "tells every command",
    run: () => `ok ${Object.keys(commands).map(usageOf).join(", ")}`,
  },
  ...cardCommands,
  ...cableCommands,
  ...makeCommands,
  panel: {
    words: "",
    about: "lamps, relay and what the reader waits for, as JSON",
    run: (_, { reader }) => `ok ${JSON.stringify(reader.panel())}`,
  },
  quit: {
    words: "",
    about: "ends the simulator",
    run(_, { quit }) {
      quit();
      return "ok";
    },
  },
};

/** Every command in a line of its own, with what it does. */
export const commandLines: readonly string[] = Object.entries(commands).map(
  ([name, { about }]) => `  ${usageOf(name).padEnd(38)}${about}`,
);

/** Does what a line says, and answers in one line. */
export async function obeyLine(line: string, counter: Counter): Promise<string> {
  const [, name = "", given = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(line) ?? [];
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `no there is no command "${name}"; say help`;
  try {
    const answer = await command.run(given, counter);
    // A swipe can be ordered to pull the cable; then the port is gone before the answer comes.
    await counter.plug.settled();
    return answer;
  } catch (failure) {
    return `no ${failure instanceof Error ? failure.message.replaceAll("\n", " ") : failure}`;
  }
}

function usageOf(name: string): string {
  return `${name} ${commands[name]?.words ?? ""}`.trim();
}
