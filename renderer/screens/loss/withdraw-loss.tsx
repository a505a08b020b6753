import { noCaseFor } from "#renderer/screens/loss/case-reasons.ts";
import { CasePinField, useChosenCase } from "#renderer/screens/loss/chosen-case.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { SlipField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const whyNot = noCaseFor("4006");

/** 4006 挂失撤销: the holder brings back the very card that was reported lost (T12). */
export function WithdrawLoss() {
  const words = useWords();
  return (
    <Suited code="4006" whyNot={whyNot}>
      <TransactionScreen code="4006">
        <CaseField transaction="4006" />
        <OfWrittenReport />
        <IdentityField />
        <SwipeField name="swipe" label={words("loss:found-card.label")} />
      </TransactionScreen>
    </Suited>
  );
}

/** A written report ends only with its paper and the PIN; an oral one never had either. */
function OfWrittenReport() {
  const words = useWords();
  const lossCase = useChosenCase();
  if (!lossCase || lossCase.status === "oral-active") return null;
  const isMade = lossCase.orderStatus === "ordered" || lossCase.orderStatus === "arrived";
  return (
    <>
      {isMade && <p className="hint">{words("loss:made-is-void", { order: lossCase.order })}</p>}
      <SlipField />
      <CasePinField purpose="verify" />
    </>
  );
}
