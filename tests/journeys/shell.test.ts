import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findElectron } from "../../scripts/setup/electron-runtime.mjs";

const TELLER = "app://teller/index.html";

const electron = await findElectron();
const place = mkdtempSync(join(tmpdir(), "guitai-shell-journey-"));
const words = ["--demonstration", join(place, "shown"), "--no-dialogs"];

// Chromium's own files of these starts go where the test can throw them away.
process.env.XDG_CONFIG_HOME = join(place, "profiles");

let program: ElectronApplication;
let teller: Page;
const said: string[] = [];

/** Starts the program beside the one under test and waits for its end. */
function startAnother(...own: readonly string[]) {
  const args = [...electron.args, electron.appFolder, ...own, "--no-dialogs"];
  const ended = spawnSync(electron.executable, args, { encoding: "utf8", timeout: 60_000 });
  return { code: ended.status, told: ended.stderr };
}

/** Presses Ctrl with a key in the teller's window, as the keyboard would: past the page's reach. */
const pressControl = (keyCode: string) =>
  program.evaluate(({ webContents }, pressed) => {
    const contents = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith("app://teller/"));
    contents?.sendInputEvent({ type: "keyDown", keyCode: pressed, modifiers: ["control"] });
    contents?.sendInputEvent({ type: "keyUp", keyCode: pressed, modifiers: ["control"] });
  }, keyCode);

const zoomOf = () =>
  program.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith("app://teller/"))
      ?.getZoomFactor(),
  );

beforeAll(async () => {
  program = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, electron.appFolder, ...words],
  });
  program.on("window", (page) => page.on("console", (line) => said.push(line.text())));
  teller = await program.firstWindow();
  await teller.waitForLoadState();
  await teller.evaluate(() => Reflect.set(window, "opened", "once"));
});

afterAll(async () => {
  await program.close();
  rmSync(place, { recursive: true, force: true });
});

describe("the teller's page", () => {
  test("is the program's own and comes over no network", () => {
    expect(teller.url().split("#")[0]).toBe(TELLER);
  });

  test("has nothing of Node and two functions of ours", async () => {
    const reach = await teller.evaluate(() => ({
      node: [typeof require, typeof process, typeof module, typeof Buffer, typeof global],
      bridge: Object.keys(Reflect.get(window, "guitai")),
      isFrozen: Object.isFrozen(Reflect.get(window, "guitai")),
    }));

    expect(reach).toEqual({
      node: ["undefined", "undefined", "undefined", "undefined", "undefined"],
      bridge: ["request", "onNotice"],
      isFrozen: true,
    });
  });

  test("asks the workstation and is answered", async () => {
    const reply = await teller.evaluate(() =>
      Reflect.get(window, "guitai").request("workstation.view"),
    );

    expect(reply).toMatchObject({ ok: true, value: { kind: "demonstration" } });
  });

  test("is refused a malformed request, and a request that is the customer's", async () => {
    const replies = await teller.evaluate(async () => {
      const guitai = Reflect.get(window, "guitai");
      return [
        await guitai.request("slip.view", { slip: 1 }),
        await guitai.request("display.view").catch((failure: Error) => failure.message),
      ];
    });

    expect(replies).toMatchObject([
      { ok: false, refusal: { code: "request.malformed" } },
      "No such request.",
    ]);
  });

  test("opens no window", async () => {
    const opened = await teller.evaluate(() => [
      window.open("https://example.org/"),
      window.open("app://teller/index.html"),
      window.open("about:blank"),
    ]);

    expect(opened).toEqual([null, null, null]);
  });

  test.each([
    "https://example.org/",
    "file:///etc/passwd",
    "app://customer/customer.html",
    "app://teller/slip.html",
  ])("does not go to %s", async (address) => {
    const before = teller.url();

    await teller.evaluate((to) => {
      location.href = to;
    }, address);
    await teller.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));

    expect(await teller.evaluate(() => location.href)).toBe(before);
  });

  test("fetches nothing, neither from afar nor from the program", async () => {
    const fetched = await teller.evaluate(() =>
      Promise.all(
        ["https://example.org/", "http://127.0.0.1/", "app://teller/index.html"].map((address) =>
          fetch(address).then(
            () => "fetched",
            () => "blocked",
          ),
        ),
      ),
    );

    expect(fetched).toEqual(["blocked", "blocked", "blocked"]);
  });

  test("runs no text as code", async () => {
    const outcome = await teller.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener("securitypolicyviolation", (violation) => {
        violations.push(violation.effectiveDirective);
      });
      const tried = (work: () => void) => {
        try {
          work();
          return "done";
        } catch {
          return "refused";
        }
      };
      const script = document.createElement("script");
      const answers = [
        tried(() => setTimeout("window.taken = true")),
        tried(() => {
          script.text = "window.taken = true";
        }),
        tried(() => {
          document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.taken=true'>");
        }),
      ];
      const picture = new Image();
      picture.src = "https://example.org/picture.png";
      await new Promise((resolve) => {
        picture.onerror = resolve;
      });
      return { answers, taken: Reflect.has(window, "taken"), violations };
    });

    expect(outcome.answers).toEqual(["refused", "refused", "refused"]);
    expect(outcome.taken).toBe(false);
    expect(outcome.violations).toContain("img-src");
  });

  test("has frames that reach nothing", async () => {
    const reached = await teller.evaluate(async () => {
      const blank = document.createElement("iframe");
      document.body.append(blank);
      const inBlank = typeof Reflect.get(blank.contentWindow ?? {}, "guitai");

      const own = document.createElement("iframe");
      own.src = "app://teller/index.html";
      await new Promise((resolve) => {
        own.onload = resolve;
        document.body.append(own);
      });
      const inOwn = own.contentDocument === null ? "shut out" : "open";
      blank.remove();
      own.remove();
      return { inBlank, inOwn };
    });

    expect(reached).toEqual({ inBlank: "undefined", inOwn: "shut out" });
  });

  test("is given no device and no permission", async () => {
    const asked = await teller.evaluate(async () => {
      const name = (failure: unknown) => (failure instanceof Error ? failure.name : "odd");
      const serial = Reflect.get(navigator, "serial");
      return {
        screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).catch(name),
        serial: await serial.requestPort().catch(name),
        notifications: await Notification.requestPermission(),
        location: await new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve("known"),
            ({ code }) => resolve(code),
          );
        }),
      };
    });

    expect(asked).toEqual({
      screen: "NotAllowedError",
      serial: expect.stringMatching(/NotFoundError|SecurityError|NotAllowedError/),
      notifications: "denied",
      location: 1,
    });
  });

  test("grows and shrinks with Ctrl + and Ctrl -, and comes back with Ctrl 0", async () => {
    await pressControl("=");
    await expect.poll(zoomOf).toBeCloseTo(1.1);
    await pressControl("-");
    await pressControl("-");
    await expect.poll(zoomOf).toBeCloseTo(0.9);
    await pressControl("0");
    await expect.poll(zoomOf).toBeCloseTo(1);
  });

  test("is after all of this still the page that was opened", async () => {
    expect(await teller.evaluate(() => Reflect.get(window, "opened"))).toBe("once");
  });

  test("draws no security warning from Electron", () => {
    expect(said.filter((line) => line.includes("Electron Security Warning"))).toEqual([]);
  });
});

describe("the windows' sessions", () => {
  test("reach no network even past the page's own policy", async () => {
    const fetched = await program.evaluate(async ({ session }) => {
      const own = session.fromPartition("teller");
      return own.fetch("https://example.org/").then(
        () => "fetched",
        (failure: Error) => failure.message,
      );
    });

    expect(fetched).toBe("net::ERR_BLOCKED_BY_CLIENT");
  });

  test("leave nothing on the disk", async () => {
    const stored = await program.evaluate(({ session }) =>
      ["teller", "customer", "slip", "card-sheet"].map(
        (name) => session.fromPartition(name).storagePath,
      ),
    );

    expect(stored).toEqual([null, null, null, null]);
  });

  test("serve a window its own files and no others", async () => {
    const answered = await program.evaluate(({ session }) =>
      Promise.all(
        [
          "app://teller/index.html",
          "app://teller/slip.html",
          "app://customer/customer.html",
          "app://card-sheet/card.html",
          "app://teller/../package.json",
        ].map((address) =>
          session
            .fromPartition("teller")
            .fetch(address)
            .then(({ status }) => status),
        ),
      ),
    );

    expect(answered).toEqual([200, 404, 404, 404, 404]);
  });
});

describe("the customer's display", () => {
  test("asks its own part and nothing of the teller's", async () => {
    const customer = program.windows().find((page) => page.url().startsWith("app://customer/"));
    const replies = await customer?.evaluate(async () => {
      const guitai = Reflect.get(window, "guitai");
      return [
        await guitai.request("display.view"),
        await guitai
          .request("journal.list", { page: 0 })
          .catch((failure: Error) => failure.message),
      ];
    });

    expect(replies).toMatchObject([{ ok: true }, "No such request."]);
  });
});

describe("another start", () => {
  test("on the same books ends at once, because they are open already", () => {
    const { code, told } = startAnother("--demonstration", join(place, "shown"));

    expect(code).toBe(0);
    expect(told).toContain("Already open 柜台已经打开");
  });

  test("with a switch that opens the windows to others ends with 78", () => {
    const { code, told } = startAnother("--disable-web-security");

    expect(code).toBe(78);
    expect(told).toContain("--disable-web-security");
  });

  test("with --live and no folder ends with 64", () => {
    expect(startAnother("--live").code).toBe(64);
  });
});

test("the preloads are whole in themselves and load nothing but Electron", () => {
  for (const name of ["teller", "customer", "slip", "card-sheet"]) {
    const script = readFileSync(join(electron.appFolder, "out", "preload", `${name}.cjs`), "utf8");
    const loaded = [...script.matchAll(/require\(([^)]*)\)/g)].map(([, what]) => what);

    expect(loaded).toEqual(['"electron"']);
  }
});

test("a demonstration's folder is not opened as live books, and the words say so", async () => {
  const folder = join(place, "of-a-demonstration");
  const shown = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, electron.appFolder, "--demonstration", folder, "--no-dialogs"],
  });
  await shown.firstWindow();
  await shown.close();

  const { code, told } = startAnother("--live", folder);

  expect(code).toBe(70);
  expect(told).toContain("数据目录的类型不符");
  expect(told).toMatch(/Incident: \d{8}-\d{4}/);
});
