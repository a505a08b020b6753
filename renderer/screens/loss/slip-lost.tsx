import { noCaseFor } from "#renderer/screens/loss/case-reasons.ts";
import { useChosenCase } from "#renderer/screens/loss/chosen-case.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { ReporterField } from "#renderer/transaction/reporter-field.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const whyNot = noCaseFor("4005");

/** 4005 挂失申请书挂失: the paper itself is lost; what the customer says must match (T13). */
export function SlipLost() {
  const words = useWords();
  return (
    <Suited code="4005" whyNot={whyNot}>
      <TransactionScreen
        code="4005"
        initial={{ reporter: { by: "holder" } }}
        toInput={byTheHolderAtLeast}
      >
        <CaseField transaction="4005" />
        <WhoReports />
        <IdentityField />
        <AmountField label={words("loss:amount-at-report.label")} />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}

/** An agent only where no PIN was lost (T20). */
function WhoReports() {
  const words = useWords();
  const lossCase = useChosenCase();
  return lossCase && lossCase.kind !== "card" ? (
    <p className="hint">{words("loss:holder-only")}</p>
  ) : (
    <ReporterField />
  );
}

function byTheHolderAtLeast(draft: Draft<"4005">): Draft<"4005"> {
  return { ...draft, reporter: draft.reporter ?? { by: "holder" } };
}
