import { ReaderPort, type SerialPortView } from "#core/contract/reader-view.ts";
import { unreachable } from "#core/kernel/assert.ts";

/** One way to say where the reader is plugged in, with the port that stands there now, if any. */
export interface PortOption {
  readonly key: string;
  readonly port: ReaderPort;
  readonly found: SerialPortView | undefined;
}

/** No reader at all, and a path that is typed. */
export const NONE = "none";
export const TYPED = "typed";

/** Every way there is at this machine, and the one chosen even if nothing stands there now. */
export interface PortOptions {
  readonly byPath: readonly PortOption[];
  readonly byUsb: readonly PortOption[];
}

export function portOptions(
  ports: readonly SerialPortView[] | undefined,
  chosen: ReaderPort,
): PortOptions {
  const byPath = (ports ?? []).flatMap((found) =>
    optionOf({ by: "path", path: found.path }, found),
  );
  const byUsb = (ports ?? []).flatMap((found) =>
    optionOf(
      {
        by: "usb",
        vendorId: found.vendorId?.toLowerCase(),
        productId: found.productId?.toLowerCase(),
        ...(found.serialNumber === undefined ? {} : { serialNumber: found.serialNumber }),
      },
      found,
    ),
  );
  const isGone = chosen.by === "usb" && byUsb.every(({ key }) => key !== keyOf(chosen));
  return {
    byPath,
    byUsb: isGone ? [...byUsb, { key: keyOf(chosen), port: chosen, found: undefined }] : byUsb,
  };
}

/** What is chosen among the options; a path that is not listed, such as a link, counts as typed. */
export function chosenKey(chosen: ReaderPort, { byPath }: PortOptions): string {
  const key = keyOf(chosen);
  const isUnlisted = chosen.by === "path" && byPath.every((option) => option.key !== key);
  return isUnlisted ? TYPED : key;
}

/** The port that a choice means; absent where the typed path is no path. */
export function portOf(
  choice: string,
  typed: string,
  { byPath, byUsb }: PortOptions,
): ReaderPort | undefined {
  if (choice === NONE) return { by: "none" };
  if (choice === TYPED) return ReaderPort.safeParse({ by: "path", path: typed }).data;
  return [...byPath, ...byUsb].find(({ key }) => key === choice)?.port;
}

function optionOf(candidate: unknown, found: SerialPortView): readonly PortOption[] {
  const { data: port } = ReaderPort.safeParse(candidate);
  return port ? [{ key: keyOf(port), port, found }] : [];
}

/** What tells one port from another. */
export function keyOf(port: ReaderPort): string {
  switch (port.by) {
    case "none":
      return NONE;
    case "path":
      return `path ${port.path}`;
    case "usb":
      return `usb ${port.vendorId} ${port.productId} ${port.serialNumber ?? ""}`;
    default:
      return unreachable(port);
  }
}
