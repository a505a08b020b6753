import type { CustomerView } from "#core/contract/customer-view.ts";
import { ActionField, useAction } from "#renderer/screens/e-bank/action-field.tsx";
import { ClosingFields } from "#renderer/screens/e-bank/opening-fields.tsx";
import { EBankBeside } from "#renderer/screens/e-bank/overview.tsx";
import {
  CardPinField,
  RegisteredCardFields,
  registeredCard,
  unusableRegistered,
} from "#renderer/screens/e-bank/registered-card.tsx";
import { presentCard } from "#renderer/screens/password-card/card-state.ts";
import { PieceField } from "#renderer/screens/stock/piece-field.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 5009 U盾 发放/换领/注销: what is done is chosen first. A U盾 takes a password card's place (P31). */
export function UsbKey() {
  const customer = useTeller((teller) => teller.customer);
  const isHeld = customer !== undefined && holdsKey(customer);
  const id = customer?.id ?? "";
  const ofHolder = (draft: Draft<"5009">): Draft<"5009"> =>
    draft.action === "cancel" ? { ...draft, customer: id } : draft;
  return (
    <Suited code="5009" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen
          code="5009"
          initial={isHeld ? { action: "replace", fee: "cash" } : { action: "issue", fee: "cash" }}
          toInput={ofHolder}
        >
          <ActionField actions={isHeld ? ["replace", "cancel"] : ["issue"]} />
          <FieldsOfAction />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

function FieldsOfAction() {
  const words = useWords();
  const action = useAction();
  const card = useTeller(({ customer }) => customer && presentCard(customer));
  if (action === "cancel") return <ClosingFields />;
  if (action !== "issue" && action !== "replace") return null;
  return (
    <>
      {action === "issue" && card && (
        <p className="notable">{words("eBank:key.ends-card", { serial: card.serial })}</p>
      )}
      <RegisteredCardFields services={["internet-bank"]} />
      <IdentityField />
      {action === "issue" && <CardPinField />}
      <PieceField kind="usb-key" />
      <FeeField />
      <SignedTick />
    </>
  );
}

function holdsKey({ relations }: CustomerView): boolean {
  return relations.some(({ kind }) => kind === "usb-key");
}

const whyNot: WhyNot = (customer, words) => {
  if (holdsKey(customer)) return [];
  if (!customer.eBank.channels.includes("internet-bank")) {
    const channel = words("term:channel.internet-bank");
    return [{ text: words("eBank:not-open", { channel }), ways: [{ code: "5005" }] }];
  }
  return unusableRegistered(registeredCard(customer, ["internet-bank"]), words);
};
