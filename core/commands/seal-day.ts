import type { Command } from "#core/commands/command.ts";
import type { DaySeal } from "#core/day/day-seal.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { dateFact, inGroups, moneyFact, qrFact, termFact, textFact } from "#core/slip/facts.ts";

/** Characters of a hash that a person compares on paper, in groups of four. */
const SHORT_HASH = 32;

/**
 * 1105 日终轧账: the state of the books at the day's end is sealed, signed and printed, before a
 * second teller (C03). Only the paper outside this machine can prove that nobody put the whole
 * folder back to an older state.
 */
export const sealDay: Command<"1105"> = (_input, context) => {
  const { books, today, now, branch, sealing } = context;
  const before = known(books.find("branch", "branch"), "the branch is founded").seal;
  if (before?.date === today) return refuse({ code: "day.sealed-already", date: today });

  const { head, install, signer, previous, figuresSince, sign } = sealing();
  const first = (before?.last ?? 0) + 1;
  const seal: DaySeal = {
    version: 1,
    install,
    branch: branch.code,
    date: today,
    sealedAt: now,
    first,
    last: head.sequence,
    hash: head.hash,
    figures: figuresSince(first),
    ...(previous === undefined ? {} : { previous }),
    signer,
  };
  const code = sign(seal);
  const { slips, turnover, deposits } = seal.figures;
  const facts = [
    dateFact("sealedDay", today),
    textFact("sealedFrom", String(first)),
    textFact("sealedSlips", String(slips)),
    moneyFact("turnover", turnover),
    moneyFact("deposits", deposits),
    termFact("note", "note.keep-seal"),
  ];
  // The second teller's word is a frame of its own, so the head is another at the posting than in
  // the preview: it stands on the paper alone.
  const paper = [
    ...facts,
    textFact("sealedTo", String(seal.last)),
    textFact("chainHead", inGroups(seal.hash.slice(0, SHORT_HASH))),
    textFact("signer", inGroups(signer.slice(0, SHORT_HASH))),
    qrFact("sealCode", code),
  ];
  return accept({
    level: "A1",
    entries: [{ type: "day.sealed", seal, code }],
    outcome: { facts, relations: [] },
    slip: "day-seal",
    paper,
  });
};
