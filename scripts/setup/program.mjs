// @ts-check
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./places.mjs";

const KEPT_OUTPUT_CHARACTERS = 20_000;
const GRACE_MS = 5_000;

/**
 * How a program ended. `output` is the tail of what it printed when it was not shown.
 * @typedef {{ readonly code: number, readonly output: string, readonly timedOut: boolean }} Ended
 */

/**
 * Runs a program to its end. It gets no keyboard, so nothing can wait for an answer.
 * A program past `timeoutMs` is ended together with what it started.
 * @param {{
 *   program: string,
 *   args: readonly string[],
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   shown?: boolean,
 *   timeoutMs?: number,
 *   onOutput?: (text: string) => void,
 * }} run
 * @returns {Promise<Ended>}
 */
export function runProgram({ program, args, cwd, env, shown = false, timeoutMs, onOutput }) {
  const grouped = timeoutMs !== undefined && process.platform !== "win32";
  const output = shown ? "inherit" : "pipe";
  const child = spawn(program, args, {
    cwd: cwd ?? projectFolder,
    env: env ?? process.env,
    stdio: ["ignore", output, output],
    detached: grouped, // Its own group, so that ending it also ends its children.
  });

  return new Promise((resolve) => {
    let kept = "";
    let timedOut = false;
    /** @param {Buffer} chunk */
    function keep(chunk) {
      const text = chunk.toString();
      kept = (kept + text).slice(-KEPT_OUTPUT_CHARACTERS);
      onOutput?.(text);
    }
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);

    /** @param {"SIGTERM" | "SIGKILL"} signal */
    function send(signal) {
      if (child.pid === undefined) return;
      try {
        process.kill(grouped ? -child.pid : child.pid, signal);
      } catch {
        // It ended by itself in the meantime.
      }
    }
    const end = () => send("SIGTERM");
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          send("SIGTERM");
          setTimeout(() => send("SIGKILL"), GRACE_MS).unref();
        }, timeoutMs)
      : undefined;
    process.once("exit", end); // A script that is stopped takes its programs with it.

    /** @param {number} code @param {string} text */
    function settle(code, text) {
      clearTimeout(timer);
      process.removeListener("exit", end);
      resolve({ code, output: text, timedOut });
    }
    child.once("error", (failure) => settle(127, failure.message));
    child.once("close", (code) => settle(code ?? 1, kept));
  });
}

/**
 * The npm that started us, or the one on the path.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function npmCommand(args, environment = process.env) {
  const npm = environment.npm_execpath;
  if (npm?.endsWith(".js")) return { program: process.execPath, args: [npm, ...args] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", args };
}

/**
 * Why npm failed, in one line out of its many: its code, and the first line that is a sentence.
 * @param {string} output
 */
export function npmReason(output) {
  const lines = [...output.matchAll(/^npm error (.+)$/gm)].map(([, line]) => String(line));
  const code = lines.find((line) => line.startsWith("code "))?.slice("code ".length);
  const sentence = lines.find((line) => /^(?!code|errno|syscall|at ).* .* /.test(line));
  return [code, sentence].filter(Boolean).join(", ") || output.trim() || "no reason given";
}

/**
 * A program that came with an npm package, run by this Node.
 * @param {string} packageName
 * @param {readonly string[]} args
 */
export function packageCommand(packageName, args) {
  const folder = join(projectFolder, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : Object.values(bin)[0];
  return { program: process.execPath, args: [join(folder, String(file)), ...args] };
}
