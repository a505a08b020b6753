import { Counted } from "#renderer/screens/stock/counted.tsx";
import { RangesField } from "#renderer/screens/stock/ranges-field.tsx";
import { HolderField, KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 8005 凭证碰库: what two people count, told blind; what it found stands below the receipt (V05). */
export function CountStock() {
  const words = useWords();
  const isDone = useTeller((teller) => teller.transaction.step === "done");
  return (
    <>
      <TransactionScreen code="8005" needsCustomer={false}>
        <p className="hint">{words("stock:counting.blind")}</p>
        <KindField isBlind />
        <HolderField places={["vault", "voided"]} />
        <RangesField name="counted" label={words("stock:counting.label")} mayBeNone />
      </TransactionScreen>
      {isDone && <Counted />}
    </>
  );
}
