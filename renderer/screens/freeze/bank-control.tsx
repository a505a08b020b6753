import { Form } from "antd";
import { ControlReason } from "#core/contract/transactions.ts";
import { isOpenAccount, noAccount } from "#renderer/screens/cash/open-account.ts";
import { HoldField } from "#renderer/screens/freeze/hold-field.tsx";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["place", "lift"] as const;
const controls = ["debit-block", "full-block", "credit-block", "non-counter"] as const;
const noticeWays = ["counter", "phone", "letter"] as const;

/** 6009 银行控制, 解除: the bank's own hold, with a reason and a word to the customer (3.5, B-RISK). */
export function BankControl() {
  const words = useWords();
  const hold = useTeller((teller) => teller.subject.hold);
  return (
    <Suited code="6009" whyNot={noAccount}>
      <TransactionScreen code="6009" initial={{ action: hold === undefined ? "place" : "lift" }}>
        <ChooseOneField
          name="action"
          label={words("freeze:control.action")}
          options={actions.map((value) => ({ value, label: words(`freeze:control.${value}`) }))}
        />
        <FieldsOfAction />
        <ReasonField name="words" label={words("freeze:control.words")} />
      </TransactionScreen>
    </Suited>
  );
}

function FieldsOfAction() {
  const words = useWords();
  const action = Form.useWatch<unknown>("action", Form.useFormInstance());
  if (action === "lift") return <HoldField source="bank" />;
  if (action !== "place") return null;
  return (
    <>
      <AccountField only={isOpenAccount} />
      <ChooseOneField
        name="control"
        label={words("freeze:control.kind")}
        options={controls.map((value) => ({ value, label: words(`term:hold-kind.${value}`) }))}
      />
      <ChooseOneField
        name="reason"
        label={words("freeze:control.reason")}
        options={ControlReason.options.map((value) => ({
          value,
          label: words(`term:control-reason.${value}`),
        }))}
      />
      <ChooseOneField
        name="notice"
        label={words("freeze:control.notice")}
        options={noticeWays.map((value) => ({ value, label: words(`term:notice.${value}`) }))}
      />
    </>
  );
}
