import { useId } from "react";
import { SENDER } from "#core/sms/message.ts";
import { Message } from "#renderer/customer/messages/message.tsx";
import { phoneInHand, phoneKey } from "#renderer/customer/store/phone-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 手机短信: the telephone in the customer's hand with what 95588 wrote to it, the latest first (E14). */
export function Messages() {
  const words = useWords();
  const inHand = useCustomer(phoneInHand);
  const title = useId();
  if (!inHand) return <p className="nothing">{words("messages:none")}</p>;
  return (
    <article className="sms-phone" aria-labelledby={title}>
      <ChoosePhone />
      <header>
        <h1 id={title}>{SENDER}</h1>
        <p>{words("messages:sender")}</p>
      </header>
      <p className="sms-owner">
        {words(inHand.isReserved ? "messages:reserved" : "messages:not-reserved", {
          number: inHand.number,
        })}
      </p>
      <ol className="message-list" aria-label={words("messages:list")}>
        {inHand.messages.map((message) => (
          <li key={message.id}>
            <Message message={message} />
          </li>
        ))}
      </ol>
    </article>
  );
}

function ChoosePhone() {
  const words = useWords();
  const id = useId();
  const phones = useCustomer(({ phone }) => phone?.phones) ?? [];
  const inHand = useCustomer(phoneInHand);
  const choose = useCustomer((customer) => customer.choosePhone);
  return (
    <p className="sms-choice">
      <label htmlFor={id}>{words("messages:phone")}</label>
      <select
        id={id}
        value={inHand && phoneKey(inHand)}
        onChange={({ target }) => choose(target.value)}
      >
        {phones.map((one) => (
          <option key={phoneKey(one)} value={phoneKey(one)}>
            {one.name} {one.number}
          </option>
        ))}
      </select>
    </p>
  );
}
