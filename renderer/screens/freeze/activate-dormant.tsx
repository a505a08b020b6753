import type { AccountView } from "#core/contract/customer-view.ts";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

const whyNot: WhyNot = ({ accounts }, words) =>
  accounts.some(isDormant)
    ? []
    : [{ text: words("freeze:dormant.none"), ways: [{ code: "9002" }] }];

/** 6010 睡眠户激活: the holder wakes an account that long had no movement (3.6). */
export function ActivateDormant() {
  return (
    <Suited code="6010" whyNot={whyNot}>
      <TransactionScreen code="6010">
        <AccountField only={isDormant} />
        <IdentityField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}

function isDormant({ dormant }: AccountView): boolean {
  return dormant;
}
