import type { StockView } from "#core/contract/password-card-view.ts";
import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { CountField } from "#renderer/transaction/count-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The most pieces that may be drawn at a time. */
const DRAWN_AT_MOST = 1000;

/** 8001 凭证领用: the lowest pieces of the vault into the teller's own box, counted by two (V07). */
export function DrawStock() {
  const words = useWords();
  return (
    <TransactionScreen code="8001" needsCustomer={false}>
      <p className="hint">{words("stock:draw.order")}</p>
      <KindField />
      <CountField
        name="count"
        label={words("stock:count.label")}
        most={DRAWN_AT_MOST}
        invalid={words("stock:count.invalid", { most: DRAWN_AT_MOST })}
      />
    </TransactionScreen>
  );
}

const none: readonly StockView[] = [];

/** The kind of piece, with what is left of it in box and vault. */
function KindField() {
  const words = useWords();
  const stock = useTeller((teller) => teller.workstation?.stock) ?? none;
  const { voucher } = useTeller(subjectInFront);
  const options = stock.map(({ kind, left, inVault }) => ({
    value: kind,
    label: (
      <span className="figures">
        {words("stock:kind.said", { kind: words(`term:voucher.${kind}`), left, inVault })}
      </span>
    ),
  }));
  useChosenBefore("kind", options, voucher);
  return <ChooseOneField name="kind" label={words("stock:kind.label")} options={options} />;
}
