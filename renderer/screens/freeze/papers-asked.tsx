import { z } from "zod";
import { FreezePaper } from "#core/freeze/freeze-kind.ts";
import { sayList } from "#renderer/screens/freeze/order-words.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What of the request is compared with the originals and is in no outcome: it is not on any paper. */
const Shown = z.object({
  papers: z.object({
    shown: z.array(FreezePaper),
    officers: z.array(z.object({ name: z.string(), permitValidTo: z.string() })),
  }),
});

/** Which papers were laid down, and until when the permits are valid: for whoever approves. */
export function PapersAsked() {
  const words = useWords();
  const request = useTeller(({ transaction }) =>
    transaction.step === "filling" ? undefined : transaction.request,
  );
  const asked = Shown.safeParse(request?.input);
  if (!asked.success) return null;

  const { officers, shown } = asked.data.papers;
  const papers = shown.map((paper) => words(`freeze:paper.${paper}`));
  const permits = officers.map(({ name, permitValidTo: validTo }) =>
    words("freeze:asked.permit", { name, validTo }),
  );
  return (
    <dl className="facts" aria-label={words("freeze:asked.papers")}>
      <div>
        <dt>{words("freeze:asked.permits")}</dt>
        <dd className="figures">{sayList(words, permits)}</dd>
      </div>
      <div>
        <dt>{words("freeze:shown")}</dt>
        <dd>{sayList(words, papers)}</dd>
      </div>
    </dl>
  );
}
