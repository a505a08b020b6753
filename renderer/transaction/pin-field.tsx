import { Button, Form } from "antd";
import { useCallback } from "react";
import { useCounter } from "#renderer/store/use-teller.ts";
import { type Control, type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { useAsked } from "#renderer/transaction/use-asked.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Question {
  /** Whose PIN; undefined until the card or account has been chosen. */
  readonly account: string | undefined;
  /** The card it is asked for, so that the customer reads its number on the pad. */
  readonly card?: string | undefined;
  readonly purpose: "verify" | "new";
  /** A login password for electronic banking instead of a card's PIN. */
  readonly of?: "card" | "e-bank";
}

/** The customer's PIN, keyed in on the customer's own pad. The window sees only that it is there. */
export function PinField({
  name = "pin",
  label,
  isOptional,
  ...question
}: Partial<FieldProps> & Question) {
  const words = useWords();
  const said = label ?? words(question.of === "e-bank" ? "kit:password.label" : "kit:pin.label");
  return (
    <Form.Item
      label={said}
      name={name}
      rules={requiredRule(words("kit:required", { label: said }), isOptional)}
    >
      <PinControl {...question} />
    </Form.Item>
  );
}

function PinControl({ id, value, onChange, ...question }: Control<string> & Question) {
  const { account, card, purpose, of } = question;
  const words = useWords();
  const say = useSayRefusal();
  const { bridge } = useCounter();
  const cancel = useCallback(() => void bridge.request("pin.cancel", undefined), [bridge]);
  const { ask, isWaiting, refusal } = useAsked(onChange, cancel);
  const askFor = (whose: string) =>
    ask(() =>
      bridge.request("pin.ask", {
        account: whose,
        purpose,
        ...(of === undefined ? {} : { of }),
        ...(card === undefined ? {} : { card }),
      }),
    );

  if (isWaiting) {
    return (
      <div id={id} className="swipe-field">
        <output>{words("kit:pin.waiting")}</output>
        <Button onClick={cancel}>{words("kit:pin.cancel")}</Button>
      </div>
    );
  }
  return (
    <div id={id} className="swipe-field">
      <Button disabled={account === undefined} onClick={() => account && void askFor(account)}>
        {words(keyOf(question))}
      </Button>
      {value !== undefined && <output>✓ {words("kit:pin.taken")}</output>}
      {account === undefined && <span>{words("kit:pin.needs-account")}</span>}
      {refusal && <p role="alert">{say(refusal)}</p>}
    </div>
  );
}

function keyOf({ purpose, of }: Question) {
  if (of === "e-bank") return "kit:password.ask";
  return purpose === "new" ? "kit:pin.ask.new" : "kit:pin.ask";
}
