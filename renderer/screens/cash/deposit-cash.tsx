import { Form } from "antd";
import { isOpenAccount, noAccount } from "#renderer/screens/cash/open-account.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const UNNAMED = "unnamed";

/** 3011 现金存款: cash from anybody; a loss or a debit block never stops it (L10). */
export function DepositCash() {
  return (
    <Suited code="3011" whyNot={noAccount}>
      <TransactionScreen code="3011" initial={{ card: UNNAMED }} toInput={withoutUnnamed}>
        <AccountField only={isOpenAccount} />
        <AmountField />
        <NamedCard />
      </TransactionScreen>
    </Suited>
  );
}

/** The number the payer named, old ones too: the money follows its account (L20). */
function NamedCard() {
  const words = useWords();
  const account = Form.useWatch<string | undefined>("account", Form.useFormInstance());
  const cards = useTeller((teller) => teller.customer?.cards) ?? [];
  const named = cards.filter(
    (card) => card.account === account && card.life !== "made" && card.life !== "void",
  );
  if (named.length === 0) return null;
  return (
    <ChooseOneField<string>
      name="card"
      label={words("cash:card.label")}
      isOptional
      options={[
        { value: UNNAMED, label: words("cash:card.none") },
        ...named.map(({ id, number, life }) => ({
          value: id,
          label: `${number} · ${words(`noun:life.${life}`)}`,
        })),
      ]}
    />
  );
}

function withoutUnnamed({ card, ...draft }: Draft<"3011">): Draft<"3011"> {
  return card === undefined || card === UNNAMED ? draft : { ...draft, card };
}
