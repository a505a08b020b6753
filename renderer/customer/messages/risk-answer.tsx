import { useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import type { PhoneMessage } from "#core/contract/sms-view.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Her yes or no below the message that asks whether a payment is hers (W04), or what she has said. */
export function RiskAnswer({
  asks: { flag, status },
}: {
  readonly asks: NonNullable<PhoneMessage["asks"]>;
}) {
  const words = useWords();
  const say = useSayToCustomer();
  const answer = useCustomer((customer) => customer.answerRisk);
  const [refusal, refuse] = useState<Refusal>();
  if (status !== "waiting") {
    return (
      <p className="message-facts" role="status">
        {words(`risk:phone.${status}`)}
      </p>
    );
  }
  return (
    <>
      <p className="message-answer">
        <button type="button" onClick={() => void answer(flag, true).then(refuse)}>
          {words("risk:phone.say-yes")}
        </button>{" "}
        <button type="button" onClick={() => void answer(flag, false).then(refuse)}>
          {words("risk:phone.say-no")}
        </button>
      </p>
      {refusal && <p role="alert">{say(refusal)}</p>}
    </>
  );
}
