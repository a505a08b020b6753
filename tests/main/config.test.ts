import { describe, expect, test } from "vitest";
import { readCommandLine } from "#main/config.ts";

const usual = {
  kind: "demonstration",
  language: "zh-CN",
  customerDisplay: true,
  windowSize: { width: 1280, height: 800 },
  dialogs: true,
};

const accepted = (words: readonly string[]) => {
  const read = readCommandLine(words);
  return read.ok ? read.value : undefined;
};
const refusedWord = (words: readonly string[]) => {
  const read = readCommandLine(words);
  return read.ok ? undefined : read.refusal.word;
};

describe("the words of the command line", () => {
  test("none of them open the demonstration in Chinese", () => {
    expect(accepted([])).toEqual(usual);
  });

  test("may stand among Electron's own, wherever they are", () => {
    const words = ["--inspect=0", "--no-sandbox", "/app", "--live", "/srv/books", "--lang=en"];

    expect(accepted(words)).toEqual({ ...usual, kind: "live", folder: "/srv/books" });
  });

  test("say everything there is to say", () => {
    const words = [
      "--demonstration=/tmp/show",
      "--language",
      "en",
      "--reader",
      "/dev/ttyUSB0",
      "--window-size",
      "1024x768",
      "--password-card-grid",
      "8x10x12x2",
      "--no-customer-display",
      "--no-dialogs",
    ];

    expect(accepted(words)).toEqual({
      kind: "demonstration",
      folder: "/tmp/show",
      language: "en",
      customerDisplay: false,
      readerPath: "/dev/ttyUSB0",
      windowSize: { width: 1024, height: 768 },
      passwordCardGrid: { columns: 8, rows: 10, cellDigits: 12, challengeSize: 2 },
      dialogs: false,
    });
  });

  test("a demonstration needs no folder", () => {
    expect(accepted(["--demonstration", "--language", "en"])).toEqual({
      ...usual,
      language: "en",
    });
  });

  test("--live without a folder is refused: it must never open other books", () => {
    expect(refusedWord(["--live"])).toBe("--live");
    expect(refusedWord(["--live="])).toBe("--live");
    expect(refusedWord(["--live", "--language", "en"])).toBe("--live");
  });

  test("live and demonstration together are refused", () => {
    expect(refusedWord(["--live", "/a", "--demonstration", "/b"])).toBe("--live");
    expect(refusedWord(["--live", "/a", "--demonstration"])).toBe("--live");
  });

  test("a reader without a port is refused", () => {
    expect(refusedWord(["--reader"])).toBe("--reader");
    expect(refusedWord(["--reader="])).toBe("--reader");
    expect(refusedWord(["--reader", ""])).toBe("--reader");
    expect(refusedWord(["--reader", "  "])).toBe("--reader");
    expect(refusedWord(["--reader", "\t", "--language", "en"])).toBe("--reader");
  });

  test("a word said twice is refused", () => {
    expect(refusedWord(["--live", "/a", "--live", "/b"])).toBe("--live");
  });

  test.each([
    "--Live",
    "--livedata",
    "-live",
    "--demo",
    "--password-card",
    "--no-customer-display=yes",
  ])("the misspelt %s is refused and does not open the demonstration", (word) => {
    expect(refusedWord([word, "/srv/books"])).toBe(word);
  });

  test("a language that is not there is refused", () => {
    expect(refusedWord(["--language", "de"])).toBe("--language");
  });

  test("a window is 800x600 at the smallest and 7680x4320 at the largest", () => {
    expect(accepted(["--window-size", "800x600"])).toMatchObject({ windowSize: { width: 800 } });
    expect(accepted(["--window-size", "7680x4320"])).toMatchObject({ windowSize: { width: 7680 } });
    expect(refusedWord(["--window-size", "799x600"])).toBe("--window-size");
    expect(refusedWord(["--window-size", "800x599"])).toBe("--window-size");
    expect(refusedWord(["--window-size", "7681x4320"])).toBe("--window-size");
    expect(refusedWord(["--window-size", "7680x4321"])).toBe("--window-size");
    expect(refusedWord(["--window-size", "large"])).toBe("--window-size");
  });

  test("P01: a layout of password cards is one that a card can have", () => {
    const refused = (layout: string) => refusedWord(["--password-card-grid", layout]);

    expect(refused("26x99x12x8")).toBeUndefined();
    expect(refused("2x2x1x4")).toBeUndefined();
    expect(refused("2x2x1x5")).toBe("--password-card-grid");
    expect(refused("27x10x3x2")).toBe("--password-card-grid");
    expect(refused("8x10x13x2")).toBe("--password-card-grid");
    expect(refused("8x10x0x2")).toBe("--password-card-grid");
    expect(refused("8x10x3")).toBe("--password-card-grid");
    expect(refused("8x10x3x2x1")).toBe("--password-card-grid");
    expect(refused("usual")).toBe("--password-card-grid");
  });

  test("5.0: a live branch takes its layout from its parameters and from nowhere else", () => {
    const words = ["--live", "/srv/books", "--password-card-grid", "8x10x3x2"];

    expect(refusedWord(words)).toBe("--password-card-grid");
  });

  test("a folder with a NUL in it is refused", () => {
    expect(refusedWord(["--live", "/srv\0/books"])).toBe("--live");
  });
});
