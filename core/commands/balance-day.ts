import type { Command, Context, Decision } from "#core/commands/command.ts";
import type { DayRefusal } from "#core/day/branch-day.ts";
import { dayFacts } from "#core/day/day-report.ts";
import type { DaySeal } from "#core/day/day-seal.ts";
import { openItems } from "#core/day/open-items.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { dateFact, inGroups, moneyFact, qrFact, termFact, textFact } from "#core/slip/facts.ts";

/** Characters of a hash that a person compares on paper, in groups of four. */
const SHORT_HASH = 32;

/**
 * 1105 日终轧账. X tells how the day stands and changes nothing. Z ends it, once, before a second
 * teller, when nothing is open any more (C03): the state of the books is sealed, signed and printed.
 * Only the paper outside this machine can prove that nobody put the whole folder back to an older
 * state.
 */
export const balanceDay: Command<"1105"> = ({ report }, context) =>
  report === "x" ? reportDay(context) : sealDay(context);

function reportDay({ books, today, sealing, teller }: Context): Result<Decision, DayRefusal> {
  const { day } = known(books.find("branch", "branch"), "the branch is founded");
  const tallies = sealing().talliesOf(today);
  return accept({
    level: "A0",
    entries: [{ type: "day.reported", date: today }],
    outcome: {
      facts: [
        dateFact("businessDay", today),
        textFact("reportNumber", `X${(day?.reports ?? 0) + 1}`),
        ...dayFacts(books, today, { teller, tallies }),
      ],
      relations: [],
    },
    slip: "day-report",
  });
}

function sealDay(context: Context): Result<Decision, DayRefusal> {
  const { books, today, now, branch, teller, sealing } = context;
  const { seal: before, day } = known(books.find("branch", "branch"), "the branch is founded");
  if (before?.date === today) return refuse({ code: "day.sealed-already", date: today });
  const items = day ? openItems(books, today, teller.id) : [];
  if (items.length > 0) return refuse({ code: "day.not-settled", items });

  const { head, install, signer, previous, figuresSince, talliesOf, sign } = sealing();
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
    ...dayFacts(books, today, { teller, tallies: talliesOf(today) }),
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
}
