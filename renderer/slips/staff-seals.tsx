import type { SlipView } from "#core/contract/posting-view.ts";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

/** Where teller, approvers and bank put their seals, under the words for the bank's own (3.12). */
export function StaffSeals({ slip, bank }: { readonly slip: SlipView; readonly bank: string }) {
  const slipWords = useSlipWords();
  return (
    <>
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
        <strong>{bank}</strong>
        <span className="small">{slipWords.sealPlace}</span>
      </div>
    </>
  );
}
