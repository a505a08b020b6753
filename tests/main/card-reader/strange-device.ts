import { accept } from "#core/kernel/result.ts";
import { createAnnouncer } from "#main/card-reader/announcer.ts";
import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { ReaderIncident } from "#main/card-reader/reader.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import { bytes, hex } from "./bytes.ts";
import { createHandClock } from "./hand-clock.ts";

/** A counter whose port leads to something that is no MSR605, or no longer. */
export function setUpStrangeDevice(answer: (said: string) => string | undefined) {
  const clock = createHandClock();
  const spoken = createAnnouncer<Uint8Array>();
  const said: string[] = [];
  const incidents: ReaderIncident[] = [];
  let timesClosed = 0;
  const transport: OpenTransport = async () =>
    accept({
      async write(command) {
        const printed = hex(command);
        said.push(printed);
        const reply = answer(printed);
        if (reply !== undefined) clock.after(1, () => spoken.announce(bytes(reply)));
        return "sent";
      },
      onBytes: spoken.listen,
      onLost: () => () => {},
      async close() {
        timesClosed += 1;
      },
    });
  const reader = createCardReader({
    transport,
    dialect: msr605,
    clock,
    onIncident: (incident) => incidents.push(incident),
  });
  const say = (printed: string) => spoken.announce(bytes(printed));
  return { clock, reader, said, say, incidents, timesClosed: () => timesClosed };
}
