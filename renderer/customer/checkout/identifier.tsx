import { type RefObject, useCallback } from "react";
import { phoneFromText } from "#core/identity/phone.ts";
import { CheckedLine, PhoneLine, typedIn, type Wrong } from "#renderer/customer/checkout/field.tsx";
import { Recall, writeInto } from "#renderer/customer/checkout/recall.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 手机号 + 卡号后六位 (E04). Both stand here, in the customer's own window, and nowhere else (K06). */
export function IdentifierLines({
  form,
  wrong,
}: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly wrong: Wrong;
}) {
  const words = useWords();
  return (
    <fieldset className="plain-set">
      <legend>{words("ePayHome:step.identify")}</legend>
      <Recall
        of="enrolled"
        label={words("ePayHome:recall.identifier")}
        onRecalled={({ phone, cards }) => {
          writeInto(form.current, "phone", phone ?? "");
          writeInto(form.current, "lastSix", cards[0]?.number.slice(-6) ?? "");
          form.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
        }}
      />
      <PhoneLine wrong={wrong} />
      <CheckedLine
        name="lastSix"
        label={words("ePayHome:last-six")}
        hint={words("ePayHome:last-six.hint")}
        inputMode="numeric"
        maxLength={6}
        wrong={wrong}
      />
    </fieldset>
  );
}

/** Reads what she keyed in to be known by, or says what is wrong with it. */
export function useReadIdentifier() {
  const words = useWords();
  return useCallback(
    (form: HTMLFormElement) => {
      const text = typedIn(form);
      const phone = phoneFromText(text("phone"));
      const lastSix = text("lastSix");
      const isSix = /^\d{6}$/.test(lastSix);
      const wrong: Wrong = {
        ...(phone ? {} : { phone: words("ePayHome:wrong.phone") }),
        ...(isSix ? {} : { lastSix: words("ePayHome:wrong.lastSix") }),
      };
      return { identifier: phone && isSix ? { phone: String(phone), lastSix } : undefined, wrong };
    },
    [words],
  );
}
