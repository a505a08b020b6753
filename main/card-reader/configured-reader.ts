import { createAnnouncer } from "./announcer.ts";
import type { CardReader, ReaderState, Spoken } from "./reader.ts";

/** A reader that can become another one while the program runs; whoever listens to it stays. */
export interface ConfiguredReader extends CardReader {
  /** Frees the port and is another reader from then on; the next `connect` opens it. */
  renew(): Promise<void>;
  /** Frees the port for `work`: until it is done, nobody opens the line. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * The reader that `make` makes, which it is asked for again whenever the settings have changed. No
 * two readers ever have a port: the next is made when the last one has let go.
 */
export function createConfiguredReader(make: () => CardReader): ConfiguredReader {
  const states = createAnnouncer<ReaderState>();
  const spoken = createAnnouncer<Spoken>();
  let stopListening = () => {};
  let reader = adopt(make());
  let closed: Promise<unknown> | undefined;

  function adopt(next: CardReader): CardReader {
    const stopStates = next.onState(states.announce);
    const stopSpoken = next.onSpoken(spoken.announce);
    stopListening = () => {
      stopStates();
      stopSpoken();
    };
    return next;
  }

  async function whileClosed<T>(work: () => Promise<T>): Promise<T> {
    const before = closed;
    const done = (async () => {
      await before;
      await reader.close();
      return work();
    })();
    const settled = done.catch(() => undefined);
    closed = settled;
    try {
      return await done;
    } finally {
      if (closed === settled) closed = undefined;
    }
  }

  return {
    state: () => reader.state(),
    onState: states.listen,
    onSpoken: spoken.listen,
    async connect() {
      while (closed !== undefined) await closed;
      return reader.connect();
    },
    read: (options) => reader.read(options),
    write: (tracks, options) => reader.write(tracks, options),
    verify: (written, options) => reader.verify(written, options),
    writeAndVerify: (tracks, options) => reader.writeAndVerify(tracks, options),
    erase: (tracks, options) => reader.erase(tracks, options),
    eraseAndVerify: (options) => reader.eraseAndVerify(options),
    testSensor: (options) => reader.testSensor(options),
    ask: (command) => reader.ask(command),
    setLamp: (lamp) => reader.setLamp(lamp),
    cancel: () => reader.cancel(),
    close: () => whileClosed(async () => {}),
    whileClosed,
    renew: () =>
      whileClosed(async () => {
        stopListening();
        reader = adopt(make());
        states.announce(reader.state());
      }),
  };
}
