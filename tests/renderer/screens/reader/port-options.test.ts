import { describe, expect, test } from "vitest";
import type { ReaderPort, SerialPortView } from "#core/contract/reader-view.ts";
import { chosenKey, portOf, portOptions } from "#renderer/screens/reader/port-options.ts";

const cable: SerialPortView = {
  path: "COM3",
  vendorId: "067B",
  productId: "2303",
  serialNumber: "A1",
  bridge: "PL2303",
};
const plain: SerialPortView = { path: "COM1" };
const byUsb: ReaderPort = { by: "usb", vendorId: "067b", productId: "2303", serialNumber: "A1" };

describe("the ports to choose from", () => {
  test("a port with USB numbers can be chosen by path and as that device, another by path", () => {
    const options = portOptions([cable, plain], { by: "none" });

    expect(options.byPath.map(({ port }) => port)).toEqual([
      { by: "path", path: "COM3" },
      { by: "path", path: "COM1" },
    ]);
    expect(options.byUsb.map(({ port }) => port)).toEqual([byUsb]);
  });

  test("USB numbers that are none are not offered", () => {
    const odd = { ...plain, vendorId: "unknown", productId: "2303" };

    expect(portOptions([odd], { by: "none" }).byUsb).toEqual([]);
  });

  test("the chosen device stays in the list while it is not plugged in", () => {
    const options = portOptions([plain], byUsb);

    expect(options.byUsb).toEqual([
      { key: chosenKey(byUsb, options), port: byUsb, found: undefined },
    ]);
  });

  test("a chosen path that is not listed, such as a link to a port, is one that was typed", () => {
    const link: ReaderPort = { by: "path", path: "/dev/serial/by-id/usb-reader" };
    const options = portOptions([plain], link);

    expect(chosenKey(link, options)).toBe("typed");
    expect(portOf("typed", ` ${link.path} `, options)).toEqual(link);
  });

  test("what is chosen comes back as the port it stands for", () => {
    const options = portOptions([cable, plain], byUsb);

    expect(portOf(chosenKey(byUsb, options), "", options)).toEqual(byUsb);
    expect(portOf("none", "", options)).toEqual({ by: "none" });
  });

  test("a typed path of 255 characters is a port, one of 256 and an empty one are none", () => {
    const options = portOptions(undefined, { by: "none" });

    expect(portOf("typed", "x".repeat(255), options)).toBeDefined();
    expect(portOf("typed", "x".repeat(256), options)).toBeUndefined();
    expect(portOf("typed", "  ", options)).toBeUndefined();
  });

  test("a port that is gone from the list is none", () => {
    const before = portOptions([cable], { by: "none" });
    const after = portOptions([], { by: "none" });

    expect(portOf(before.byPath[0]?.key ?? "", "", after)).toBeUndefined();
  });
});
