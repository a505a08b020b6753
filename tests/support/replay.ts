import { createAnnouncer } from "#main/card-reader/announcer.ts";
import type { Command, Dialect, Reply } from "#main/card-reader/dialect.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import type { CardReader } from "#main/card-reader/reader.ts";
import {
  createSimulatedReader,
  type SimulatedReader,
} from "#main/card-reader/simulator/simulated-reader.ts";
import { type Failure, failures } from "#main/card-reader/simulator/swipe-through.ts";
import { createTray } from "#main/card-reader/simulator/tray.ts";
import type { Transcript, TranscriptStep } from "#main/card-reader/transcript.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { createHandClock, type HandClock } from "#tests/main/card-reader/hand-clock.ts";
import {
  dialectOf,
  exchangesIn,
  hexOf,
  inOnePiece,
  saidByHost,
  transcriptNamed,
} from "./transcript-file.ts";
import {
  askFor,
  type CardContent,
  cardsIn,
  contentOf,
  makeIn,
  operationIn,
} from "./transcript-header.ts";

/** What a counter said in a replay, and what came of what it was asked. */
export interface CounterReplay {
  readonly said: readonly string[];
  /** As JSON would have it, bytes as hex. */
  readonly outcome: unknown;
  /** Whether everything in the transcript happened. */
  readonly isPlayedOut: boolean;
}

/** Asks a counter for the operation of a transcript, which plays the device. */
export async function replayAtCounter(transcript: Transcript): Promise<CounterReplay> {
  const asked = operationIn(transcript);
  const dialect = dialectOf(transcript);
  if (asked.operation === "say") return sayInTurn(asked.input, dialect, transcript);
  if (asked.operation === "overhear") return overhear(asked.input, dialect, transcript);

  const clock = createHandClock();
  const stage = createStage(clock);
  const reader = createCardReader({ transport: stage.open, dialect, clock });
  if (asked.operation !== "connect") {
    stage.load(openingOf(transcript), reader);
    await clock.until(reader.connect());
  }
  stage.load(transcript.steps, reader);
  const asking = askFor(asked, reader);
  stage.begin();
  const outcome = plain(await clock.until(asking));
  await clock.until(stage.playing());
  return { said: stage.said(), outcome, isPlayedOut: stage.isPlayedOut() };
}

/** The opening of a port comes before everything else, and has a transcript of its own. */
function openingOf({ header }: Transcript): readonly TranscriptStep[] {
  const { dialect } = header;
  return dialect === "swipe-only" ? [] : transcriptNamed(`${dialect}/connect.txt`).steps;
}

/** A line with a transcript at its other end. What a host writes at once is one line of it. */
function createStage(clock: HandClock) {
  const device = createAnnouncer<Uint8Array>();
  const loss = createAnnouncer<void>();
  let steps: readonly TranscriptStep[] = [];
  let at = 0;
  let reader: CardReader | undefined;
  let said: string[] = [];
  let playing: Promise<void> = Promise.resolve();

  /** Goes on to where it is the host's turn. */
  function play(): void {
    playing = new Promise((resolve) => {
      function next(): void {
        const step = steps[at];
        if (!step || step.way === "host") {
          resolve();
          return;
        }
        at += 1;
        if (step.way === "event") act(step.event);
        else device.announce(step.bytes.slice());
        clock.after(1, next);
      }
      clock.after(1, next);
    });
  }

  function act(event: string): void {
    if (event === "cancel") void reader?.cancel();
    if (event === "unplug") loss.announce();
  }

  const open: OpenTransport = async () => ({
    ok: true,
    value: {
      async write(bytes) {
        said.push(hexOf(bytes));
        if (steps[at]?.way === "host") {
          at += 1;
          play();
        }
        return "sent";
      },
      onBytes: device.listen,
      onLost: loss.listen,
      close: async () => {},
    },
  });

  return {
    open,
    load(next: readonly TranscriptStep[], by: CardReader): void {
      [steps, reader, said, at] = [next, by, [], 0];
    },
    /** For a device that speaks before it is spoken to. */
    begin(): void {
      if (steps[0]?.way !== "host") play();
    },
    playing: () => playing,
    said: () => said,
    isPlayedOut: () => at === steps.length,
  };
}

/** The codec says the commands one by one, and its framers hear what the transcript answers. */
function sayInTurn(
  commands: readonly Command[],
  dialect: Dialect,
  transcript: Transcript,
): CounterReplay {
  const exchanges = exchangesIn(transcript);
  const said = commands.map((command) => {
    const encoded = dialect.encode(command);
    return encoded.ok ? hexOf(encoded.value) : encoded.refusal.code;
  });
  const heard = commands.map((command, at) =>
    heardIn(dialect, command, exchanges[at]?.device ?? new Uint8Array()),
  );
  return { said, outcome: plain(heard), isPlayedOut: exchanges.length === commands.length };
}

/** The host is not ours: only what it is answered can be judged. */
function overhear(command: Command, dialect: Dialect, transcript: Transcript): CounterReplay {
  const answered = Buffer.concat(exchangesIn(transcript).map(({ device }) => device));
  const outcome = plain(heardIn(dialect, command, answered));
  return { said: saidByHost(transcript), outcome, isPlayedOut: true };
}

function heardIn(dialect: Dialect, command: Command, bytes: Uint8Array): Reply | "nothing" {
  const framer = dialect.createFramer(command);
  return framer.push(bytes) ?? framer.rest() ?? "nothing";
}

/** What a simulated device made of a transcript. */
export interface DeviceReplay {
  /** The transcript's steps with the simulator's answers, the device's words in one piece. */
  readonly steps: readonly TranscriptStep[];
  readonly cards: Readonly<Record<string, CardContent>>;
}

/** Says to a simulated device what the host says in a transcript, and lends it a hand. */
export async function replayAtDevice(transcript: Transcript): Promise<DeviceReplay> {
  const clock = createHandClock();
  const cards = cardsIn(transcript);
  const device = createSimulatedReader({
    ...makeIn(transcript),
    tray: createTray(cards),
    clock,
  });
  const steps: TranscriptStep[] = [];
  device.onBytes((bytes) => steps.push({ way: "device", bytes: bytes.slice() }));

  for (const step of transcript.steps) {
    if (step.way === "device") continue;
    steps.push(step);
    if (step.way === "event") lendHand(device, step.event);
    else device.hear(step.bytes);
    await clock.advance(1);
  }

  const lying = cards.map(({ id, ...card }) => [id, contentOf(device.tray.card(id) ?? card)]);
  return { steps: inOnePiece(steps), cards: Object.fromEntries(lying) };
}

/** Does what an event says a hand did; what happens at the host's side is nothing to a device. */
function lendHand(device: SimulatedReader, event: string): void {
  const [what, word = ""] = event.split(" ");
  const swiped =
    what === "swipe" ? device.swipe(word) : what === "swipe-badly" && device.swipeBadly(word);
  if (swiped === "ignored") throw new Error(`nobody waits for the card: ${event}`);
  if (what === "fail") device.failNext(failureNamed(word));
  if (what === "unplug") device.unplug();
}

function failureNamed(name: string): Failure {
  const found = failures.find((failure) => failure === name);
  if (!found) throw new Error(`there is no such failure: ${name}`);
  return found;
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, part) => (part instanceof Uint8Array ? hexOf(part) : part)),
  );
}
