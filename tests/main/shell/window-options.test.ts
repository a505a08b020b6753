import type { Session } from "electron";
import { describe, expect, test } from "vitest";
import { playingSize, type WindowMaking, windowOptions } from "#main/shell/window-options.ts";

// The session is handed on and never looked at.
const session = { name: "in memory" } as unknown as Session;
const making: WindowMaking = {
  kind: "teller",
  session,
  preload: "/program/out/preload/teller.cjs",
  packaged: true,
};

describe("how a window is made", () => {
  test.each(["teller", "customer", "slip", "card-sheet"] as const)(
    "%s: every protection is written out",
    (kind) => {
      expect(windowOptions({ ...making, kind }).webPreferences).toEqual({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        plugins: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        enableWebSQL: false,
        webgl: false,
        autoplayPolicy: "user-gesture-required",
        safeDialogs: true,
        disableBlinkFeatures: "Auxclick",
        devTools: false,
        backgroundThrottling: kind === "teller" || kind === "customer",
        session,
        preload: "/program/out/preload/teller.cjs",
      });
    },
  );

  test("developer tools are there while the program is not packaged", () => {
    const developing = windowOptions({ ...making, packaged: false });

    expect(developing.webPreferences?.devTools).toBe(true);
  });

  test("the teller's window is not made smaller than its forms", () => {
    expect(windowOptions(making)).toMatchObject({
      width: 1280,
      height: 800,
      minWidth: 1280,
      minHeight: 800,
      show: false,
    });
  });

  test("a smaller window that was asked for may be smaller", () => {
    expect(windowOptions({ ...making, size: { width: 1024, height: 768 } })).toMatchObject({
      width: 1024,
      height: 768,
      minWidth: 1024,
      minHeight: 768,
    });
  });

  test("the customer's display is 800 by 600 and stands where it is put", () => {
    expect(windowOptions({ ...making, kind: "customer", at: { x: 1920, y: 0 } })).toMatchObject({
      width: 800,
      height: 600,
      minWidth: 800,
      minHeight: 600,
      x: 1920,
      y: 0,
    });
  });

  test("in a demonstration it has room for the bank beside the card, and may be made smaller", () => {
    expect(windowOptions({ ...making, kind: "customer", size: playingSize })).toMatchObject({
      width: 1080,
      height: 760,
      minWidth: 800,
      minHeight: 600,
    });
  });

  test("a page that is printed is a sheet of A4 and keeps its size to itself", () => {
    const unseen = windowOptions({ ...making, kind: "card-sheet" });

    expect(unseen).toMatchObject({ width: 794, height: 1123, show: false });
    expect(unseen).not.toHaveProperty("minWidth");
  });
});
