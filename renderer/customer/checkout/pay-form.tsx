import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { OutgoingOrder } from "#core/e-bank/payment.ts";
import { OrderErrors } from "#renderer/customer/bank/field.tsx";
import { type OrderField, readOrder } from "#renderer/customer/bank/order-form.ts";
import { focusWrong, type Wrong } from "#renderer/customer/checkout/field.tsx";
import { IdentifierLines, useReadIdentifier } from "#renderer/customer/checkout/identifier.tsx";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly kind: OutgoingOrder["kind"];
  /** What is paid: fields of the order, or hidden ones. */
  readonly children: ReactNode;
}

/** 第一步: what is to be paid, and who pays (E04–E06). */
export function PayForm({ kind, children }: Props) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const readIdentifier = useReadIdentifier();
  const ask = useCustomer((customer) => customer.askToPay);
  const step = useCustomer(({ ePayStep }) => ePayStep.step);
  const [wrong, tellWrong] = useState<Wrong>({});
  const [unreadable, tellUnreadable] = useState<readonly OrderField[]>([]);
  const isSending = step === "sending";

  // Whoever comes back finds the form where it begins.
  useEffect(() => {
    if (step === "none") takeLostFocus(form.current?.querySelector<HTMLElement>("input, select"));
  }, [step]);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = event.currentTarget;
    const order = readOrder(kind, new FormData(typed));
    const who = readIdentifier(typed);
    const fields = order.ok ? [] : order.refusal.fields;
    tellUnreadable(fields);
    tellWrong(who.wrong);
    if (order.ok && who.identifier && order.value.kind !== "early-withdrawal") {
      void ask(who.identifier, order.value);
    } else {
      focusWrong(typed, { ...Object.fromEntries(fields.map((name) => [name, ""])), ...who.wrong });
    }
  }

  return (
    <form ref={form} className="order" onSubmit={send} aria-busy={isSending} noValidate>
      <OrderErrors value={unreadable}>{children}</OrderErrors>
      <IdentifierLines form={form} wrong={wrong} />
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {words(isSending ? "ePayHome:sending" : "ePayHome:pay.next")}
        </button>
      </div>
    </form>
  );
}
