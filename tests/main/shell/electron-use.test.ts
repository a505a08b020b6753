import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sources = ["core", "main", "preload", "renderer"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/")),
);

const holding = (pattern: RegExp) =>
  sources.filter((file) => pattern.test(readFileSync(file, "utf8")));

test("only index.ts, the shell and the preloads know Electron", () => {
  const known = holding(/from "electron"|require\("electron"\)/);

  expect(known.length).toBeGreaterThan(5);
  expect(known.filter((file) => !/^(main\/index\.ts$|main\/shell\/|preload\/)/.test(file))).toEqual(
    [],
  );
});

test("requests are answered in one place and nothing listens beside it", () => {
  expect(holding(/\bhandle\(channel,/)).toEqual(["main/ipc/serve.ts"]);
  expect(
    holding(/ipcMain\.(on|once|handle|handleOnce)\b|\.sendSync\b|\bipc\.(on|handle)\b/),
  ).toEqual([]);
});

test("nothing opens other programs, reads the clipboard or pictures the screen", () => {
  const shells =
    /\b(openExternal|openPath|desktopCapturer|crashReporter|enableRemoteModule)\b|\bclipboard\.\w|import \{[^}]*\b(shell|clipboard)\b[^}]*\} from "electron"/;

  expect(holding(shells)).toEqual([]);
});
