import type { Paper } from "#core/authorisation/paper.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** What whoever gives their word compares with the screen, one line a paper (D04). */
export function PapersList({ papers = [] }: { readonly papers?: readonly Paper[] | undefined }) {
  const words = useWords();
  if (papers.length === 0) return null;
  return (
    <section aria-label={words("queue:papers")} className="papers-to-compare">
      <h4>{words("queue:papers")}</h4>
      <ul>
        {papers.map((paper) => (
          <li key={JSON.stringify(paper)}>{sayPaper(words, paper)}</li>
        ))}
      </ul>
    </section>
  );
}

function sayPaper(words: Words, paper: Paper): string {
  switch (paper.what) {
    case "document": {
      const { of, kind, by, check } = paper;
      const line = words(`queue:paper.document.${of}`, {
        kind: words(`noun:document.${kind}`),
        by: words(`queue:paper.by.${by}`),
      });
      return check ? `${line} · ${words(`term:check.${check}`)}` : line;
    }
    case "agency":
      return words(paper.agency === undefined ? "queue:paper.agency" : "queue:paper.registered", {
        agency: paper.agency ?? "",
      });
    case "organ-paper":
      return words(`freeze:paper.${paper.paper}`);
    case "officers":
    case "card":
    case "returned-piece":
    case "signature":
      return words(`queue:paper.${paper.what}`);
    case "slip":
      return words("queue:paper.slip", { number: paper.number });
    case "piece":
      return words("queue:paper.piece", { serial: paper.serial });
  }
}
