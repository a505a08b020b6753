import { describe, expect, test } from "vitest";
import { guardSession, mayRequest } from "#main/shell/session-guards.ts";
import { fakeSession } from "./fake-electron.ts";

async function guarded(developing = false) {
  const session = fakeSession();
  await guardSession(session.guarded, { developing });
  return session;
}

const permissions = [
  "ar",
  "automatic-fullscreen",
  "background-fetch",
  "background-sync",
  "clipboard-read",
  "clipboard-sanitized-write",
  "deprecated-sync-clipboard-read",
  "display-capture",
  "fileSystem",
  "fullscreen",
  "geolocation",
  "hid",
  "idle-detection",
  "keyboardLock",
  "local-fonts",
  "media",
  "mediaKeySystem",
  "midi",
  "midiSysex",
  "nfc",
  "notifications",
  "openExternal",
  "payment-handler",
  "periodic-background-sync",
  "persistent-storage",
  "pointerLock",
  "screen-wake-lock",
  "sensors",
  "serial",
  "speaker-selection",
  "storage-access",
  "top-level-storage-access",
  "unknown",
  "usb",
  "vr",
  "web-app-installation",
  "window-management",
  "something-of-a-later-year",
];

describe("a window asks the machine for nothing", () => {
  test.each(permissions)("%s is denied, asked for and looked up", async (permission) => {
    const session = await guarded();

    expect(session.ask("permission request", null, permission)).toBe(false);
    expect(session.ask("permission check", null, permission, "app://teller")).toBe(false);
  });

  test("no device, no screen, no certificate", async () => {
    const session = await guarded();

    expect(session.ask("device", { deviceType: "serial" })).toBe(false);
    expect(session.ask("display media", {})).toBe(null);
    expect(session.ask("certificate", { hostname: "example.org" })).toBe(-2);
  });

  test.each(["select-hid-device", "select-usb-device"])("%s chooses none", async (event) => {
    const session = await guarded();
    const chosen: unknown[] = [];

    const prevented = session.fire(event, {}, {}, (id: unknown) => chosen.push(id));

    expect({ prevented, chosen }).toEqual({ prevented: true, chosen: [""] });
  });

  test("select-serial-port chooses none: the card reader is the main process's", async () => {
    const session = await guarded();
    const chosen: unknown[] = [];

    const prevented = session.fire(
      "select-serial-port",
      {},
      [{ portId: "1" }],
      null,
      (id: unknown) => chosen.push(id),
    );

    expect({ prevented, chosen }).toEqual({ prevented: true, chosen: [""] });
  });

  test("downloads are stopped, no proxy is used and no dictionary is fetched", async () => {
    const session = await guarded();

    expect(session.fire("will-download")).toBe(true);
    expect(session.told.get("proxy")).toEqual({ mode: "direct" });
    expect(session.told.get("spell checker")).toBe(false);
  });
});

describe("a window loads nothing over a network", () => {
  test.each([
    "https://example.org/",
    "http://127.0.0.1/",
    "ws://127.0.0.1/",
    "wss://example.org/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "blob:app://teller/0",
    "apps://teller/index.html",
    "app:teller",
    "devtools://devtools/bundled/inspector.html",
    "",
  ])("%j is cancelled", async (url) => {
    const session = await guarded();

    expect(session.ask("request", { url })).toEqual({ cancel: true });
  });

  test("its own files are not cancelled", async () => {
    const session = await guarded();

    expect(session.ask("request", { url: "app://teller/index.html" })).toEqual({ cancel: false });
  });

  test("the developer tools load themselves while developing only", () => {
    expect(mayRequest("devtools://devtools/x.js", true)).toBe(true);
    expect(mayRequest("devtools://devtools/x.js", false)).toBe(false);
    expect(mayRequest("https://example.org/", true)).toBe(false);
  });
});
