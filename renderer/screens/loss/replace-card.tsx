import { Form } from "antd";
import type { LossCaseView } from "#core/contract/customer-view.ts";
import { noCaseFor } from "#renderer/screens/loss/case-reasons.ts";
import {
  CasePinField,
  NumberingOfCase,
  useChosenCase,
} from "#renderer/screens/loss/chosen-case.tsx";
import { Instead, Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { SlipField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const whyNot = noCaseFor("4007");

/** 4007 挂失补卡: the holder collects a new card with the paper of the report (L11). */
export function ReplaceCard() {
  return (
    <Suited code="4007" whyNot={whyNot}>
      <TransactionScreen code="4007" initial={{ fee: "cash" }}>
        <CaseField transaction="4007" />
        <BeforeTerm />
        <NumberingOfCase />
        <OfSameNumber />
        <SlipField />
        <IdentityField />
        <OfDoubleLoss />
        <FeeField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}

/** A replacement before the term is over, where the bank allows it, wants a higher word (T17). */
function BeforeTerm() {
  const words = useWords();
  const lossCase = useChosenCase();
  if (lossCase?.status !== "formal-waiting") return null;
  return (
    <p className="hint">{words("loss:before-term", { maturesOn: lossCase.maturesOn ?? "" })}</p>
  );
}

/** A card of the same number must have been made: its swipe, or how to come by it (L06). */
function OfSameNumber() {
  const words = useWords();
  const numbering = Form.useWatch<unknown>("numbering", Form.useFormInstance());
  const lossCase = useChosenCase();
  if (!lossCase || numbering !== "same") return null;
  if (lossCase.orderStatus === "arrived") {
    return <SwipeField name="made" label={words("loss:made.label")} />;
  }
  return <NotReady lossCase={lossCase} />;
}

function NotReady({ lossCase }: { readonly lossCase: LossCaseView }) {
  const words = useWords();
  const order = useTeller((teller) =>
    teller.customer?.orders.find(({ id, status }) => id === lossCase.order && status === "ordered"),
  );
  const text = order
    ? words("loss:ready.ordered", { order: order.id, dueOn: order.dueOn })
    : words("loss:ready.none");
  const subject = order ? { order: order.id } : { lossCase: lossCase.number };
  return <Instead reasons={[{ text, ways: [{ code: "8006", subject }] }]} />;
}

/** Where the PIN was lost with the card, the new card gets a new one (T23). */
function OfDoubleLoss() {
  return useChosenCase()?.kind === "both" ? <CasePinField purpose="new" /> : null;
}
