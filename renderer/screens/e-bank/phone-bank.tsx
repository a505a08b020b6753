import { Form, Input } from "antd";
import { ActionField, useAction } from "#renderer/screens/e-bank/action-field.tsx";
import { EndsWithPhoneBank } from "#renderer/screens/e-bank/ending.tsx";
import { ClosingFields, OpeningFields } from "#renderer/screens/e-bank/opening-fields.tsx";
import { EBankBeside } from "#renderer/screens/e-bank/overview.tsx";
import {
  CardPinField,
  isUsable,
  RegisteredCardFields,
} from "#renderer/screens/e-bank/registered-card.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { type FieldProps, fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 5011 电话银行 开通/注销/转账协议: money goes by telephone only to whom the holder agreed on (R19). */
export function PhoneBank() {
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  const isOpen = useTeller(
    (teller) => teller.customer?.eBank.channels.includes("phone-bank") ?? false,
  );
  const hasPayees = useTeller((teller) => (teller.customer?.eBank.payees.length ?? 0) > 0);
  const ofHolder = (draft: Draft<"5011">): Draft<"5011"> =>
    draft.action === "close" || draft.action === "end-agreement" ? { ...draft, customer } : draft;
  return (
    <Suited code="5011" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen
          code="5011"
          initial={{ action: isOpen ? "agree" : "open" }}
          toInput={ofHolder}
        >
          {isOpen ? (
            <ActionField
              actions={hasPayees ? ["agree", "end-agreement", "close"] : ["agree", "close"]}
            />
          ) : (
            <ActionField actions={["open"]} />
          )}
          <FieldsOfAction />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

function FieldsOfAction() {
  const action = useAction();
  switch (action) {
    case "open":
      return <OpeningFields services={[]} />;
    case "close":
      return (
        <>
          <EndsWithPhoneBank />
          <ClosingFields />
        </>
      );
    case "agree":
      return <Agreeing />;
    case "end-agreement":
      return <EndingAgreement />;
    default:
      return null;
  }
}

/** 转账协议: a payee, with card and PIN of the holder. */
function Agreeing() {
  const words = useWords();
  return (
    <>
      <TextField name={["payee", "name"]} label={words("eBank:payee.name")} />
      <PayeeAccountField name={["payee", "account"]} />
      <RegisteredCardFields services={["phone-bank"]} />
      <IdentityField />
      <CardPinField />
      <SignedTick />
    </>
  );
}

/** The counter sees the agreed accounts masked (K01), so the customer says which one ends. */
function EndingAgreement() {
  const words = useWords();
  const payees = useTeller((teller) => teller.customer?.eBank.payees) ?? [];
  return (
    <>
      <p className="hint">{words("eBank:payee.account.agreed")}</p>
      <ul className="relation-list hint">
        {payees.map(({ name, account }) => (
          <li key={`${name}:${account}`} className="figures">
            {name} · {account}
          </li>
        ))}
      </ul>
      <PayeeAccountField name="account" />
      <IdentityField />
      <SignedTick />
    </>
  );
}

function PayeeAccountField({ name }: Pick<FieldProps, "name">) {
  const words = useWords();
  const label = words("eBank:payee.account");
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        ...requiredRule(words("kit:required", { label })),
        { pattern: /^\d{12,21}$/, message: fieldError(words("eBank:payee.account.invalid")) },
      ]}
    >
      <Input maxLength={21} inputMode="numeric" autoComplete="off" className="figures" />
    </Form.Item>
  );
}

const whyNot: WhyNot = ({ cards, eBank }, words) => {
  if (eBank.channels.includes("phone-bank") || cards.some(isUsable)) return [];
  return [{ text: words("eBank:card.none"), ways: [{ code: "9002" }] }];
};
