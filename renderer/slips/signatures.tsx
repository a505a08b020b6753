import type { SlipView } from "#core/contract/posting-view.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

/** Where customer or agent sign, teller and approver put their seals, and the bank its own (3.12). */
export function Signatures({ slip }: { readonly slip: SlipView }) {
  const slipWords = useSlipWords();
  const isByAgent = slip.facts.some(({ name }) => name === "agentName");
  const hasNotes = slip.facts.some(({ name }) => name === "note");
  const isMoney = slip.facts.some(({ name }) => name === "amount" || name === "payout");
  return (
    <section className="signatures">
      <div className="signature customer">
        <span>{hasNotes ? slipWords.declarationWithNotes : slipWords.declaration}</span>
        <strong>{isByAgent ? slipWords.agentSignature : slipWords.customerSignature}</strong>
        <span className="line" />
        <span>{slipWords.signedOn}</span>
      </div>
      <div className="signature">
        <strong>{slipWords.teller}</strong>
        <span className="figures">{slip.teller}</span>
        <span className="small">{slipWords.seal}</span>
      </div>
      <div className="signature">
        <strong>{slipWords.approvers}</strong>
        <span className="figures">{slip.approvers.join(" / ") || slipWords.noApprover}</span>
        <span className="small">{slipWords.seal}</span>
      </div>
      <div className="signature bank">
        <strong>{isMoney ? slipWords.accountingSeal : slipWords.acceptanceSeal}</strong>
        <span className="small">{slipWords.sealPlace}</span>
      </div>
    </section>
  );
}
