import type { PasswordCardView } from "#core/contract/password-card-view.ts";
import { ReissueReason } from "#core/password-card/password-card.ts";
import {
  RegisteredCardFields,
  registeredCard,
  unusableRegistered,
} from "#renderer/screens/e-bank/registered-card.tsx";
import { useToday } from "#renderer/screens/here.ts";
import { isPastValidity, presentCard } from "#renderer/screens/password-card/card-state.ts";
import { FilmField } from "#renderer/screens/password-card/film-field.tsx";
import { ReturnedByReason } from "#renderer/screens/password-card/returned-field.tsx";
import { CardBeside } from "#renderer/screens/password-card/status-facts.tsx";
import { PieceField } from "#renderer/screens/stock/piece-field.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/**
 * 5002 口令卡换发: a new card for the old one, which is void in the same posting (P20). It is the only
 * cure of a card that wrong answers have locked for good (P18).
 */
export function ReissuePasswordCard() {
  const words = useWords();
  const card = useTeller(({ customer }) => customer && presentCard(customer));
  const today = useToday();
  const likeliest = card && likeliestReason(card, today);
  // The contract wants the old card's reference; there is only one that it can be (P09).
  const ofCard = (draft: Draft<"5002">) => ({ ...draft, passwordCard: card?.id ?? "" });
  return (
    <Suited code="5002" whyNot={whyNot}>
      <div className="with-beside">
        <TransactionScreen
          code="5002"
          initial={{ fee: "cash", ...(likeliest ? { reason: likeliest } : {}) }}
          toInput={ofCard}
        >
          <p className="hint">
            {words("loss:holder-only")} {words("passwordCard:reissue.at-once")}
          </p>
          <ReasonField card={card} today={today} />
          <ReturnedByReason />
          <RegisteredCardFields services={["internet-bank"]} />
          <IdentityField />
          <PieceField kind="password-card" />
          <FilmField />
          <FeeField />
          <SignedTick />
        </TransactionScreen>
        <CardBeside />
      </div>
    </Suited>
  );
}

/** 换发原因 (P22): of those that speak of the card's state, only what its state bears out. */
function ReasonField({
  card,
  today,
}: {
  readonly card: PasswordCardView | undefined;
  readonly today: string;
}) {
  const words = useWords();
  const reasons = ReissueReason.options.filter((reason) => card && isFounded(reason, card, today));
  return (
    <ChooseOneField
      name="reason"
      label={words("passwordCard:reissue.reason")}
      options={reasons.map((value) => ({ value, label: words(`term:reissue.${value}`) }))}
      shownAtOnce={ReissueReason.options.length}
    />
  );
}

function isFounded(reason: ReissueReason, card: PasswordCardView, today: string): boolean {
  if (reason === "locked") return card.lock === "hard";
  if (reason !== "exhausted") return true;
  return card.life === "exhausted" || card.isToRemind || isPastValidity(card, today);
}

/** What the customer has most likely come for, where the card's state leaves little doubt. */
function likeliestReason(card: PasswordCardView, today: string): ReissueReason | undefined {
  if (card.lock === "hard") return "locked";
  return card.life === "exhausted" || isPastValidity(card, today) ? "exhausted" : undefined;
}

const whyNot: WhyNot = (customer, words) => {
  if (!presentCard(customer)) {
    const way = customer.eBank.medium === "usb-key" ? "5009" : "5001";
    return [{ text: words("passwordCard:reissue.none"), ways: [{ code: way }] }];
  }
  return unusableRegistered(registeredCard(customer, ["internet-bank"]), words);
};
