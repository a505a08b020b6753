import { describe, expect, test } from "vitest";
import {
  aptLine,
  aptProgress,
  missingLibraries,
  packagesFor,
} from "../../../scripts/setup/system-libraries.mjs";

describe("what a machine lacks for Electron", () => {
  test("is read from ldd: the libraries that it did not find", () => {
    const ldd = `	linux-vdso.so.1 (0x00007ffd)
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libnss3.so => not found
`;

    expect(missingLibraries(ldd)).toEqual(["libgtk-3.so.0", "libnss3.so"]);
  });

  test("is only the font on a desktop that has the rest", () => {
    const lack = { libraries: [], xvfb: false, font: true };

    expect(packagesFor(lack, () => true)).toEqual(["fonts-noto-cjk"]);
  });

  test("is nothing where nothing is missing", () => {
    expect(packagesFor({ libraries: [], xvfb: false, font: false }, () => true)).toEqual([]);
  });
});

describe("the packages that end the lack", () => {
  const lack = { libraries: ["libgtk-3.so.0"], xvfb: true, font: true };

  test("have their old names on Debian 12, and one line installs them", () => {
    const debian12 = (name: string) => !name.endsWith("t64");

    expect(aptLine(packagesFor(lack, debian12))).toBe(
      "sudo apt-get update && sudo apt-get install -y libgtk-3-0 libnss3 libatk-bridge2.0-0 " +
        "libgbm1 libasound2 libcups2 xvfb fonts-noto-cjk",
    );
  });

  test("have the new names where the system knows them: there libasound2 installs nothing", () => {
    const ubuntu2404 = () => true;

    expect(packagesFor(lack, ubuntu2404)).toContain("libasound2t64");
    expect(packagesFor(lack, ubuntu2404)).not.toContain("libasound2");
  });

  test("have their old names where apt knows nothing yet", () => {
    expect(packagesFor(lack, () => false)).toContain("libasound2");
  });
});

describe("how far apt is, of 200", () => {
  test("is the download's percent, then the installation's after it", () => {
    expect(aptProgress("dlstatus:3:42.5:Retrieving file 3 of 9\n")).toBe(42.5);
    expect(aptProgress("pmstatus:libgtk-3-0:10.0:Unpacking\n")).toBe(110);
  });

  test("is the last word where there are several", () => {
    expect(aptProgress("dlstatus:1:10.0:one\npmstatus:xvfb:90.5:two\n")).toBe(190.5);
  });

  test("is unknown from a line that says nothing of it", () => {
    expect(aptProgress("Setting up xvfb ...\n")).toBeUndefined();
  });
});
