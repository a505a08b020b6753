import { describe, expect, test } from "vitest";
import { isBrowserKey, type PressedKey, zoomAfter, zoomKeyOf } from "#main/shell/zoom.ts";

const key = (pressed: Partial<PressedKey>): PressedKey => ({
  type: "keyDown",
  key: "",
  code: "",
  control: true,
  meta: false,
  alt: false,
  shift: false,
  ...pressed,
});

describe("the size of a window", () => {
  test("grows with Ctrl + on every keyboard, shrinks with Ctrl -, and is reset with Ctrl 0", () => {
    expect(zoomKeyOf(key({ key: "=", code: "Equal" }))).toBe("larger");
    expect(zoomKeyOf(key({ key: "+", code: "Equal", shift: true }))).toBe("larger");
    expect(zoomKeyOf(key({ key: "+", code: "NumpadAdd" }))).toBe("larger");
    expect(zoomKeyOf(key({ key: "-", code: "Minus" }))).toBe("smaller");
    expect(zoomKeyOf(key({ key: "-", code: "NumpadSubtract" }))).toBe("smaller");
    expect(zoomKeyOf(key({ key: "0", code: "Digit0" }))).toBe("usual");
    expect(zoomKeyOf(key({ key: "0", code: "Numpad0", control: false, meta: true }))).toBe("usual");
  });

  test("is not touched by the same keys without Ctrl, with Alt, or when they are let go", () => {
    expect(zoomKeyOf(key({ key: "-", control: false }))).toBeUndefined();
    expect(zoomKeyOf(key({ key: "-", alt: true }))).toBeUndefined();
    expect(zoomKeyOf(key({ key: "-", type: "keyUp" }))).toBeUndefined();
    expect(zoomKeyOf(key({ key: "1" }))).toBeUndefined();
  });

  test("reaches 200 % and stops there", () => {
    expect(zoomAfter(1, "larger")).toBe(1.1);
    expect(zoomAfter(1.75, "larger")).toBe(2);
    expect(zoomAfter(2, "larger")).toBe(2);
  });

  test("goes down to 80 % and stops there", () => {
    expect(zoomAfter(1, "smaller")).toBe(0.9);
    expect(zoomAfter(0.9, "smaller")).toBe(0.8);
    expect(zoomAfter(0.8, "smaller")).toBe(0.8);
  });

  test("comes back to 100 % from anywhere", () => {
    expect(zoomAfter(2, "usual")).toBe(1);
  });

  test("goes on from a factor that Chromium has rounded", () => {
    expect(zoomAfter(1.0999999, "larger")).toBe(1.25);
    expect(zoomAfter(1.1000001, "smaller")).toBe(1);
  });
});

describe("keys of a browser", () => {
  test("that reload or open tools are not the window's", () => {
    expect(isBrowserKey(key({ key: "F12", control: false }))).toBe(true);
    expect(isBrowserKey(key({ key: "r" }))).toBe(true);
    expect(isBrowserKey(key({ key: "R", shift: true }))).toBe(true);
    expect(isBrowserKey(key({ key: "I", shift: true }))).toBe(true);
  });

  test("that a teller types with are", () => {
    expect(isBrowserKey(key({ key: "r", control: false }))).toBe(false);
    expect(isBrowserKey(key({ key: "c" }))).toBe(false);
    expect(isBrowserKey(key({ key: "F5", control: false }))).toBe(false);
  });
});
