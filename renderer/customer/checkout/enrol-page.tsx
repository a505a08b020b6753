import { type FormEvent, useId, useRef, useState } from "react";
import { phoneFromText } from "#core/identity/phone.ts";
import {
  CheckedLine,
  focusWrong,
  PhoneLine,
  typedIn,
  type Wrong,
} from "#renderer/customer/checkout/field.tsx";
import { Recall, writeInto } from "#renderer/customer/checkout/recall.tsx";
import { type GoToPage, Steps } from "#renderer/customer/checkout/steps.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** 在线自助开通: agreement, telephone and card, then the PIN on the pad, then the code (E02, E07–E10). */
export function EnrolPage({ goTo }: { readonly goTo: GoToPage }) {
  const words = useWords();
  const form = useRef<HTMLFormElement>(null);
  const apply = useCustomer((customer) => customer.applyForEPay);
  const isSending = useCustomer(({ ePayStep }) => ePayStep.step === "sending");
  const version = useCustomer(({ ePay }) => ePay?.agreement) ?? "";
  const [wrong, tell] = useState<Wrong>({});

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readWish(event.currentTarget, words);
    tell(read.wrong);
    if (Object.keys(read.wrong).length > 0) focusWrong(event.currentTarget, read.wrong);
    else void apply({ ...read.wish, agreement: version });
  }

  return (
    <Steps goTo={goTo}>
      <p className="explained">{words("ePayHome:enrol.explained")}</p>
      <form ref={form} className="order" onSubmit={send} aria-busy={isSending} noValidate>
        <Agreement version={version} wrong={wrong.agreement} />
        <Recall
          of="others"
          label={words("ePayHome:recall.card")}
          onRecalled={({ phone, cards }) => {
            const free = cards.find(({ isEnrolled }) => !isEnrolled) ?? cards[0];
            writeInto(form.current, "phone", phone ?? "");
            writeInto(form.current, "number", free?.number ?? "");
          }}
        />
        <PhoneLine wrong={wrong} />
        <CheckedLine
          name="number"
          label={words("ePayHome:enrol.number")}
          hint={words("ePayHome:enrol.number.hint")}
          inputMode="numeric"
          maxLength={30}
          wrong={wrong}
        />
        <CheckedLine
          name="alias"
          label={words("ePayHome:enrol.alias")}
          hint={words("ePayHome:enrol.alias.hint")}
          defaultValue={words("ePayHome:enrol.alias.example")}
          maxLength={20}
          wrong={wrong}
        />
        <div className="actions">
          <button type="submit" className="primary" disabled={isSending}>
            {words(isSending ? "ePayHome:enrol.pin" : "ePayHome:enrol.next")}
          </button>
        </div>
      </form>
    </Steps>
  );
}

const clauses = [1, 2, 3] as const;

/** The agreement in short, and her word that she accepts it: ticked by nobody but her (E07). */
function Agreement({
  version,
  wrong,
}: {
  readonly version: string;
  readonly wrong: string | undefined;
}) {
  const words = useWords();
  const id = useId();
  return (
    <section className="agreement" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words("ePayHome:enrol.agreement", { version })}</h3>
      <ol>
        {clauses.map((clause) => (
          <li key={clause}>{words(`ePayHome:enrol.agreement.text-${clause}`)}</li>
        ))}
      </ol>
      <label className="choice">
        <input
          type="checkbox"
          name="agreement"
          value="yes"
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          aria-invalid={wrong !== undefined}
        />
        <span>{words("ePayHome:enrol.accept")}</span>
      </label>
      {wrong && (
        <small id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </small>
      )}
    </section>
  );
}

function readWish(form: HTMLFormElement, words: Words) {
  const text = typedIn(form);
  const phone = phoneFromText(text("phone"));
  const number = text("number").replace(/\s/g, "");
  const alias = text("alias");
  const wrong: Wrong = {
    ...(text("agreement") === "yes" ? {} : { agreement: words("ePayHome:wrong.agreement") }),
    ...(phone ? {} : { phone: words("ePayHome:wrong.phone") }),
    ...(/^\d{12,21}$/.test(number) ? {} : { number: words("ePayHome:wrong.number") }),
    ...(alias !== "" && !/[0-9０-９]{5}/.test(alias)
      ? {}
      : { alias: words("ePayHome:wrong.alias") }),
  };
  return { wish: { phone: String(phone ?? ""), number, alias }, wrong };
}
