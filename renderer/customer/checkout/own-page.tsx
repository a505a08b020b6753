import { useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { EnteredPage } from "#renderer/customer/checkout/entered-page.tsx";
import { focusWrong, type Wrong } from "#renderer/customer/checkout/field.tsx";
import { IdentifierLines, useReadIdentifier } from "#renderer/customer/checkout/identifier.tsx";
import { type GoToPage, Steps } from "#renderer/customer/checkout/steps.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 我的e支付: whoever has proved that it is hers sees and changes it (E13, E15, 5.5). */
export function OwnPage({ goTo }: { readonly goTo: GoToPage }) {
  const entered = useCustomer(({ ePay }) => ePay?.entered);
  const isResuming = useCustomer(
    ({ ePayStep }) => ePayStep.step === "code" && ePayStep.what.for === "resuming",
  );
  return entered && !isResuming ? (
    <EnteredPage key={entered.enrolment} entered={entered} />
  ) : (
    <Steps goTo={goTo}>
      <Gate />
    </Steps>
  );
}

/** 手机号 + 卡号后六位: to enter, to stop at once, or to resume. Stopping alone takes no code (O10). */
function Gate() {
  const words = useWords();
  const say = useSayToCustomer();
  const form = useRef<HTMLFormElement>(null);
  const read = useReadIdentifier();
  const ask = useCustomer((customer) => customer.askOwnCode);
  const suspend = useCustomer((customer) => customer.suspendEPay);
  const isSending = useCustomer(({ ePayStep }) => ePayStep.step === "sending");
  const hasLapsed = useCustomer(({ ePay }) => ePay?.hasLapsed) ?? false;
  const [wrong, tell] = useState<Wrong>({});
  const [outcome, tellOutcome] = useState<Refusal | "suspended">();

  function whoIsIt() {
    tellOutcome(undefined);
    if (!form.current) return undefined;
    const { identifier, wrong: found } = read(form.current);
    tell(found);
    if (!identifier) focusWrong(form.current, found);
    return identifier;
  }
  function askFor(purpose: "e-pay.manage" | "e-pay.resume"): void {
    const identifier = whoIsIt();
    if (identifier) void ask({ purpose, identifier });
  }
  async function stop(): Promise<void> {
    const identifier = whoIsIt();
    if (identifier) tellOutcome((await suspend(identifier)) ?? "suspended");
  }

  return (
    <>
      <p className="explained">{words("ePayHome:own.explained")}</p>
      {hasLapsed && <p className="caution">{words("ePayHome:own.lapsed")}</p>}
      <form
        ref={form}
        className="order"
        noValidate
        aria-busy={isSending}
        onSubmit={(event) => {
          event.preventDefault();
          askFor("e-pay.manage");
        }}
      >
        <IdentifierLines form={form} wrong={wrong} />
        {outcome === "suspended" && <p role="status">{words("ePayHome:own.suspended")}</p>}
        {outcome && outcome !== "suspended" && <p role="alert">{say(outcome)}</p>}
        <div className="actions">
          <button type="submit" className="primary" disabled={isSending}>
            {words("ePayHome:own.enter")}
          </button>
          <button type="button" className="plain" onClick={() => askFor("e-pay.resume")}>
            {words("ePayHome:own.resume")}
          </button>
          <button type="button" className="plain" onClick={() => void stop()}>
            {words("ePayHome:own.suspend-now")}
          </button>
        </div>
      </form>
    </>
  );
}
