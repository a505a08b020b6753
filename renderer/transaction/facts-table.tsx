import type { RelationMove } from "#core/replacement/relation.ts";
import type { Fact } from "#core/slip/slip.ts";
import { DayTables, isOfDay } from "#renderer/slips/day-tables.tsx";
import { numbered } from "#renderer/slips/numbered.ts";
import { sayFact } from "#renderer/wording/say-fact.ts";
import { sayRelation } from "#renderer/wording/say-relation.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The lines of a preview or a receipt; what is only to be told stands together below them. */
export function FactsTable({ facts }: { readonly facts: readonly Fact[] }) {
  const words = useWords();
  const lines = numbered(facts);
  const notes = lines.filter(({ fact }) => fact.name === "note");
  return (
    <>
      <dl className="facts">
        {lines
          .filter(({ fact }) => fact.name !== "note" && !isOfDay(fact))
          .map(({ key, fact }) => (
            <div key={key} data-fact={fact.name}>
              <dt>{words(`fact:${fact.name}`)}</dt>
              <dd className={fact.kind === "money" ? "figures money" : "figures"}>
                {sayFact(words, fact)}
              </dd>
            </div>
          ))}
        {notes.length > 0 && (
          <div data-fact="note">
            <dt>{words("fact:note")}</dt>
            {notes.map(({ key, fact }) => (
              <dd key={key}>{sayFact(words, fact)}</dd>
            ))}
          </div>
        )}
      </dl>
      <DayTables facts={facts} />
    </>
  );
}

/** What becomes of each service that hangs on the card (T35). */
export function RelationsTable({ moves }: { readonly moves: readonly RelationMove[] }) {
  const words = useWords();
  if (moves.length === 0) return null;
  return (
    <table className="relations">
      <caption>{words("kit:preview.relations")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("kit:relation.what")}</th>
          <th scope="col">{words("kit:relation.how")}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr key={move.relation}>
            <td>{sayRelation(words, move)}</td>
            <td>
              {move.how === "tell-others" ? "⚠" : "✓"} {words(`noun:move.${move.how}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
