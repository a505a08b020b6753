import { z } from "zod";
import { FreezePaper } from "#core/freeze/freeze-kind.ts";
import { sayList } from "#renderer/screens/freeze/order-words.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The part of the request that is compared with the permits and papers on the counter. */
const Shown = z.object({
  papers: z.object({
    shown: z.array(FreezePaper),
    officers: z.array(
      z.object({ name: z.string(), permit: z.string(), permitValidTo: z.string() }),
    ),
  }),
});

/** The two officers with their permits, as typed: whoever approves compares them with the originals. */
export function OfficersAsked() {
  const words = useWords();
  const request = useTeller(({ transaction }) =>
    transaction.step === "filling" ? undefined : transaction.request,
  );
  const asked = Shown.safeParse(request?.input);
  if (!asked.success) return null;

  const { officers, shown } = asked.data.papers;
  return (
    <dl className="facts" aria-label={words("freeze:asked.papers")}>
      {officers.map(({ name, permit, permitValidTo }, index) => (
        <div key={permit}>
          <dt>{words("freeze:asked.officer", { place: index + 1 })}</dt>
          <dd className="figures">
            {words("freeze:asked.permit", { name, permit, validTo: permitValidTo })}
          </dd>
        </div>
      ))}
      <div>
        <dt>{words("freeze:shown")}</dt>
        <dd>
          {sayList(
            words,
            shown.map((paper) => words(`freeze:paper.${paper}`)),
          )}
        </dd>
      </div>
    </dl>
  );
}
