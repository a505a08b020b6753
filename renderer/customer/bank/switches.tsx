import { useEffect, useRef, useState } from "react";
import type { BankSessionView } from "#core/contract/bank-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { EBankSwitch } from "#core/e-bank/e-bank.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 电子商务 and 对外转账: the customer may close them here, and only the branch opens them (P24, P25). */
export function Switches({ session }: { readonly session: BankSessionView }) {
  const words = useWords();
  return (
    <>
      <p className="explained">{words("bank:switches.explained")}</p>
      <ul className="switches">
        {EBankSwitch.options.map((which) => (
          <SwitchLine key={which} which={which} isOn={session.switches[which]} />
        ))}
      </ul>
    </>
  );
}

function SwitchLine({ which, isOn }: { readonly which: EBankSwitch; readonly isOn: boolean }) {
  const words = useWords();
  const say = useSayToCustomer();
  const close = useCustomer((customer) => customer.closeSwitch);
  const [isAsking, ask] = useState(false);
  const [refusal, refuse] = useState<Refusal>();
  const head = useRef<HTMLParagraphElement>(null);
  const closing = useRef<HTMLButtonElement>(null);
  const sure = useRef<HTMLButtonElement>(null);

  // Each key goes with what it has done, so the focus goes to what came in its place.
  useEffect(() => {
    takeLostFocus((isAsking ? sure : isOn ? closing : head).current);
  }, [isAsking, isOn]);

  async function closeNow(): Promise<void> {
    ask(false);
    refuse(await close(which));
  }

  return (
    <li>
      <p className="switch-head" ref={head} tabIndex={-1}>
        <strong>{words(`bank:switch.${which}`)}</strong>
        <span className={isOn ? "state on" : "state off"}>
          {words(isOn ? "bank:switch.on" : "bank:switch.off")}
        </span>
      </p>
      <p>{words(isOn ? `bank:switch.${which}.means` : "bank:switch.reopen")}</p>
      {isOn && !isAsking && (
        <button ref={closing} type="button" className="plain" onClick={() => ask(true)}>
          {words(`bank:switch.${which}.close`)}
        </button>
      )}
      {isOn && isAsking && (
        <div className="actions" role="alert">
          <span>{words("bank:switch.sure")}</span>
          <button ref={sure} type="button" className="primary" onClick={() => void closeNow()}>
            {words("bank:switch.close-now")}
          </button>
          <button type="button" className="plain" onClick={() => ask(false)}>
            {words("bank:give-up")}
          </button>
        </div>
      )}
      {refusal && <p role="alert">{say(refusal)}</p>}
    </li>
  );
}
