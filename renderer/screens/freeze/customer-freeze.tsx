import { Form, Input } from "antd";
import { isOpenAccount, noAccount } from "#renderer/screens/cash/open-account.ts";
import { HoldField } from "#renderer/screens/freeze/hold-field.tsx";
import { useOwnChannel } from "#renderer/screens/hotline/on-the-phone.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChannelField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField, ShownDocumentField } from "#renderer/transaction/identity-field.tsx";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["freeze", "unfreeze"] as const;
const whys = ["request", "stolen"] as const;

/** 6008 客户申请冻结, 解冻: freezing protects and is easy; unfreezing needs the holder (W12–W15). */
export function CustomerFreeze() {
  const words = useWords();
  const hold = useTeller((teller) => teller.subject.hold);
  const channel = useOwnChannel();
  return (
    <Suited code="6008" whyNot={noAccount}>
      <TransactionScreen
        code="6008"
        initial={hold === undefined ? { action: "freeze", channel } : { action: "unfreeze" }}
        toInput={withEvidence}
      >
        <ChooseOneField
          name="action"
          label={words("freeze:customer.action")}
          options={actions.map((value) => ({ value, label: words(`freeze:customer.${value}`) }))}
        />
        <FieldsOfAction />
      </TransactionScreen>
    </Suited>
  );
}

function FieldsOfAction() {
  const action = Form.useWatch<unknown>("action", Form.useFormInstance());
  if (action === "unfreeze") return <UnfreezeFields />;
  return action === "freeze" ? <FreezeFields /> : null;
}

function FreezeFields() {
  const words = useWords();
  const why = Form.useWatch<unknown>("why", Form.useFormInstance());
  return (
    <>
      <AccountField only={isOpenAccount} />
      <ChannelField />
      <ShownDocumentField />
      <ChooseOneField
        name="why"
        label={words("freeze:customer.why")}
        options={whys.map((value) => ({ value, label: words(`freeze:customer.why.${value}`) }))}
      />
      {why === "stolen" && (
        <>
          <TextField name="policeCase" label={words("freeze:customer.police")} />
          <Form.Item name="evidence" label={words("freeze:customer.evidence")}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </>
  );
}

function UnfreezeFields() {
  const words = useWords();
  return (
    <>
      <HoldField source="customer" />
      <IdentityField />
      <ReasonField name="finding" label={words("freeze:customer.finding")} isOptional />
      <SignedTick />
    </>
  );
}

/** The evidence is typed one piece a line; the contract has a list (W14). */
function withEvidence(draft: Draft<"6008">): Draft<"6008"> {
  if (draft.action === "unfreeze") return draft;
  // The field holds the text as it was typed, and nothing where it was not asked for.
  const typed = draft.evidence as unknown as string | undefined;
  const evidence = (typed ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { ...draft, evidence };
}
