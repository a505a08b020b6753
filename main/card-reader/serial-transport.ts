import { SerialPort } from "serialport";
import { accept, refuse } from "#core/kernel/result.ts";
import { createAnnouncer } from "./announcer.ts";
import type { Connection, OpenTransport, PortRefusal, Sending } from "./transport.ts";

/** How often to make sure that the port is still there. */
const PULSE_MS = 500;

/**
 * A serial line, 9600 8N1 unless told otherwise. The data is 8-bit binary, so flow control by
 * characters stays off. `path` is a device (`/dev/serial/by-id/…`, `COM3`) or a pty.
 */
export function serialTransport({
  path,
  baudRate = 9600,
}: {
  readonly path: string;
  readonly baudRate?: number;
}): OpenTransport {
  return async () => {
    try {
      return await open({ path, baudRate });
    } catch {
      return refuse({ code: "port.failed" }); // The binding throws at a path that cannot be one.
    }
  };
}

function open({ path, baudRate }: { readonly path: string; readonly baudRate: number }) {
  return new Promise<Awaited<ReturnType<OpenTransport>>>((resolve) => {
    // A new object per connection: an old one replays writes that were queued while it was shut.
    const port = new SerialPort({ path, baudRate, autoOpen: false, xon: false, xoff: false });
    port.on("error", () => {}); // For life: an error that nobody hears ends the process.
    port.open((error) => {
      resolve(error ? refuse(refusalOf(error.message)) : accept(connectionOver(port)));
    });
  });
}

function connectionOver(port: SerialPort): Connection {
  const bytes = createAnnouncer<Uint8Array>();
  const loss = createAnnouncer<void>();
  const unsettled = new Set<(sending: Sending) => void>();
  let life: "open" | "closing" | "over" = "open";
  let closed: Promise<void> | undefined;

  // The callbacks of a write and of a drain may never come once the line is gone.
  function abandon(): void {
    for (const settle of [...unsettled]) settle("unknown");
  }

  // A loss shows as `error`, as `close`, as `end`, or as several of them, `close` even twice.
  function lose(): void {
    if (life !== "open") return;
    life = "over";
    clearInterval(pulse);
    abandon();
    loss.announce();
  }

  // After a hang-up the binding may go on reading nothing, in a circle and without a word. Draining
  // fails on a port that is gone, and costs nothing on one that is there.
  let isPulseTaken = false;
  const pulse = setInterval(() => {
    if (isPulseTaken || !port.isOpen) return;
    isPulseTaken = true;
    port.drain((gone) => {
      isPulseTaken = false;
      if (gone) lose();
    });
  }, PULSE_MS);
  pulse.unref();

  port.on("error", lose);
  port.on("close", lose);
  port.on("end", lose);
  port.on("data", bytes.announce);

  return {
    write(sent) {
      // A closed port would queue the bytes and send them, unasked, after the next opening.
      if (life !== "open" || !port.isOpen) return Promise.resolve("not-sent");
      return new Promise((resolve) => {
        const settle = (sending: Sending) => {
          unsettled.delete(settle);
          resolve(sending);
        };
        unsettled.add(settle);
        port.write(sent, (error) => {
          if (error || !port.isOpen) settle("unknown");
          else port.drain((failed) => settle(failed ? "unknown" : "sent"));
        });
      });
    },
    onBytes: bytes.listen,
    onLost: loss.listen,
    close() {
      if (life === "open") life = "closing";
      clearInterval(pulse);
      abandon();
      closed ??= closePort(port);
      return closed;
    },
  };
}

function closePort(port: SerialPort): Promise<void> {
  if (!port.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    port.close(() => resolve());
  });
}

// The bindings tell causes apart by wording only; these are theirs for Linux, Windows and macOS.
function refusalOf(message: string): PortRefusal {
  if (/no such file|file not found|cannot find/i.test(message)) return { code: "port.not-found" };
  if (/cannot lock|temporarily unavailable|access (is )?denied|busy/i.test(message)) {
    return { code: "port.in-use" };
  }
  if (/permission denied|not permitted/i.test(message)) return { code: "port.not-permitted" };
  if (/inappropriate ioctl|not a (tty|serial|character)|is a directory/i.test(message)) {
    return { code: "port.not-serial" };
  }
  return { code: "port.failed" };
}
