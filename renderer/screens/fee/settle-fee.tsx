import { Form } from "antd";
import { formatFen } from "#core/money/fen.ts";
import { isOpenAccount } from "#renderer/screens/cash/open-account.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const ways = ["cash", "account", "waived"] as const;
type Way = (typeof ways)[number];

/** What the form holds: one choice among three ways, where the contract has an action and a means. */
type Filled = Draft<"9007"> & { readonly way?: Way };

/** 9007 收费/减免: a fee that the customer owes is collected, or let off in words (C07, 3.13). */
export function SettleFee() {
  const words = useWords();
  return (
    <TransactionScreen code="9007" toInput={asAsked}>
      <OwedField />
      <ChooseOneField<Way>
        name="way"
        label={words("fee:way.label")}
        options={ways.map((value) => ({ value, label: words(`fee:way.${value}`) }))}
      />
      <Rest />
    </TransactionScreen>
  );
}

function OwedField() {
  const words = useWords();
  const owed = useTeller((teller) => teller.customer?.owedFees) ?? [];
  const about = useTeller((teller) => teller.subject.owedFee);
  const options = owed.map(({ id, kind, amount, owedOn }) => ({
    value: id,
    label: (
      <span className="figures">
        {words("fee:owed.said", {
          kind: words(`term:fee-kind.${kind}`),
          amount: formatFen(amount),
          owedOn,
        })}
      </span>
    ),
  }));
  useChosenBefore("owed", options, about);
  return (
    <ChooseOneField
      name="owed"
      label={words("fee:owed.label")}
      options={options}
      none={words("fee:owed.none")}
    />
  );
}

function Rest() {
  const words = useWords();
  const way = Form.useWatch<Way | undefined>("way", Form.useFormInstance());
  if (way === "waived") return <ReasonField name="waiver" label={words("fee:waiver.label")} />;
  if (way !== "account") return null;
  return (
    <>
      <AccountField only={isOpenAccount} />
      <SignedTick />
    </>
  );
}

function asAsked(draft: Draft<"9007">): Draft<"9007"> {
  const { way, ...rest }: Filled = draft;
  if (way === "waived") return { ...rest, action: "waive" } as Draft<"9007">;
  // The fields of each way are those of its arm; the contract parses what comes of it.
  return { ...rest, action: "collect", by: way } as Draft<"9007">;
}
