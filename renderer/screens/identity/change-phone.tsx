import { Form } from "antd";
import { phoneFromText } from "#core/identity/phone.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { fieldError } from "#renderer/transaction/field.ts";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SmsCodeField } from "#renderer/transaction/sms-code-field.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 2004 预留手机号变更: the holder in person, and a code that came to the new telephone (O07, O09). */
export function ChangePhone() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  return (
    <TransactionScreen
      code="2004"
      toInput={(draft) => ({ ...draft, customer: customer?.id ?? "" })}
    >
      <p className="hint">
        {customer?.phone === undefined
          ? words("identity:phone.none-yet")
          : words("identity:phone.now", { phone: customer.phone })}
      </p>
      <IdentityField />
      <TextField
        name="phone"
        label={words("fact:newPhone")}
        longest={20}
        inputMode="tel"
        also={[
          {
            validator: (_rule, typed: unknown) =>
              typed === undefined || typed === "" || isPhone(typed)
                ? Promise.resolve()
                : Promise.reject(new Error("not a mobile number")),
            message: fieldError(words("identity:phone.malformed")),
          },
        ]}
      />
      <CodeToNewPhone />
      <SignedTick />
    </TransactionScreen>
  );
}

function CodeToNewPhone() {
  const customer = useTeller((teller) => teller.customer?.id);
  const phone = Form.useWatch<unknown>("phone", Form.useFormInstance());
  const asked =
    customer !== undefined && isPhone(phone)
      ? ({ purpose: "phone-change", customer, phone } as const)
      : undefined;
  return <SmsCodeField asked={asked} />;
}

function isPhone(typed: unknown): typed is string {
  return typeof typed === "string" && phoneFromText(typed) !== undefined;
}
