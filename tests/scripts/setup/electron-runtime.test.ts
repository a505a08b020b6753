import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  findElectron,
  sandboxArgs,
  supportWarning,
} from "../../../scripts/setup/electron-runtime.mjs";

describe("finding an Electron", () => {
  const official = { executable: "/official/electron", version: "45.4.1" };
  const registry = { executable: "/registry/electron", version: "25.1.1" };

  test("takes the first that is there and does not ask the network after it", async () => {
    const asked: string[] = [];
    const sources = [
      () => undefined,
      async () => {
        asked.push("official");
        return official;
      },
      async () => {
        asked.push("registry");
        return registry;
      },
    ];

    const electron = await findElectron(sources);

    expect(electron).toMatchObject(official);
    expect(asked).toEqual(["official"]);
  });

  test("goes on to the next where one has none", async () => {
    const sources = [() => undefined, async () => undefined, () => registry];

    expect(await findElectron(sources)).toMatchObject(registry);
  });

  test("says what helps where no place has one", async () => {
    await expect(findElectron([() => undefined])).rejects.toThrow(
      "GUITAI_ELECTRON=/path/to/electron npm start",
    );
  });

  test("gives the folder of the program to start", async () => {
    const electron = await findElectron([() => registry]);

    expect(electron.appFolder).toBe(resolve(import.meta.dirname, "../../.."));
  });
});

test("only root starts without the sandbox", () => {
  expect(sandboxArgs(0)).toEqual(["--no-sandbox"]);
  expect(sandboxArgs(1000)).toEqual([]);
  expect(sandboxArgs(undefined)).toEqual([]);
});

test("an Electron without security fixes is named plainly, a supported one is not", () => {
  expect(supportWarning("25.1.1")).toContain("no security fixes");
  expect(supportWarning("42.9.9")).toContain("no security fixes");
  expect(supportWarning("43.0.0")).toBeUndefined();
  expect(supportWarning("unknown")).toContain("no security fixes");
});
