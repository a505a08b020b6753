import type { JournalRow } from "#core/contract/posting-view.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type AtHome, atHome } from "#tests/support/at-home.ts";
import {
  type BankingOptions,
  bankingBranch,
  bankingMachine,
} from "#tests/support/banking-branch.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import { emptyPlace, openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

/** A whole workstation over a branch that banks online, with people at the counter and at home. */
export interface Banking {
  readonly own: OwnMachine;
  readonly counter: TestedWorkstation;
  readonly home: AtHome;
  readonly people: AtCounter;
}

/** Opens one, new or over a data folder that already is one. */
export async function openBanking(
  options: BankingOptions & { readonly folder?: string; readonly own?: OwnMachine } = {},
): Promise<Banking> {
  const { own = bankingMachine() } = options;
  const folder = options.folder ?? (await bankingBranch(emptyPlace(), options));
  const counter = await openWorkstation(folder, "demonstration", own);
  return { own, counter, home: atHome(counter), people: atCounter(counter) };
}

/** The latest lines of the journal, the newest first, without who came and went. */
export async function linesOf(counter: TestedWorkstation): Promise<readonly JournalRow[]> {
  await atCounter(counter).sit();
  const { rows } = await counter.get("journal.list", { page: 0 });
  return rows.filter(({ code }) => !code.startsWith("100"));
}
