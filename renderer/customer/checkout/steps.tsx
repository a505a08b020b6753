import type { ReactNode } from "react";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { CodeForm, Named } from "#renderer/customer/checkout/code-form.tsx";
import type { EPayStep } from "#renderer/customer/store/e-pay-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Where the other pages are. */
export type GoToPage = (page: "shop" | "enrol" | "own") => void;

/**
 * A form, and after it the two steps that it leads to: the code, and what became of it (E05). The form
 * keeps what was typed, so that "back" finds it again.
 */
export function Steps({
  children,
  goTo,
}: {
  readonly children: ReactNode;
  readonly goTo: GoToPage;
}) {
  const step = useCustomer((customer) => customer.ePayStep);
  const isFilling = step.step === "none" || step.step === "sending";
  return (
    <>
      {step.step !== "refused" && <Progress at={isFilling ? 0 : step.step === "code" ? 1 : 2} />}
      <div hidden={!isFilling}>{children}</div>
      <After step={step} goTo={goTo} />
    </>
  );
}

const names = ["identify", "code", "done"] as const;

function Progress({ at }: { readonly at: number }) {
  const words = useWords();
  return (
    <ol className="progress" aria-label={words("ePayHome:steps")}>
      {names.map((name, index) => (
        <li
          key={name}
          className={index < at ? "past" : undefined}
          aria-current={index === at ? "step" : undefined}
        >
          {words(`ePayHome:step.${name}`)}
        </li>
      ))}
    </ol>
  );
}

function After({ step, goTo }: { readonly step: EPayStep; readonly goTo: GoToPage }) {
  const words = useWords();
  const leave = useCustomer((customer) => customer.leaveEPayStep);
  switch (step.step) {
    case "none":
    case "sending":
      return null;
    case "code":
      return <CodeForm key={step.id} step={step} />;
    case "paid":
      return <Paid receipt={step.receipt} />;
    case "enrolled":
      return (
        <Done
          title={words("ePayHome:enrolled.title")}
          text={words("ePayHome:enrolled.explained", { alias: step.alias })}
          next={words("ePayHome:enrolled.pay")}
          onNext={() => {
            leave();
            goTo("shop");
          }}
        />
      );
    case "resumed":
      return (
        <Done
          title={words("ePayHome:resumed.title")}
          text={words("ePayHome:resumed.explained")}
          next={words("ePayHome:done")}
          onNext={leave}
        />
      );
    case "refused":
      return <Refused step={step} goTo={goTo} />;
  }
}

function Paid({ receipt }: { readonly receipt: Extract<EPayStep, { step: "paid" }>["receipt"] }) {
  const words = useWords();
  const leave = useCustomer((customer) => customer.leaveEPayStep);
  return (
    <section className="step paid">
      <FocusedHeading level="h3">{words("ePayHome:paid.title")}</FocusedHeading>
      <Named {...receipt} />
      <dl className="facts">
        <dt>{words("bank:paid.sequence")}</dt>
        <dd className="figures">{receipt.sequence}</dd>
        <dt>{words("bank:paid.at")}</dt>
        <dd>
          <InstantText instant={receipt.recordedAt} />
        </dd>
      </dl>
      <p className="explained">{words("ePayHome:paid.told")}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={leave}>
          {words("ePayHome:done")}
        </button>
      </div>
    </section>
  );
}

interface DoneProps {
  readonly title: string;
  readonly text: string;
  readonly next: string;
  readonly onNext: () => void;
}

function Done({ title, text, next, onNext }: DoneProps) {
  return (
    <section className="step paid">
      <FocusedHeading level="h3">{title}</FocusedHeading>
      <p>{text}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={onNext}>
          {next}
        </button>
      </div>
    </section>
  );
}

function Refused({
  step: { refusal, again },
  goTo,
}: {
  readonly step: Extract<EPayStep, { step: "refused" }>;
  readonly goTo: GoToPage;
}) {
  const words = useWords();
  const say = useSayToCustomer();
  const leave = useCustomer((customer) => customer.leaveEPayStep);
  const isToConfirm = refusal.code === "risk.confirm-first";
  const mayAgain = again && (isToConfirm || refusal.code === "sms-code.too-soon");
  function turnTo(page: "enrol" | "own"): void {
    leave();
    goTo(page);
  }
  return (
    <section className="step declined">
      <FocusedHeading level="h3">{words("ePayHome:refused.title")}</FocusedHeading>
      <p role="alert">{say(refusal)}</p>
      <div className="actions">
        {mayAgain && (
          <button type="button" className="primary" onClick={() => void again()}>
            {words(isToConfirm ? "ePayHome:refused.confirmed" : "ePayHome:refused.again")}
          </button>
        )}
        {refusal.code === "e-pay.unknown" && (
          <button type="button" className="plain" onClick={() => turnTo("enrol")}>
            {words("ePayHome:refused.enrol")}
          </button>
        )}
        {refusal.code === "e-pay.not-enrolled" && (
          <button type="button" className="plain" onClick={() => turnTo("own")}>
            {words("ePayHome:refused.own")}
          </button>
        )}
        <button type="button" className="plain" onClick={leave}>
          {words("ePayHome:back")}
        </button>
      </div>
    </section>
  );
}
