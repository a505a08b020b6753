import { Form } from "antd";
import type { OrderView } from "#core/contract/customer-view.ts";
import { CollectionPinField } from "#renderer/screens/card/collection-pin.tsx";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { OrderField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { SlipField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3004 领卡: a made card is handed to its holder, its stripe verified by a swipe (V10). */
export function CollectCard() {
  const words = useWords();
  return (
    <Suited code="3004" whyNot={whyNot}>
      <TransactionScreen code="3004" initial={{ fee: "cash" }} toInput={withFee}>
        <OrderField only={isHere} />
        <SwipeField name="made" label={words("card:collect.made.label")} />
        <ByPurpose />
        <IdentityField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}

/** After a loss the paper of the report and the fee; in an exchange the old card is given up. */
function ByPurpose() {
  const words = useWords();
  const id = Form.useWatch<string | undefined>("order", Form.useFormInstance());
  const order = useTeller((teller) => teller.customer?.orders.find((one) => one.id === id));
  if (!order) return null;
  if (order.purpose === "exchange") {
    return <SwipeField name="old" label={words("card:collect.old.label")} />;
  }
  return (
    <>
      <SlipField />
      <CollectionPinField order={order} />
      <FeeField />
    </>
  );
}

/** The contract wants a way to pay always; an exchange costs nothing at the hand-over. */
function withFee(draft: Draft<"3004">): Draft<"3004"> {
  return { ...draft, fee: draft.fee ?? "cash" };
}

function isHere({ status }: OrderView): boolean {
  return status === "arrived";
}

const whyNot: WhyNot = ({ orders, lossCases }, words) => {
  const here = orders.filter(isHere);
  const early = here.flatMap(({ lossCase }) =>
    lossCases.filter(({ number, possible }) => number === lossCase && !possible.includes("4007")),
  );
  if (here.length > early.length) return [];
  if (early.length > 0) {
    return early.map(({ number, maturesOn = "" }) => ({
      text: words("card:collect.waiting", { maturesOn }),
      ways: [{ code: "9002" as const, subject: { lossCase: number } }],
    }));
  }
  const ordered = orders.filter(({ status }) => status === "ordered");
  if (ordered.length > 0) {
    return ordered.map(({ id, dueOn }) => ({
      text: words("card:collect.ordered", { order: id, dueOn }),
      ways: [{ code: "8006" as const, subject: { order: id } }],
    }));
  }
  return [
    {
      text: words("card:collect.none"),
      ways: [{ code: "4007" as const }, { code: "3003" as const }],
    },
  ];
};
