import type { CustomerView } from "#core/contract/customer-view.ts";
import { EBankBeside } from "#renderer/screens/e-bank/overview.tsx";
import {
  networks,
  RegisteredCardFields,
  registeredCard,
  unusableRegistered,
} from "#renderer/screens/e-bank/registered-card.tsx";
import type { Way } from "#renderer/screens/open-keys.tsx";
import { type Reason, Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { IdentityField, ShownDocumentField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

const switches = ["e-commerce", "outward-transfer"] as const;
type Switch = (typeof switches)[number];

/** Those switches of a customer that are on, or off. */
function switchesOf({ eBank }: CustomerView, on: boolean): readonly Switch[] {
  return switches.filter((which) => eBank.switches[which] === on);
}

/** The switches that can be thrown: 5007 while one is on, 5008 while one is off. */
export function switchWays(customer: CustomerView): readonly Way[] {
  return [
    ...(switchesOf(customer, true).length > 0 ? [{ code: "5007" } as const] : []),
    ...(switchesOf(customer, false).length > 0 ? [{ code: "5008" } as const] : []),
  ];
}

/** 5007 关闭 电子商务/对外转账: it protects, so the document alone will do (P24). */
export function CloseSwitch() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  return (
    <Suited code="5007" whyNot={whyNotClose}>
      <div className="with-beside">
        <TransactionScreen code="5007" toInput={(draft) => ({ ...draft, customer })}>
          <p className="hint">{words("eBank:switch.protects")}</p>
          <WhichField on />
          <ShownDocumentField />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

/** 5008 开通 电子商务/对外转账: only here, for the holder with document and registered card (P25). */
export function OpenSwitch() {
  const words = useWords();
  return (
    <Suited code="5008" whyNot={whyNotOpen}>
      <div className="with-beside">
        <TransactionScreen code="5008">
          <p className="hint">{words("loss:holder-only")}</p>
          <WhichField on={false} />
          <RegisteredCardFields services={networks} />
          <IdentityField />
          <SignedTick />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

/** The function to change, among those that are `on` now; a single one is chosen already. */
function WhichField({ on }: { readonly on: boolean }) {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const those = customer ? switchesOf(customer, on) : [];
  const options = those.map((value) => ({ value, label: words(`term:switch.${value}`) }));
  useChosenBefore("which", options, undefined);
  return <ChooseOneField name="which" label={words("eBank:switch.which")} options={options} />;
}

function notNetworked({ eBank }: CustomerView, words: Words): readonly Reason[] {
  if (networks.some((one) => eBank.channels.some((channel) => channel === one))) return [];
  const channel = words("term:channel.internet-bank");
  return [{ text: words("eBank:not-open", { channel }), ways: [{ code: "5005" }] }];
}

const whyNotClose: WhyNot = (customer, words) => {
  if (switchesOf(customer, true).length > 0) return notNetworked(customer, words);
  return [{ text: words("eBank:switch.none-on"), ways: [{ code: "5008" }] }];
};

const whyNotOpen: WhyNot = (customer, words) => {
  const closed = notNetworked(customer, words);
  if (closed.length > 0) return closed;
  if (switchesOf(customer, false).length === 0) {
    return [{ text: words("eBank:switch.none-off"), ways: [{ code: "5007" }] }];
  }
  return unusableRegistered(registeredCard(customer, networks), words);
};
