import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectFolder } from "../setup/places.mjs";
import { cannotGoOn, say } from "../setup/telling.mjs";
import { type Mutant, mutants } from "./mutants.ts";
import { inTurns, runErrand } from "./pool.ts";
import type { RowResult } from "./row.ts";

/** What a copy of the source needs for the matrix to run in it. */
const PARTS = [
  "package.json",
  "core",
  "main",
  "resources",
  "scripts/faults.ts",
  "scripts/faults",
  "scripts/fuzz-reader",
  "scripts/setup",
];

/** The rows of the simulated disk that find a removed defence, quickest first. */
const ROWS = [9, 10, 11, 8, 26, 28, 12, 18, 7, 1, 2, 15, 14, 30, 27, 31, 4, 17, 5, 6, 3];
const SAMPLE = 1_500;

/** What became of one mutant. */
interface Verdict {
  readonly mutant: Mutant;
  /** The row that found it out; undefined for a survivor. */
  readonly killer: RowResult | undefined;
}

/**
 * Runs the matrix against the journal with one defence removed at a time. Exit code 1 if one survives
 * that should not, or one is found out that was said to survive: then the reason is wrong.
 */
export async function killMutants(seed: number): Promise<number> {
  say(`Seed ${seed}, ${mutants.length} journals that lack one defence each.`);
  for (const edit of mutants.flatMap(({ edits }) => edits)) requireLine(projectFolder, edit);
  const whole = await judgeMutant({ name: "the journal as it is", edits: [] }, seed);
  if (whole.killer) {
    throw cannotGoOn(`Row ${whole.killer.row} fails without any mutant: ${wordsOf(whole)}`);
  }
  const verdicts: Verdict[] = [];
  await inTurns(mutants, async (mutant) => {
    const verdict = await judgeMutant(mutant, seed);
    verdicts.push(verdict);
    say(`${verdict.killer ? "killed  " : "survived"}  ${mutant.name}: ${wordsOf(verdict)}`);
  });
  const killed = verdicts.filter(({ killer }) => killer).length;
  const wrong = verdicts.filter(
    ({ mutant, killer }) => (killer === undefined) !== (mutant.survivesBecause !== undefined),
  );
  say(`${killed} killed, ${verdicts.length - killed} survived.`);
  for (const { mutant, killer } of wrong) {
    say(`  ${killer ? "was said to survive" : "should have been found out"}: ${mutant.name}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

function wordsOf({ mutant, killer }: Verdict): string {
  const [first] = killer?.failures ?? [];
  if (killer) return `row ${killer.row}, ${first?.why}`;
  return mutant.survivesBecause ?? "nobody noticed";
}

async function judgeMutant(mutant: Mutant, seed: number): Promise<Verdict> {
  const source = mkdtempSync(join(tmpdir(), "guitai-mutant-"));
  try {
    copySource(source);
    for (const edit of mutant.edits) mutate(source, edit);
    const words = ["--seed", String(seed), "--sample", String(SAMPLE), "--until-failure"];
    for (const row of ROWS) {
      const result = await runErrand({ row, source, words });
      if (result.failures.length > 0) return { mutant, killer: result };
    }
    return { mutant, killer: undefined };
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

function copySource(source: string): void {
  for (const part of PARTS) {
    mkdirSync(dirname(join(source, part)), { recursive: true });
    cpSync(join(projectFolder, part), join(source, part), { recursive: true });
  }
  symlinkSync(join(projectFolder, "node_modules"), join(source, "node_modules"), "dir");
}

type Edit = Mutant["edits"][number];

/** The text of a file that has the line in it: a mutant that changes nothing would prove nothing. */
function requireLine(source: string, { file, line }: Edit): string {
  const text = readFileSync(join(source, file), "utf8");
  if (text.includes(line)) return text;
  throw cannotGoOn(`${file} has no longer: ${line.trim()}`);
}

function mutate(source: string, edit: Edit): void {
  const text = requireLine(source, edit);
  writeFileSync(join(source, edit.file), text.replaceAll(edit.line, edit.instead));
}
