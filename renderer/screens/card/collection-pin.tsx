import type { OrderView } from "#core/contract/customer-view.ts";
import { useAccountOf } from "#renderer/screens/loss/chosen-case.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { PinField } from "#renderer/transaction/pin-field.tsx";

/** A new PIN, where card and PIN were lost together (T23). */
export function CollectionPinField({ order }: { readonly order: OrderView }) {
  const lossCase = useTeller((teller) =>
    teller.customer?.lossCases.find(({ number }) => number === order.lossCase),
  );
  const account = useAccountOf(lossCase);
  return lossCase?.kind === "both" ? <PinField account={account} purpose="new" /> : null;
}
