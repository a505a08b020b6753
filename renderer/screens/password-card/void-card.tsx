import { Form } from "antd";
import { presentCard } from "#renderer/screens/password-card/card-state.ts";
import { ReturnedField } from "#renderer/screens/password-card/returned-field.tsx";
import { CardBeside } from "#renderer/screens/password-card/status-facts.tsx";
import { PieceField } from "#renderer/screens/stock/piece-field.tsx";
import { Instead } from "#renderer/screens/suited.tsx";
import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

type What = Draft<"5003">["what"];

const all = ["blank", "card"] as const satisfies readonly What[];

/** 5003 口令卡作废: the next blank piece, its film damaged (P27), or a card a customer gives up. */
export function VoidPasswordCard() {
  const words = useWords();
  const { serial } = useTeller(subjectInFront);
  const card = useTeller(({ customer }) => customer && presentCard(customer));
  const isIssuing = useTeller((teller) => teller.aside !== undefined);
  // Whoever holds a piece in the hand has said which one it is; the form only shows it again.
  const isHeld = serial !== undefined;
  const what: What = isHeld || !card ? "blank" : "card";
  const ofCard = (draft: Draft<"5003">): Draft<"5003"> =>
    draft.what === "card" ? { ...draft, passwordCard: card?.id ?? "" } : draft;

  return (
    <div className="with-beside">
      <TransactionScreen
        code="5003"
        needsCustomer={false}
        initial={isHeld ? { what, serial } : { what }}
        toInput={ofCard}
      >
        <ChooseOneField
          name="what"
          label={words("passwordCard:void.what")}
          options={all
            .filter((one) => one === "blank" || !isIssuing)
            .map((value) => ({ value, label: words(`passwordCard:void.what.${value}`) }))}
        />
        <BlankOrCard hasCard={card !== undefined} />
      </TransactionScreen>
      {!isIssuing && <CardBeside />}
    </div>
  );
}

function BlankOrCard({ hasCard }: { readonly hasCard: boolean }) {
  const words = useWords();
  const what = Form.useWatch<What | undefined>("what", Form.useFormInstance());
  if (what === "blank") {
    return (
      <>
        <PieceField kind="password-card" isToVoid />
        <p className="hint">{words("passwordCard:void.blank")}</p>
      </>
    );
  }
  if (what !== "card") return null;
  if (!hasCard) {
    const ways = [{ code: "2001" as const }, { code: "5004" as const }];
    return <Instead reasons={[{ text: words("passwordCard:void.card.none"), ways }]} />;
  }
  return (
    <>
      <p className="hint notable">{words("passwordCard:void.card.warning")}</p>
      <ReturnedField />
      <IdentityField />
      <SignedTick />
    </>
  );
}
