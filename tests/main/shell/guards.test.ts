import { describe, expect, test } from "vitest";
import { guardContents } from "#main/shell/guards.ts";
import { fakeContents } from "./fake-electron.ts";

const TELLER = "app://teller/index.html#lang=zh-CN";
const log = { note: () => {}, incident: () => "" };

function guarded(shown = TELLER) {
  const contents = fakeContents(shown);
  guardContents(contents.guarded, log);
  return contents;
}

const elsewhere = [
  "app://teller/slip.html",
  "app://teller/",
  "app://teller/index.html/",
  "app://teller/index.html?x=1",
  "app://teller//index.html",
  "app://teller/%69ndex.html",
  "app://teller/assets/../index.html",
  "app://teller:80/index.html",
  "app://teller@evil/index.html",
  "app://evil@teller/index.html",
  "app://teller.evil/index.html",
  "app://evil.teller/index.html",
  "app://customer/customer.html",
  "APP://teller/index.html",
  "apps://teller/index.html",
  "https://example.org/",
  "http://teller/index.html",
  "ws://teller/",
  "file:///etc/passwd",
  "data:text/html,<script>1</script>",
  "blob:app://teller/0000",
  "javascript:alert(1)",
  "about:blank",
  "view-source:app://teller/index.html",
  "devtools://devtools/bundled/inspector.html",
  "",
];

describe("T1c: a window stays on its page", () => {
  test.each(elsewhere)("it does not go to %j", (url) => {
    const contents = guarded();

    expect(contents.fire("will-navigate", { url })).toBe(true);
    expect(contents.fire("will-frame-navigate", { url, isMainFrame: true })).toBe(true);
  });

  test("it may load its own page again", () => {
    const contents = guarded();
    const again = { url: "app://teller/index.html#lang=en", isMainFrame: true };

    expect(contents.fire("will-navigate", again)).toBe(false);
    expect(contents.fire("will-frame-navigate", again)).toBe(false);
  });

  test("a frame inside it goes nowhere, not even to the window's own page", () => {
    const inside = { url: "app://teller/index.html", isMainFrame: false };

    expect(guarded().fire("will-frame-navigate", inside)).toBe(true);
  });

  test("before its first page it goes nowhere", () => {
    expect(guarded("").fire("will-navigate", { url: "" })).toBe(true);
  });

  test("it is not redirected, even to itself", () => {
    expect(guarded().fire("will-redirect", { url: "app://teller/index.html" })).toBe(true);
  });

  test("an event without an address is stopped", () => {
    expect(guarded().fire("will-navigate", {})).toBe(true);
  });
});

describe("T1c: a window brings nothing else with it", () => {
  test("no further window", () => {
    expect(guarded().openAnswer()).toEqual({ action: "deny" });
  });

  test("no guest", () => {
    expect(guarded().fire("will-attach-webview")).toBe(true);
  });

  test("no bluetooth device", () => {
    let chosen: unknown;

    const prevented = guarded().fire(
      "select-bluetooth-device",
      {},
      [{ deviceId: "1" }],
      (id: string) => {
        chosen = id;
      },
    );

    expect({ prevented, chosen }).toEqual({ prevented: true, chosen: "" });
  });

  test("and no way to hold itself open", () => {
    expect(guarded().fire("will-prevent-unload")).toBe(true);
  });
});
