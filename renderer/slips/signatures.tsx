import type { SlipView } from "#core/contract/posting-view.ts";
import { StaffSeals } from "#renderer/slips/staff-seals.tsx";
import { useSlipWords } from "#renderer/slips/use-slip-words.ts";

/**
 * Where customer or agent sign, teller and approver put their seals, and the bank its own (3.12). What
 * moves blank pieces alone is signed by the two who checked it, for no customer is there (V03); so is
 * the end of a day.
 */
export function Signatures({ slip }: { readonly slip: SlipView }) {
  const slipWords = useSlipWords();
  const isByAgent = slip.facts.some(({ name }) => name === "agentName");
  const hasNotes = slip.facts.some(({ name }) => name === "note");
  const isMoney = slip.facts.some(({ name }) => name === "amount" || name === "payout");
  const isOfTwo =
    slip.facts.some(({ name }) => name === "voucher" || name === "batch" || name === "sealedDay") &&
    !slip.facts.some(({ name }) => name === "customer");
  const isSeal = slip.kind === "day-seal";
  const ofTwo = isSeal ? slipWords.sealDeclaration : slipWords.twoDeclaration;
  const declaration = hasNotes ? slipWords.declarationWithNotes : slipWords.declaration;
  const signature = isByAgent ? slipWords.agentSignature : slipWords.customerSignature;
  return (
    <section className="signatures">
      <div className="signature customer">
        <span>{isOfTwo ? ofTwo : declaration}</span>
        <strong>{isOfTwo ? slipWords.twoSignatures : signature}</strong>
        <span className="line" />
        <span>{slipWords.signedOn}</span>
      </div>
      <StaffSeals
        slip={slip}
        bank={isMoney ? slipWords.accountingSeal : slipWords.acceptanceSeal}
      />
    </section>
  );
}
