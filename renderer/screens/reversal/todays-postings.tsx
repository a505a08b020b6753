import { type KeyboardEvent, useCallback } from "react";
import type { JournalRow } from "#core/contract/posting-view.ts";
import type { SessionView } from "#core/contract/workstation-view.ts";
import { whichAndWhen } from "#renderer/screens/enquiry/which-and-when.tsx";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { sayFact } from "#renderer/wording/say-fact.ts";
import { sayLine } from "#renderer/wording/say-line.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

interface Day {
  readonly date: string;
  readonly teller: string;
}

/** What this teller posted today, the newest first; Enter takes one. */
export function TodaysPostings({
  picked,
  onPick,
}: {
  readonly picked: number | undefined;
  readonly onPick: (sequence: number) => void;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const date = useTeller((teller) => teller.workstation?.today) ?? "";
  const teller = useTeller(({ workstation }) => ownNumber(workstation?.session));
  const ask = useCallback(
    (day: Day, page: number) =>
      bridge.request("journal.list", { ...day, type: "slip.issued", page }),
    [bridge],
  );
  const pages = usePages<Day, JournalRow>(ask, { date, teller }, { movesFocus: false });

  return (
    <div className="screen order-list">
      <h2>{words("reversal:list.title")}</h2>
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("reversal:list.title")}
        columns={columnsOf(words)}
        rows={pages.rows}
        keyOf={({ sequence }) => String(sequence)}
        none={words(pages.isWaiting ? "shell:waiting" : "reversal:list.none")}
        chosen={picked === undefined ? undefined : String(picked)}
        onChoose={() => {}}
        onOpen={({ sequence }) => onPick(sequence)}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} keys={words("reversal:list.keys")} />
    </div>
  );
}

function columnsOf(words: Words): readonly Column<JournalRow>[] {
  return [
    ...whichAndWhen(words),
    {
      key: "transaction",
      title: words("enquiry:journal.transaction"),
      show: ({ code }) => sayLine(words, code),
    },
    {
      key: "customer",
      title: words("reversal:list.customer"),
      show: (row) => said(words, row, "customer"),
    },
    {
      key: "amount",
      title: words("reversal:list.amount"),
      show: (row) => said(words, row, "amount"),
      isMoney: true,
    },
    { key: "state", title: words("reversal:list.state"), show: (row) => stateOf(words, row) },
  ];
}

/** Arrow down in the field above goes to the rows of the list, which is a page of its own below. */
export function downIntoTodays(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  document.querySelector<HTMLElement>(".order-list tr[data-row][tabindex='0']")?.focus();
}

function ownNumber(session: SessionView | undefined): string {
  return session && "teller" in session ? session.teller : "";
}

/** One line of what came of it. */
function said(words: Words, { outcome }: JournalRow, name: "customer" | "amount"): string {
  const fact = outcome?.facts.find((one) => one.name === name);
  return fact ? sayFact(words, fact) : "";
}

function stateOf(words: Words, { reversed, reverses, undoable = [] }: JournalRow): string {
  if (reversed) return words("reversal:state.done", { by: reversed.by });
  if (reverses !== undefined) return words("reversal:state.reversal", { reverses });
  if (undoable.includes("whole")) return words("reversal:state.open");
  return undoable.includes("fee") ? words("reversal:state.fee") : "–";
}
