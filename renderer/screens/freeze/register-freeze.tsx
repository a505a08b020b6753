import { Form, Radio } from "antd";
import { AccountOnNotice } from "#renderer/screens/freeze/account-on-notice.tsx";
import { DayField } from "#renderer/screens/freeze/day-field.tsx";
import { Duty } from "#renderer/screens/freeze/duty.tsx";
import { InsteadAtOnce } from "#renderer/screens/freeze/instead-at-once.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { SubAccountsField } from "#renderer/screens/freeze/sub-accounts-field.tsx";
import { TermFields } from "#renderer/screens/freeze/term-fields.tsx";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { requiredRule } from "#renderer/transaction/field.ts";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const scopes = ["amount", "account"] as const;
const blocks = ["debit", "full"] as const;

/** 6001 有权机关冻结登记: an order of an organ, in the order of its paper (F02–F06, F10). */
export function RegisterFreeze() {
  return <Registration code="6001" />;
}

/** 6003 轮候冻结登记: the same paper, where the organ knows that another came first (F08). */
export function RegisterWaitingFreeze() {
  return <Registration code="6003" />;
}

function Registration({ code }: { readonly code: "6001" | "6003" }) {
  const words = useWords();
  return (
    <Duty code={code}>
      <TransactionScreen
        code={code}
        needsCustomer={false}
        toInput={saidAll}
        alsoAsked={<PapersAsked />}
      >
        <PapersFields kinds={({ kind }) => kind !== "emergency-stop"} />
        <fieldset className="paper-part">
          <legend>{words("freeze:group.account")}</legend>
          <AccountOnNotice />
          <TextField name="nameOnNotice" label={words("freeze:name")} />
        </fieldset>
        <fieldset className="paper-part">
          <legend>{words("freeze:group.measure")}</legend>
          <ScopeFields />
          <InterestField />
          <TermFields of="first" />
          <DayField name="lastDay" label={words("freeze:last-day")} isOptional />
        </fieldset>
        {code === "6003" && <InsteadAtOnce />}
      </TransactionScreen>
    </Duty>
  );
}

/** The approval for the longer term is asked for only where there is one. */
function saidAll(draft: Draft<"6001">): Draft<"6001"> {
  return { ...draft, isExtended: draft.isExtended ?? false };
}

/** An amount with its words as the paper has them, or the whole account, or several (F05, F17). */
function ScopeFields() {
  const words = useWords();
  const type = Form.useWatch<unknown>(["scope", "type"], Form.useFormInstance());
  return (
    <>
      <ChooseOneField
        name={["scope", "type"]}
        label={words("freeze:scope")}
        options={scopes.map((value) => ({ value, label: words(`freeze:scope.${value}`) }))}
      />
      {type === "amount" && (
        <>
          <AmountField name={["scope", "amount"]} label={words("freeze:amount")} />
          <TextField name="amountInWords" label={words("freeze:amount.words")} isOptional />
        </>
      )}
      {type === "account" && (
        <>
          <ChooseOneField
            name={["scope", "block"]}
            label={words("freeze:block")}
            options={blocks.map((value) => ({ value, label: words(`freeze:block.${value}`) }))}
          />
          <SubAccountsField />
        </>
      )}
    </>
  );
}

/** 孳息: the notice must say it, so neither answer is taken for granted (F04). */
function InterestField() {
  const words = useWords();
  const label = words("freeze:interest");
  return (
    <Form.Item
      label={label}
      name="coversInterest"
      rules={requiredRule(words("kit:required.choice", { label }))}
    >
      <Radio.Group
        aria-label={label}
        className="choose-one"
        options={[
          { value: true, label: words("freeze:interest.yes") },
          { value: false, label: words("freeze:interest.no") },
        ]}
      />
    </Form.Item>
  );
}
