import { type FreezeKind, FreezeKinds, type FreezeTerm } from "#core/freeze/freeze-kind.ts";
import type { Words } from "#renderer/wording/words.ts";
import table from "#resources/freeze-kinds.json" with { type: "json" };

/** Table 3.4 as the program ships it: what an organ of each kind may do, and for how long. */
export const freezeKinds = FreezeKinds.parse(table);

/** The row of a kind; undefined while none has been chosen. */
export function kindNamed(name: string | undefined): FreezeKind | undefined {
  return freezeKinds.find(({ kind }) => kind === name);
}

/** A name of the table in the language now chosen. */
export function named(words: Words, name: FreezeKind["organ"]): string {
  return words("shell:language.code") === "en" ? name.en : name.zh;
}

/** A term in words: "6 个月". */
export function sayTerm(words: Words, term: FreezeTerm): string {
  if (term.unit === "open") return words("freeze:unit.open");
  return words("freeze:term.of", {
    count: term.count,
    unitText: words(`freeze:unit.${term.count === 1 ? "one." : ""}${term.unit}`),
  });
}

/** What the law says of a kind, in one line: statute, longest terms, renewal, and deduction. */
export function sayKind(words: Words, kind: FreezeKind): string {
  const { statutes, longest, extended, extendedBy, renewal, deducts } = kind;
  return [
    words("freeze:kind.statute", { statutes: statutes.join("；") }),
    longest.unit === "open"
      ? words("freeze:kind.longest.open")
      : words("freeze:kind.longest", { term: sayTerm(words, longest) }),
    ...(extended && extendedBy
      ? [
          words("freeze:kind.extended", {
            by: named(words, extendedBy),
            term: sayTerm(words, extended),
          }),
        ]
      : []),
    renewal
      ? words("freeze:kind.renewal", { term: sayTerm(words, renewal.longest) })
      : words("freeze:kind.renewal.none"),
    words(deducts ? "freeze:kind.deducts" : "freeze:kind.deducts-not"),
  ].join(" · ");
}
