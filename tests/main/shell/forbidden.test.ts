import { describe, expect, test } from "vitest";
import { forbiddenWords } from "#main/shell/forbidden.ts";

const clean = { environment: {}, packaged: true, platform: "linux" };

describe("T9: a packaged program refuses switches that open it", () => {
  test.each([
    "--inspect",
    "--inspect=0.0.0.0:9229",
    "--inspect-brk",
    "-inspect",
    "--debug-port=1",
    "--js-flags=--expose-gc",
    "--remote-debugging-port=9222",
    "--remote-debugging-pipe",
    "--remote-allow-origins=*",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu-sandbox",
    "--single-process",
    "--disable-web-security",
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins",
    "--enable-blink-features=X",
    "--allow-file-access-from-files",
    "--unsafely-treat-insecure-origin-as-secure=http://x",
    "--ignore-certificate-errors",
    "--ignore-certificate-errors-spki-list=x",
    "--proxy-server=evil:1",
    "--proxy-pac-url=http://evil",
    "--host-resolver-rules=MAP * evil",
    "--load-extension=/tmp/x",
    "--password-store=basic",
    "--ssl-key-log-file=/tmp/x",
    "--log-net-log=/tmp/x",
    "--user-data-dir=/tmp/x",
    "--renderer-cmd-prefix=gdb",
    "--use-fake-ui-for-media-stream",
  ])("%s", (word) => {
    expect(forbiddenWords({ ...clean, words: [word] })).toHaveLength(1);
  });

  test.each(["NODE_OPTIONS", "NODE_EXTRA_CA_CERTS", "ELECTRON_RUN_AS_NODE", "SSLKEYLOGFILE"])(
    "%s in the environment",
    (name) => {
      expect(forbiddenWords({ ...clean, words: [], environment: { [name]: "1" } })).toEqual([name]);
    },
  );

  test("and says which, all of them", () => {
    const words = ["--live", "/data", "--no-sandbox", "--inspect"];

    expect(forbiddenWords({ ...clean, words })).toEqual(["--no-sandbox", "--inspect"]);
  });

  test("on Windows also with a slash and in any case, where Chromium takes them so", () => {
    const words = ["/Inspect", "--NO-SANDBOX"];

    expect(forbiddenWords({ ...clean, platform: "win32", words })).toHaveLength(2);
    expect(forbiddenWords({ ...clean, words })).toEqual([]);
  });
});

describe("a start that is as it should be", () => {
  test("has our own words and Chromium's harmless ones", () => {
    const words = ["--live", "/srv/books", "--language", "en", "--force-device-scale-factor=2"];

    expect(forbiddenWords({ ...clean, words, environment: { NODE_OPTIONS: "" } })).toEqual([]);
  });

  test("may be driven by tests while it is not packaged, and no more than that", () => {
    const words = ["--inspect=0", "--remote-debugging-port=0", "--no-sandbox"];
    const developing = { ...clean, packaged: false };

    expect(forbiddenWords({ ...developing, words })).toEqual([]);
    expect(forbiddenWords({ ...developing, words: ["--disable-web-security"] })).toHaveLength(1);
    expect(forbiddenWords({ ...developing, words: ["--proxy-server=x"] })).toHaveLength(1);
  });
});
