import type { SimulatedReader } from "#main/card-reader/simulator/simulated-reader.ts";
import type { LineCommand } from "./line-commands.ts";
import { numberIn } from "./words.ts";

/** Bytes that no protocol means, with beginnings of some that one does. */
const GARBAGE = "00FF13111B7300FE";
const FAR = 1_000_000;

/** What a hand does with the cable and what goes over it. */
export const cableCommands: Readonly<Record<string, LineCommand>> = {
  delay: {
    words: "MS",
    about: "every answer waits so long",
    run: withNumber({ least: 0, most: 600_000 }, (reader, delayMs) => reader.recable({ delayMs })),
  },
  chunk: {
    words: "N",
    about: "delivers N bytes at a time; 0 for all at once",
    run: withNumber({ least: 0, most: FAR }, (reader, count) =>
      reader.recable({ chunkBytes: count || Number.POSITIVE_INFINITY }),
    ),
  },
  pace: {
    words: "N",
    about: "delivers N bytes a second, 960 for a 9600 baud line; 0 for no limit",
    run: withNumber({ least: 0, most: FAR }, (reader, count) =>
      reader.recable({ bytesPerSecond: count || Number.POSITIVE_INFINITY }),
    ),
  },
  drop: {
    words: "N",
    about: "loses the Nth byte that it answers from now on",
    run: withNumber({ least: 1, most: FAR }, (reader, byte) => reader.harm(byte, "drop")),
  },
  corrupt: {
    words: "N",
    about: "turns the lowest bit of the Nth byte that it answers from now on",
    run: withNumber({ least: 1, most: FAR }, (reader, byte) => reader.harm(byte, "corrupt")),
  },
  garbage: {
    words: "[HEX]",
    about: "puts bytes on the line that nobody asked for",
    run(given, { reader }) {
      const hex = given.replaceAll(/\s/g, "") || GARBAGE;
      if (!/^([0-9a-f]{2}){1,4096}$/i.test(hex)) return "no bytes are pairs of hex digits";
      reader.makeNoise(Uint8Array.from(Buffer.from(hex, "hex")));
      return "ok";
    },
  },
  stall: {
    words: "[N]",
    about: "hangs after N bytes more: does what it is told, and is not heard",
    run: (given, counter) => hang(given || "0", counter),
  },
  "go-on": {
    words: "",
    about: "ends the hanging; what was held back comes now",
    run(_, { reader }) {
      reader.goOn();
      return "ok";
    },
  },
  unplug: {
    words: "",
    about: "pulls the cable: the port is gone",
    run(_, { reader }) {
      if (!reader.panel().isPlugged) return "no it is unplugged";
      reader.unplug();
      return "ok";
    },
  },
  replug: {
    words: "",
    about: "puts the cable in again, at the same path",
    async run(_, { reader, plug }) {
      if (reader.panel().isPlugged) return "no it is plugged in";
      await plug.plugIn();
      return "ok";
    },
  },
};

const hang = withNumber({ least: 0, most: FAR }, (reader, bytes) => reader.stall(bytes));

function withNumber(
  { least, most }: { readonly least: number; readonly most: number },
  run: (reader: SimulatedReader, number: number) => void,
): LineCommand["run"] {
  return (word, { reader }) => {
    const number = numberIn(word, least, most);
    if (number === undefined) return `no it is a whole number from ${least} to ${most}`;
    run(reader, number);
    return "ok";
  };
}
