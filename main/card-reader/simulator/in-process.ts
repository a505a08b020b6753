import { accept, refuse } from "#core/kernel/result.ts";
import { createAnnouncer } from "../announcer.ts";
import type { Connection, OpenTransport } from "../transport.ts";
import type { SimulatedReader } from "./simulated-reader.ts";

/** A cable to a simulated reader in the same program, for demonstrations. One end fits at a time. */
export function inProcessTransport(reader: SimulatedReader): OpenTransport {
  let isInUse = false;

  return async () => {
    if (!reader.panel().isPlugged) return refuse({ code: "port.not-found" });
    if (isInUse) return refuse({ code: "port.in-use" });
    isInUse = true;
    return accept(
      connect(reader, () => {
        isInUse = false;
      }),
    );
  };
}

function connect(reader: SimulatedReader, onOver: () => void): Connection {
  const received = createAnnouncer<Uint8Array>();
  const loss = createAnnouncer<void>();
  let isOver = false;

  const stopBytes = reader.onBytes(received.announce);
  const stopUnplugged = reader.onUnplugged(() => {
    end();
    loss.announce();
  });

  function end(): void {
    if (isOver) return;
    isOver = true;
    stopBytes();
    stopUnplugged();
    onOver();
  }

  return {
    async write(bytes) {
      if (isOver) return "not-sent";
      reader.hear(bytes);
      return "sent";
    },
    onBytes: received.listen,
    onLost: loss.listen,
    async close() {
      end();
    },
  };
}
