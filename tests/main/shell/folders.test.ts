import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listedFiles } from "#main/shell/page-files.ts";
import { profileFor } from "#main/shell/profile.ts";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "guitai-shell-"));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

describe("the profile of a data folder", () => {
  test("is one for one folder, whatever way leads there", () => {
    mkdirSync(join(place, "books"));
    symlinkSync(join(place, "books"), join(place, "link"));

    const straight = profileFor("/base", join(place, "books"));

    expect(profileFor("/base", join(place, "link"))).toBe(straight);
    expect(profileFor("/base", join(place, "other", "..", "books"))).toBe(straight);
  });

  test("is the same before the folder exists and after", () => {
    const before = profileFor("/base", join(place, "new", "books"));

    mkdirSync(join(place, "new", "books"), { recursive: true });

    expect(profileFor("/base", join(place, "new", "books"))).toBe(before);
  });

  test("is another for another folder, and never inside it", () => {
    const one = profileFor("/base", join(place, "one"));
    const two = profileFor("/base", join(place, "two"));

    expect(one).not.toBe(two);
    expect(one).toMatch(/^\/base\/profiles\/[0-9a-f]{16}$/);
  });
});

describe("the list of built files", () => {
  function listing(names: unknown) {
    writeFileSync(join(place, "list.json"), JSON.stringify(names));
    return () => listedFiles({ list: join(place, "list.json"), folder: place });
  }

  test("gives the bytes of a listed file", async () => {
    mkdirSync(join(place, "assets"));
    writeFileSync(join(place, "assets", "a-1.js"), "1");

    const files = listing(["index.html", "assets/a-1.js"])();

    expect(await files.read("assets/a-1.js")).toEqual(new TextEncoder().encode("1"));
  });

  test("gives nothing that is there and not listed", async () => {
    writeFileSync(join(place, "secret.html"), "1");

    await expect(listing(["index.html"])().read("secret.html")).rejects.toThrow("internal");
  });

  test.each([["../package.json"], ["assets/../x.js"], ["assets/a/b.js"], ["/etc/passwd"], [""]])(
    "is not believed with %j in it",
    (name) => {
      expect(listing(["index.html", name])).toThrow("list of built files");
    },
  );

  test("is not believed when it is missing, empty or something else", () => {
    expect(listing([])).toThrow("list of built files");
    expect(listing({ names: [] })).toThrow("list of built files");
    expect(() => listedFiles({ list: join(place, "none"), folder: place })).toThrow("internal");
  });

  test("leaves out kinds of file that no window needs", () => {
    expect([...listing(["index.html", "assets/a.js.map", "assets/x.wasm"])().names]).toEqual([
      "index.html",
    ]);
  });
});
