import { SerialPort } from "serialport";
import type { ReaderPort, SerialPortView } from "#core/contract/reader-view.ts";
import { refuse } from "#core/kernel/result.ts";
import { serialTransport } from "./serial-transport.ts";
import type { OpenTransport } from "./transport.ts";

/** What the system says of one port; every system leaves something out. */
interface Listed {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
}

/** Asks the system for its ports. Throws where it cannot tell, such as a Linux without udevadm. */
export type ListPorts = () => Promise<readonly Listed[]>;

const listOfSystem: ListPorts = () => SerialPort.list();

/** The chip in the cable, by its maker and model. It proves no reader at the other end. */
const bridges: Readonly<Record<string, NonNullable<SerialPortView["bridge"]>>> = {
  "067b:2303": "PL2303",
  "067b:23a3": "PL2303",
  "1a86:7523": "CH340",
  "1a86:5523": "CH340",
  "0403:6001": "FTDI",
  "0403:6015": "FTDI",
  "10c4:ea60": "CP210x",
};

/** The ports of this machine, or nothing where it cannot list them. Pseudo-terminals are in no list. */
export async function portsOf(
  list: ListPorts = listOfSystem,
): Promise<readonly SerialPortView[] | undefined> {
  try {
    return (await list()).map(portView);
  } catch {
    return undefined;
  }
}

function portView({ path, manufacturer, serialNumber, vendorId, productId }: Listed) {
  const vendor = vendorId?.toLowerCase();
  const product = productId?.toLowerCase();
  const bridge = bridges[`${vendor}:${product}`];
  return {
    path,
    ...(manufacturer ? { manufacturer } : {}),
    ...(vendor ? { vendorId: vendor } : {}),
    ...(product ? { productId: product } : {}),
    ...(serialNumber ? { serialNumber } : {}),
    ...(bridge ? { bridge } : {}),
  };
}

/**
 * Opens the port that the counter is set up for. A USB device is looked for at each opening, since
 * it comes back under another path; of two that fit, the first by path is the one.
 */
export function portTransport(
  port: Exclude<ReaderPort, { readonly by: "none" }>,
  baudRate: number,
  list: ListPorts = listOfSystem,
): OpenTransport {
  if (port.by === "path") return serialTransport({ path: port.path, baudRate });

  return async () => {
    const listed = await portsOf(list);
    if (!listed) return refuse({ code: "port.failed" });

    const fitting = listed.filter(
      (one) =>
        one.vendorId === port.vendorId &&
        one.productId === port.productId &&
        (port.serialNumber === undefined || one.serialNumber === port.serialNumber),
    );
    const [path] = fitting.map((one) => one.path).sort();
    return path ? serialTransport({ path, baudRate })() : refuse({ code: "port.not-found" });
  };
}
