import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { PaymentOrder } from "#core/e-bank/payment.ts";
import { ClosedToHer } from "#renderer/customer/bank/closed-to-her.tsx";
import { OrderErrors } from "#renderer/customer/bank/field.tsx";
import { type OrderField, readOrder } from "#renderer/customer/bank/order-form.ts";
import { PaymentSteps } from "#renderer/customer/bank/payment-steps.tsx";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly kind: PaymentOrder["kind"];
  readonly submit: string;
  readonly children: ReactNode;
}

/**
 * A form that asks for a payment, and what becomes of it. The form keeps what was typed while the
 * payment is on its way, so that "back" finds it again.
 */
export function OrderPage(props: Props) {
  const payment = useCustomer((customer) => customer.payment);
  const isFilling = payment.step === "none" || payment.step === "sending";
  return (
    <>
      <div hidden={!isFilling}>
        <ClosedToHer kind={props.kind} />
        <OrderForm {...props} isFilling={isFilling} isSending={payment.step === "sending"} />
      </div>
      <PaymentSteps payment={payment} />
    </>
  );
}

interface FormProps extends Props {
  /** False while what became of it is in view, and the form is not. */
  readonly isFilling: boolean;
  readonly isSending: boolean;
}

function OrderForm({ kind, submit, children, isFilling, isSending }: FormProps) {
  const words = useWords();
  const pay = useCustomer((customer) => customer.pay);
  const form = useRef<HTMLFormElement>(null);
  const [unreadable, tell] = useState<readonly OrderField[]>([]);

  // Whoever comes back from a payment finds the form where it begins.
  useEffect(() => {
    if (isFilling) takeLostFocus(form.current?.querySelector<HTMLElement>("input, select"));
  }, [isFilling]);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const order = readOrder(kind, new FormData(event.currentTarget));
    tell(order.ok ? [] : order.refusal.fields);
    if (order.ok) void pay(order.value);
    else focusFirst(event.currentTarget, order.refusal.fields);
  }

  return (
    <form ref={form} className="order" onSubmit={send} aria-busy={isSending} noValidate>
      <OrderErrors value={unreadable}>{children}</OrderErrors>
      <div className="actions">
        <button type="submit" className="primary" disabled={isSending}>
          {isSending ? words("bank:sending") : submit}
        </button>
      </div>
    </form>
  );
}

function focusFirst(form: HTMLFormElement, [first]: readonly OrderField[]): void {
  const control = first && form.elements.namedItem(first);
  if (control instanceof HTMLElement) control.focus();
}
