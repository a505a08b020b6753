import { describe, expect, test } from "vitest";
import {
  npmCommand,
  npmReason,
  packageCommand,
  runProgram,
} from "../../../scripts/setup/program.mjs";

describe("running a program", () => {
  test("answers its exit code and what it printed", async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(3)';

    const ended = await runProgram({ program: process.execPath, args: ["-e", script] });

    expect(ended).toMatchObject({ code: 3, timedOut: false });
    expect(ended.output).toContain("out");
    expect(ended.output).toContain("err");
  });

  test("gives it no keyboard, so that nothing waits for an answer", async () => {
    const script = 'process.stdin.on("end", () => process.exit(7)).resume()';

    expect(await runProgram({ program: process.execPath, args: ["-e", script] })).toMatchObject({
      code: 7,
    });
  });

  test("ends a program that takes longer than it may", async () => {
    const script = "setInterval(() => {}, 1000)";

    const ended = await runProgram({
      program: process.execPath,
      args: ["-e", script],
      timeoutMs: 300,
    });

    expect(ended.timedOut).toBe(true);
    expect(ended.code).not.toBe(0);
  });

  test("a program that does not exist is a failure, not a crash", async () => {
    expect(await runProgram({ program: "/no/such/program", args: [] })).toMatchObject({
      code: 127,
    });
  });
});

test("npm is the one that started us, else the one on the path", () => {
  expect(npmCommand(["pack"], { npm_execpath: "/npm/npm-cli.js" })).toEqual({
    program: process.execPath,
    args: ["/npm/npm-cli.js", "pack"],
  });
  expect(npmCommand(["pack"], {}).args).toEqual(["pack"]);
});

test("a tool of the project is found by its package", async () => {
  const ended = await runProgram(packageCommand("vitest", ["--version"]));

  expect(ended.output).toContain("vitest/");
});

test("of all that npm says about a failure, its code and its sentence are kept", () => {
  const output = `npm error code ECONNREFUSED
npm error syscall connect
npm error FetchError: request to http://127.0.0.1:9/zod failed, reason: connect ECONNREFUSED
npm error     at ClientRequest.<anonymous> (index.js:130:14)
npm error A complete log of this run can be found in: /root/.npm/_logs/x.log
`;

  expect(npmReason(output)).toBe(
    "ECONNREFUSED, FetchError: request to http://127.0.0.1:9/zod failed, " +
      "reason: connect ECONNREFUSED",
  );
});

test("a failure of npm without its usual words is told as it came", () => {
  expect(npmReason("spawn npm ENOENT\n")).toBe("spawn npm ENOENT");
  expect(npmReason("")).toBe("no reason given");
});
