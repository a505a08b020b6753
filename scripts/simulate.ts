import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { projectFolder } from "./setup/places.mjs";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";

/**
 * `npm run simulate -- --seed N --days N`: random days of the whole workstation, each with an end of
 * its own. A failure names its seed, which repeats it.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { seed: { type: "string" }, days: { type: "string", default: "30" } },
  });
  const seed = values.seed === undefined ? randomInt(1, 2 ** 31) : numberOf(values.seed);
  const days = numberOf(values.days);
  say(`Seed ${seed}, ${days} days.`);
  const { simulate, close } = await loadSimulation();
  try {
    const { commands, answered, crashes, digest } = await simulate({ seed, days, say });
    say(`${commands} commands, ${answered} answered here, ${crashes} days that ended badly.`);
    say(`Everything answered is there, and the books add up. Digest ${digest}`);
    return 0;
  } catch (failure) {
    say(`FAILED: npm run simulate -- --seed ${seed} --days ${days}`);
    throw failure;
  } finally {
    await close();
  }
}

/** By way of Vite, as the tests load it: a library of the workstation has no form for plain scripts. */
async function loadSimulation() {
  const { createServer } = await import("vite");
  const server = await createServer({
    root: projectFolder,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  const loaded = await server.ssrLoadModule("/scripts/simulate/simulation.ts");
  const { simulate } = loaded as typeof import("./simulate/simulation.ts"); // That very file.
  return { simulate, close: () => server.close() };
}

function numberOf(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw cannotGoOn("--seed and --days take whole numbers.");
  return Number(text);
}

void runScript(main);
