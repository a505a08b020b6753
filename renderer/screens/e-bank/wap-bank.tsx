import { ActionField, useAction } from "#renderer/screens/e-bank/action-field.tsx";
import { ClosingFields, OpeningFields } from "#renderer/screens/e-bank/opening-fields.tsx";
import { EBankBeside } from "#renderer/screens/e-bank/overview.tsx";
import { isUsable } from "#renderer/screens/e-bank/registered-card.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

/** 5010 手机银行(WAP) 开通/注销: it hangs on the card that the internet bank hangs on (P09). */
export function WapBank() {
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  const isOpen = useTeller(
    (teller) => teller.customer?.eBank.channels.includes("wap-bank") ?? false,
  );
  const ofHolder = (draft: Draft<"5010">): Draft<"5010"> =>
    draft.action === "close" ? { ...draft, customer } : draft;
  return (
    <Suited code="5010" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen
          code="5010"
          initial={{ action: isOpen ? "close" : "open" }}
          toInput={ofHolder}
        >
          <ActionField actions={isOpen ? ["close"] : ["open"]} />
          <FieldsOfAction />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

function FieldsOfAction() {
  const action = useAction();
  if (action === "open") return <OpeningFields services={["internet-bank"]} />;
  return action === "close" ? <ClosingFields /> : null;
}

const whyNot: WhyNot = ({ cards, eBank }, words) => {
  if (eBank.channels.includes("wap-bank") || cards.some(isUsable)) return [];
  return [{ text: words("eBank:card.none"), ways: [{ code: "9002" }] }];
};
