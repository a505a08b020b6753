import { BATCH_MAX } from "#core/password-card/batch.ts";
import { Batches } from "#renderer/screens/stock/batches.tsx";
import { ShopKeyField } from "#renderer/screens/stock/shop-key-field.tsx";
import { AskedKey } from "#renderer/screens/stock/thumbprint.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { CountField } from "#renderer/transaction/count-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 8007 口令卡制卡: a batch for the branch's stock, as one encrypted file for the printer's shop. */
export function MakePasswordCards() {
  const words = useWords();
  const isFilling = useTeller((teller) => teller.transaction.step === "filling");
  const openScreen = useTeller((teller) => teller.openScreen);
  return (
    <>
      <TransactionScreen code="8007" needsCustomer={false} alsoAsked={<AskedKey />}>
        <CountField
          name="count"
          label={words("stock:batch.count")}
          most={BATCH_MAX}
          invalid={words("stock:count.invalid", { most: BATCH_MAX })}
        />
        <ShopKeyField />
        <p className="notable">{words("stock:file.fate")}</p>
      </TransactionScreen>
      {isFilling && (
        <Batches
          onOpen={({ delivered, count }) => {
            if (delivered < count) openScreen("8008");
          }}
        />
      )}
    </>
  );
}
