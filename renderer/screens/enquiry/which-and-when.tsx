import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Column } from "#renderer/screens/register.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import type { Words } from "#renderer/wording/words.ts";

/** The columns that every list of journal lines begins with. */
export function whichAndWhen(words: Words): readonly Column<JournalRow>[] {
  return [
    {
      key: "sequence",
      title: words("enquiry:journal.sequence"),
      show: ({ sequence }) => <span className="figures">{sequence}</span>,
    },
    {
      key: "time",
      title: words("enquiry:journal.time"),
      show: ({ recordedAt }) => <InstantText instant={recordedAt} />,
    },
  ];
}
