import type { CustomerView } from "#core/contract/customer-view.ts";
import { EndsWithInternetBank } from "#renderer/screens/e-bank/ending.tsx";
import { ClosingFields, OpeningFields } from "#renderer/screens/e-bank/opening-fields.tsx";
import { EBankBeside } from "#renderer/screens/e-bank/overview.tsx";
import {
  isUsable,
  networks,
  registeredCard,
  unusableRegistered,
} from "#renderer/screens/e-bank/registered-card.tsx";
import { switchWays } from "#renderer/screens/e-bank/switches.tsx";
import type { Way } from "#renderer/screens/open-keys.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 5005 网上银行开通: on a card that becomes the registered one, before a supervisor (R19). */
export function OpenInternetBank() {
  return (
    <Suited code="5005" whyNot={whyNotOpen}>
      <div className="with-beside">
        <TransactionScreen code="5005">
          <OpeningFields services={["wap-bank"]} />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

/** What somebody comes for whose internet bank is open already; that it is to be closed, least. */
function waysOfOpen(customer: CustomerView): readonly Way[] {
  const hasMedium = customer.eBank.medium === "card" || customer.eBank.medium === "usb-key";
  return [
    ...(hasMedium ? [] : [{ code: "5001" } as const]),
    ...switchWays(customer),
    { code: "5009" },
    { code: "5006" },
  ];
}

const whyNotOpen: WhyNot = (customer, words) => {
  if (customer.eBank.channels.includes("internet-bank")) {
    return [
      {
        text: words("eBank:already-open", { channel: words("term:channel.internet-bank") }),
        ways: waysOfOpen(customer),
      },
    ];
  }
  if (!customer.cards.some(isUsable)) {
    return [{ text: words("eBank:card.none"), ways: [{ code: "9002" }] }];
  }
  return unusableRegistered(registeredCard(customer, networks), words);
};

/** 5006 网上银行注销: the password card is void in the same posting (5.3). */
export function CloseInternetBank() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id) ?? "";
  return (
    <Suited code="5006" whyNot={whyNotClose}>
      <div className="with-beside">
        <TransactionScreen code="5006" toInput={(draft) => ({ ...draft, customer })}>
          <p className="hint">{words("loss:holder-only")}</p>
          <EndsWithInternetBank />
          <ClosingFields />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

const whyNotClose: WhyNot = ({ eBank }, words) => {
  if (eBank.channels.includes("internet-bank")) return [];
  const channel = words("term:channel.internet-bank");
  return [{ text: words("eBank:not-open", { channel }), ways: [{ code: "5005" }] }];
};
