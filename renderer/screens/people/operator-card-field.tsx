import { Button, Form } from "antd";
import { useCallback } from "react";
import { useCounter } from "#renderer/store/use-teller.ts";
import type { Control } from "#renderer/transaction/field.ts";
import { useAsked } from "#renderer/transaction/use-asked.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 柜员卡: the card that is given out, pulled through the reader; none, and the old one is taken away. */
export function OperatorCardField() {
  const words = useWords();
  return (
    <Form.Item name="card" label={words("people:card.label")}>
      <CardControl />
    </Form.Item>
  );
}

function CardControl({ id, value, onChange }: Control<string>) {
  const words = useWords();
  const say = useSayRefusal();
  const { bridge } = useCounter();
  const cancel = useCallback(
    () => void bridge.request("operator-card.cancel", undefined),
    [bridge],
  );
  const { ask, isWaiting, refusal } = useAsked(onChange, cancel);

  if (isWaiting) {
    return (
      <div id={id} className="swipe-field">
        <output>{words("people:card.waiting")}</output>
        <Button onClick={cancel}>{words("kit:pin.cancel")}</Button>
      </div>
    );
  }
  return (
    <div className="swipe-field">
      <Button
        id={id ?? ""}
        onClick={() => void ask(() => bridge.request("operator-card.ask", undefined))}
      >
        {words("people:card.ask")}
      </Button>
      <output>{words(value === undefined ? "people:card.back" : "people:card.taken")}</output>
      {refusal && <p role="alert">{say(refusal)}</p>}
    </div>
  );
}
