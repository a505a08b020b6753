import { useState } from "react";
import type { PersonView } from "#core/contract/people-view.ts";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The people of the branch: office, where they stand, last sign-on; Enter takes one. */
export function PeopleList({
  people,
  onPick,
}: {
  readonly people: readonly PersonView[];
  readonly onPick: (id: string) => void;
}) {
  const words = useWords();
  const [chosen, choose] = useState<string>();
  return (
    <div className="screen order-list">
      <h2>{words("people:list.title")}</h2>
      <Register
        caption={words("people:list.title")}
        columns={columnsOf(words)}
        rows={people}
        keyOf={({ id }) => id}
        none={words("people:list.none")}
        chosen={chosen}
        onChoose={({ id }) => choose(id)}
        onOpen={({ id }) => onPick(id)}
      />
      <p>{words("people:list.keys")}</p>
    </div>
  );
}

function columnsOf(words: Words): readonly Column<PersonView>[] {
  return [
    { key: "id", title: words("session:sign-on.teller"), show: ({ id }) => id },
    { key: "name", title: words("people:name"), show: ({ name }) => name },
    {
      key: "role",
      title: words("people:role"),
      show: ({ role, assists }) =>
        words(`shell:role.${role}`) + (assists ? ` · ${words("people:assists")}` : ""),
    },
    { key: "status", title: words("people:status"), show: (person) => sayStatus(words, person) },
    {
      key: "last",
      title: words("people:last"),
      show: ({ lastSignedOnAt }) =>
        lastSignedOnAt === undefined ? "—" : <InstantText instant={lastSignedOnAt} />,
    },
    {
      key: "card",
      title: words("people:card"),
      show: ({ hasCard }) => words(hasCard ? "people:yes" : "people:no"),
    },
    {
      key: "kin",
      title: words("people:kin"),
      show: ({ isLinked, relatives }) =>
        words("people:kin.of", {
          own: words(isLinked ? "people:yes" : "people:no"),
          count: relatives,
        }),
    },
  ];
}

/** Where a person stands: what keeps them out comes before where they are. */
function sayStatus(words: Words, person: PersonView): string {
  const { leftAt, lockedOutUntil, mustChangePassword, attendance } = person;
  if (leftAt !== undefined) return words("people:status.left", { at: sayMoment(leftAt) });
  if (lockedOutUntil !== undefined) {
    return words("people:status.locked-out", { until: sayMoment(lockedOutUntil) });
  }
  const where = words(`people:status.${attendance}`);
  return mustChangePassword ? `${where} · ${words("people:status.first-password")}` : where;
}
