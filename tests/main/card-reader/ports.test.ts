import { describe, expect, test } from "vitest";
import { portsOf, portTransport } from "#main/card-reader/ports.ts";

const listed = async () => [
  { path: "/dev/ttyS0" },
  {
    path: "/dev/ttyUSB1",
    manufacturer: "Prolific",
    vendorId: "067B",
    productId: "2303",
    serialNumber: "A1",
  },
  { path: "/dev/ttyUSB0", vendorId: "1a86", productId: "7523" },
];
const unlisted = () => Promise.reject(new Error("spawn udevadm ENOENT"));

describe("the ports of this machine", () => {
  test("are named with the chip in their cable", async () => {
    expect(await portsOf(listed)).toEqual([
      { path: "/dev/ttyS0" },
      {
        path: "/dev/ttyUSB1",
        manufacturer: "Prolific",
        vendorId: "067b",
        productId: "2303",
        serialNumber: "A1",
        bridge: "PL2303",
      },
      { path: "/dev/ttyUSB0", vendorId: "1a86", productId: "7523", bridge: "CH340" },
    ]);
  });

  test("are unknown where the system cannot list them", async () => {
    expect(await portsOf(unlisted)).toBeUndefined();
  });
});

describe("a reader known by its USB device", () => {
  const usb = { by: "usb", vendorId: "067b", productId: "2303" } as const;

  test("is not found while no such device is plugged in", async () => {
    const open = portTransport({ ...usb, productId: "ffff" }, 9600, listed);

    expect(await open()).toEqual({ ok: false, refusal: { code: "port.not-found" } });
  });

  test("is not found where another one of its kind is plugged in", async () => {
    const open = portTransport({ ...usb, serialNumber: "A2" }, 9600, listed);

    expect(await open()).toEqual({ ok: false, refusal: { code: "port.not-found" } });
  });

  test("is looked for at every opening, and opened where it stands then", async () => {
    const asked: number[] = [];
    const open = portTransport(usb, 9600, async () => {
      asked.push(asked.length);
      return [{ path: "/dev/there-is-no-such-port", vendorId: "067B", productId: "2303" }];
    });
    const opened = [await open(), await open()];

    expect(opened).toEqual(Array(2).fill({ ok: false, refusal: { code: "port.not-found" } }));
    expect(asked).toHaveLength(2);
  });

  test("cannot be found where the system does not list its ports", async () => {
    const open = portTransport(usb, 9600, unlisted);

    expect(await open()).toEqual({ ok: false, refusal: { code: "port.failed" } });
  });
});
