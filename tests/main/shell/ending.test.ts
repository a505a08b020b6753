import type { App } from "electron";
import { describe, expect, test } from "vitest";
import { Fault } from "#core/kernel/fault.ts";
import { atMost, closeBeforeQuit } from "#main/shell/quit.ts";
import { RELOADS, RELOADS_WITHIN_MS, reloadLimit } from "#main/shell/relaunch.ts";
import { runtimeOf } from "#main/shell/runtime.ts";
import { startupWords } from "#main/shell/startup-words.ts";
import { emitter } from "./fake-electron.ts";

function fakeApp() {
  const events = emitter();
  let quits = 0;
  const app = {
    on: events.on,
    quit: () => {
      quits += 1;
    },
  } as unknown as Pick<App, "on" | "quit">; // Electron's `on` has a signature per event.
  return { app, fire: events.fire, quits: () => quits };
}

describe("quitting", () => {
  test("waits until ports and journal are closed, and closes them once", async () => {
    const { app, fire, quits } = fakeApp();
    let closed = 0;
    let finish = () => {};
    const closing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    closeBeforeQuit(app, () => {
      closed += 1;
      return closing;
    });

    const first = fire("before-quit");
    const impatient = fire("before-quit");
    const quitsWhileOpen = quits();
    finish();
    await closing;
    await new Promise(setImmediate);
    const last = fire("before-quit");

    expect({ first, impatient, last }).toEqual({ first: true, impatient: true, last: false });
    expect({ closed, quitsWhileOpen, quits: quits() }).toEqual({
      closed: 1,
      quitsWhileOpen: 0,
      quits: 1,
    });
  });

  test("does not wait for ever for a port that hangs", async () => {
    const failures: unknown[] = [];

    await atMost(
      1,
      () => new Promise(() => {}),
      (failure) => failures.push(failure),
    );

    expect(failures).toHaveLength(1);
  });

  test("goes on when closing fails, and says so", async () => {
    const failures: unknown[] = [];
    const broken = () => {
      throw new Fault("journal.write-failed");
    };

    await atMost(1000, broken, (failure) => failures.push(failure));

    expect(failures).toMatchObject([{ code: "journal.write-failed" }]);
  });
});

describe("T10: a window whose process died", () => {
  test("is loaded again three times in five minutes and not a fourth time", () => {
    let now = 0;
    const mayReload = reloadLimit(() => now);
    const answers = Array.from({ length: RELOADS }, () => mayReload());

    now = RELOADS_WITHIN_MS - 1;
    const within = mayReload();
    now = RELOADS_WITHIN_MS;
    const after = mayReload();

    expect({ answers, within, after }).toEqual({
      answers: [true, true, true],
      within: false,
      after: true,
    });
  });
});

describe("why the workstation does not start", () => {
  test("names the damaged frame, what to do and the incident, in both languages", () => {
    const damage = { stop: "MIDLOG", segment: "seg-00000002.wal", sequence: 57, offset: 12288 };

    const { title, text } = startupWords(new Fault("journal.damaged", damage), "20261122-0001");

    expect(title).toBe("Guitai 柜台无法启动 · cannot start");
    expect(text).toContain("流水已损坏或被改动，没有打开：MIDLOG seg-00000002.wal #57 @12288。");
    expect(text).toContain("was not opened: MIDLOG seg-00000002.wal #57 @12288.");
    expect(text).toContain("事件号：20261122-0001");
    expect(text).toContain("Incident: 20261122-0001");
  });

  test("is another kind of folder, another program, or unreadable keys", () => {
    const words = (fault: Fault) => startupWords(fault, "20261122-0001").text;

    expect(words(new Fault("data-folder.wrong-kind"))).toContain("请选择另一个数据目录");
    expect(words(new Fault("journal.locked"))).toContain("Close the other program");
    expect(words(new Fault("vault.unreadable"))).toContain("The keys cannot be read");
  });

  test("is any other failure, without its message: that stands in the log", () => {
    const { text } = startupWords(new Error("SQLITE_CORRUPT /home/x"), "20261122-0002");

    expect(text).toContain("程序发生内部错误");
    expect(text).not.toContain("SQLITE");
  });
});

test("an Electron below the oldest supported one is told as such", () => {
  expect(runtimeOf("25.1.1")).toEqual({ electron: "25.1.1", outOfSupport: true });
  expect(runtimeOf("42.9.9").outOfSupport).toBe(true);
  expect(runtimeOf("43.0.0").outOfSupport).toBe(false);
  expect(runtimeOf("odd").outOfSupport).toBe(true);
});
