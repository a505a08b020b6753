import type { Refusal } from "#core/contract/refusal.ts";
import type { PaymentKind } from "#core/e-bank/payment.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** That the customer cannot order such a thing now and why, before she fills anything in. */
export function ClosedToHer({ kind }: { readonly kind: PaymentKind }) {
  const words = useWords();
  const say = useSayToCustomer();
  const closed = useCustomer(({ bank }) => bank?.session?.closed.find((one) => one.kind === kind));
  if (!closed) return null;
  return (
    <p className="caution" role="status">
      {words("bank:closed")}
      {/* The contract keeps the refusal loose here; it is one of the contract's all the same. */}
      {say(closed.refusal as unknown as Refusal)}
    </p>
  );
}
