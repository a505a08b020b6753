import { Form } from "antd";
import { useEffect, useRef, useState } from "react";
import { ReversalPart, ReversalReason } from "#core/reversal/reversal.ts";
import { useIsFilling } from "#renderer/screens/filling.ts";
import { OriginalPosting } from "#renderer/screens/reversal/original-posting.tsx";
import { SequenceField } from "#renderer/screens/reversal/sequence-field.tsx";
import { TodaysPostings } from "#renderer/screens/reversal/todays-postings.tsx";
import { useOriginal } from "#renderer/screens/reversal/use-original.ts";
import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { goOn } from "#renderer/transaction/forward.ts";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1106 冲正/抹账: a posting of today, by its number or out of the teller's own list (C06). */
export function ReversePosting() {
  const { posting } = useTeller(subjectInFront);
  useNoCustomer();
  const isFilling = useIsFilling();
  const [picked, pick] = useState<Picked>();
  return (
    <>
      <TransactionScreen
        code="1106"
        needsCustomer={false}
        initial={posting === undefined ? {} : { sequence: Number(posting) }}
      >
        <Chosen picked={picked} />
      </TransactionScreen>
      {isFilling && (
        <TodaysPostings picked={picked?.sequence} onPick={(sequence) => pick({ sequence })} />
      )}
    </>
  );
}

/** A line that was taken out of the list; the same one once more is another picking. */
interface Picked {
  readonly sequence: number;
}

/** What is to be undone and why, beside what is known of it. */
function Chosen({ picked }: { readonly picked: Picked | undefined }) {
  const form = Form.useFormInstance();
  const place = useRef<HTMLDivElement>(null);
  const original = useOriginal(Form.useWatch<number | undefined>("sequence", form));
  // What cannot be undone is refused here and now: no reason is asked for, and no step leads on.
  const isBarred = original.status === "found" && original.row.undoable === undefined;
  const [offered] = (original.status === "found" && original.row.undoable) || [];
  useEffect(() => {
    if (!isBarred) form.setFieldValue("part", offered ?? "whole");
  }, [form, offered, isBarred]);
  useEffect(() => {
    const screen = place.current?.closest<HTMLElement>(".screen");
    if (!picked || !screen) return;
    form.setFieldValue("sequence", picked.sequence);
    goOn(form, screen);
  }, [form, picked]);

  return (
    <div ref={place} data-barred={isBarred}>
      <SequenceField />
      <OriginalPosting original={original} />
      {!isBarred && <Reasons />}
    </div>
  );
}

/** What is undone of it, and why. */
function Reasons() {
  const words = useWords();
  return (
    <>
      <ChooseOneField
        name="part"
        label={words("reversal:part.label")}
        options={ReversalPart.options.map((value) => ({
          value,
          label: words(`reversal:part.${value}`),
        }))}
      />
      <ChooseOneField
        name="reason"
        label={words("reversal:reason.label")}
        options={ReversalReason.options.map((value) => ({
          value,
          label: words(`term:reversal.${value}`),
        }))}
      />
      <ReasonField name="words" label={words("reversal:words.label")} />
    </>
  );
}
