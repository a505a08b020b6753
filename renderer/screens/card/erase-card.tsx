import { Form } from "antd";
import { useCallback, useEffect } from "react";
import type { SwipeView } from "#core/contract/swipe-view.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3014 旧卡消磁: the stripe of an old card that the counter has collected is erased (T34). */
export function EraseCard() {
  const words = useWords();
  const showHolder = useHolderShown();
  // Known from the kind that is set up: nobody should swipe, agree, and only then hear of it.
  const cannotErase = useTeller((teller) => teller.workstation?.reader.cannotErase);
  return (
    <TransactionScreen code="3014" needsCustomer={false}>
      {cannotErase && (
        <p role="alert" className="notable">
          {words("card:erase.unsupported")}
        </p>
      )}
      <p className="hint">{words("card:erase.note")}</p>
      <SwipeField name="swipe" label={words("card:erase.swipe.label")} onTaken={showHolder} />
      <StaleSwipe />
    </TransactionScreen>
  );
}

/** Whoever holds the card that was swiped is the customer on screen: no other is shown beside it. */
function useHolderShown(): (swipe: SwipeView) => void {
  const { store } = useCounter();
  return useCallback(
    (swipe) => {
      const { aside, customer, dismissCustomer, readCustomer } = store.getState();
      if (aside || swipe.status !== "read" || swipe.customer === customer?.id) return;
      if (swipe.customer) void readCustomer(swipe.customer);
      else dismissCustomer();
    },
    [store],
  );
}

/** A reading that was too old serves nothing any more: the field waits for the next one. */
function StaleSwipe() {
  const form = Form.useFormInstance();
  const isStale = useTeller(
    ({ transaction }) =>
      transaction.step === "writing" && transaction.refusal?.code === "evidence.too-old",
  );
  useEffect(() => {
    if (isStale) form.resetFields(["swipe"]);
  }, [isStale, form]);
  return null;
}
