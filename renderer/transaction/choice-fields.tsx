import { Checkbox, Form } from "antd";
import type { FeePayment } from "#core/contract/transactions.ts";
import type { Numbering } from "#core/loss/loss-case.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { type FieldProps, fieldError } from "#renderer/transaction/field.ts";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

const payments = ["cash", "account", "owed", "waived"] as const satisfies readonly FeePayment[];
const numberings = ["same", "new"] as const satisfies readonly Numbering[];
const media = ["card", "bill"] as const;
const channels = ["counter", "phone"] as const;

/** A copy's payer need not bank here: only cash or nothing. */
const inCash = ["cash", "waived"] as const satisfies readonly FeePayment[];

/** How the fee is met (C07); where it is let off, also why (3.13). */
export function FeeField({
  name = "fee",
  isInCash = false,
  ...field
}: Partial<FieldProps> & { readonly isInCash?: boolean }) {
  const words = useWords();
  const options = (isInCash ? inCash : payments).map((value) => ({
    value,
    label: words(`term:fee.${value}`),
  }));
  const chosen = Form.useWatch<FeePayment | undefined>(name, Form.useFormInstance());
  return (
    <>
      <ChooseOneField label={words("kit:fee.label")} {...field} name={name} options={options} />
      {chosen === "waived" && <ReasonField name="waiver" label={words("fee:waiver.label")} />}
    </>
  );
}

/** Whether the new card keeps the number (L07). */
export function NumberingField({ name = "numbering", ...field }: Partial<FieldProps>) {
  const words = useWords();
  const options = numberings.map((value) => ({ value, label: words(`kit:numbering.${value}`) }));
  return (
    <ChooseOneField label={words("kit:numbering.label")} {...field} name={name} options={options} />
  );
}

/** What was lost: a card, or a bill that another law covers (T19). */
export function MediumField({ name = "medium", ...field }: Partial<FieldProps>) {
  const words = useWords();
  const options = media.map((value) => ({ value, label: words(`kit:medium.${value}`) }));
  return (
    <ChooseOneField label={words("kit:medium.label")} {...field} name={name} options={options} />
  );
}

/** How the report came in: over the counter or by phone (T03). */
export function ChannelField({ name = "channel", ...field }: Partial<FieldProps>) {
  const words = useWords();
  const options = channels.map((value) => ({ value, label: words(`kit:channel.${value}`) }));
  return (
    <ChooseOneField label={words("kit:channel.label")} {...field} name={name} options={options} />
  );
}

/** The tick that the customer has checked the paper and signed it. */
export function SignedTick({ name = "signed" }: { readonly name?: string }) {
  const words = useWords();
  return (
    <TickField
      name={name}
      label={words("kit:signed.label")}
      required={words("kit:required.signed")}
    />
  );
}

/** Something that the teller vouches for with a tick: it is there, or the form does not go on. */
export function TickField({
  name,
  label,
  required,
}: Pick<FieldProps, "name"> & { readonly label: string; readonly required: string }) {
  return (
    <Form.Item
      name={name}
      valuePropName="checked"
      getValueFromEvent={({ target }: { readonly target: { readonly checked: boolean } }) =>
        target.checked || undefined
      }
      rules={[{ required: true, message: fieldError(required) }]}
    >
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}
