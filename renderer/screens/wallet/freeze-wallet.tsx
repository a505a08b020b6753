import { Form, Input } from "antd";
import { useOwnChannel } from "#renderer/screens/hotline/on-the-phone.ts";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChannelField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { IdentityField, ShownDocumentField } from "#renderer/transaction/identity-field.tsx";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["freeze", "unfreeze", "risk-freeze", "risk-unfreeze"] as const;
const kinds = ["customer", "stolen"] as const;

/** What to do with a customer who has no wallet in use. */
export const noWallet: WhyNot = ({ wallet }, words) =>
  wallet ? [] : [{ text: words("wallet:whyNot.none"), ways: [{ code: "9002" }] }];

/** 7101 e钱包 冻结/解冻: stopping is easy, letting go is by whom the freeze says (W04, W12–W15). */
export function FreezeWallet() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  const channel = useOwnChannel();
  return (
    <Suited code="7101" whyNot={noWallet}>
      <TransactionScreen
        code="7101"
        initial={{ action: "freeze", channel }}
        toInput={(draft) => withEvidence({ ...draft, customer })}
      >
        <ChooseOneField
          name="action"
          label={words("wallet:action.label")}
          options={actions.map((value) => ({ value, label: words(`wallet:action.${value}`) }))}
        />
        <FieldsOfAction />
      </TransactionScreen>
    </Suited>
  );
}

function FieldsOfAction() {
  const words = useWords();
  const action = Form.useWatch<unknown>("action", Form.useFormInstance());
  switch (action) {
    case "freeze":
      return <FreezeFields />;
    case "unfreeze":
      return <UnfreezeFields />;
    case "risk-freeze":
      return <ReasonField name="words" />;
    case "risk-unfreeze":
      return <ReasonField name="finding" label={words("wallet:finding.label")} />;
    default:
      return null;
  }
}

function FreezeFields() {
  const words = useWords();
  const kind = Form.useWatch<unknown>("kind", Form.useFormInstance());
  return (
    <>
      <ChooseOneField
        name="kind"
        label={words("wallet:kind.label")}
        options={kinds.map((value) => ({ value, label: words(`term:wallet-freeze.${value}`) }))}
      />
      <ChannelField />
      <ShownDocumentField />
      <ReasonField name="words" />
      {kind === "stolen" && (
        <>
          <TextField name="case" label={words("wallet:case.label")} longest={40} />
          <Form.Item name="evidence" label={words("wallet:evidence.label")}>
            <Input.TextArea rows={4} maxLength={1200} />
          </Form.Item>
        </>
      )}
    </>
  );
}

function UnfreezeFields() {
  const words = useWords();
  const kind = Form.useWatch<unknown>("kind", Form.useFormInstance());
  const freezes = useTeller((teller) => teller.customer?.wallet?.freezes) ?? [];
  const lifted = kinds.filter((one) => freezes.some((freeze) => freeze.kind === one));
  return (
    <>
      <ChooseOneField
        name="kind"
        label={words("wallet:kind.lift")}
        options={lifted.map((value) => ({ value, label: words(`term:wallet-freeze.${value}`) }))}
        none={words("wallet:kind.none")}
      />
      <IdentityField />
      {kind === "stolen" && <ReasonField name="finding" label={words("wallet:finding.label")} />}
      <SignedTick />
    </>
  );
}

/** The evidence is typed one piece a line; the contract has a list (W14). */
function withEvidence(draft: Draft<"7101">): Draft<"7101"> {
  if (draft.action !== "freeze") return draft;
  // The field holds the text as it was typed, and nothing where it was not asked for.
  const typed = draft.evidence as unknown as string | undefined;
  const evidence = (typed ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { ...draft, evidence };
}
