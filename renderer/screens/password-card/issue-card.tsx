import { EBankBeside } from "#renderer/screens/e-bank/overview.tsx";
import {
  CardPinField,
  isUsable,
  LoginPasswordField,
  RegisteredCardFields,
  registeredCard,
  unusableRegistered,
} from "#renderer/screens/e-bank/registered-card.tsx";
import { presentCard } from "#renderer/screens/password-card/card-state.ts";
import { FilmField } from "#renderer/screens/password-card/film-field.tsx";
import { PieceField } from "#renderer/screens/stock/piece-field.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/**
 * 5001 口令卡发放: to the holder in person, on the registered card (P31, P33). Where the internet bank
 * is not open yet, the same visit opens it (P32).
 */
export function IssuePasswordCard() {
  const words = useWords();
  return (
    <Suited code="5001" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen code="5001" initial={{ fee: "cash" }}>
          <p className="hint">{words("loss:holder-only")}</p>
          <RegisteredCardFields services={["internet-bank"]} />
          <IdentityField />
          <CardPinField />
          <CompositeVisit />
          <PieceField kind="password-card" />
          <FilmField />
          <FeeField />
          <SignedTick />
        </TransactionScreen>
        <EBankBeside />
      </div>
    </Suited>
  );
}

/** 综合办理 (P32): what the form asks for besides, where there is no internet bank. */
function CompositeVisit() {
  const words = useWords();
  const isOpen = useTeller(
    ({ customer }) => customer?.eBank.channels.includes("internet-bank") ?? false,
  );
  if (isOpen) return null;
  return (
    <>
      <p className="hint notable">{words("passwordCard:issue.opens")}</p>
      <LoginPasswordField name={["open", "password"]} />
    </>
  );
}

const whyNot: WhyNot = (customer, words) => {
  const held = presentCard(customer);
  if (customer.eBank.medium === "usb-key") {
    return [{ text: words("passwordCard:issue.usb-key"), ways: [{ code: "5009" }] }];
  }
  if (held) {
    const subject = { passwordCard: held.id };
    return [
      {
        text: words("passwordCard:issue.held", {
          serial: held.serial,
          life: words(`noun:password-card-life.${held.life}`),
        }),
        ways: [
          { code: "5002", subject },
          { code: "5004", subject },
        ],
      },
    ];
  }
  if (!customer.cards.some(isUsable)) {
    return [{ text: words("passwordCard:issue.no-card"), ways: [{ code: "9002" }] }];
  }
  return unusableRegistered(registeredCard(customer, ["internet-bank"]), words);
};
