import { Button, Form } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import type { Control } from "#renderer/transaction/field.ts";
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
  const [refusal, refuse] = useState<Refusal>();
  const [isWaiting, wait] = useState(false);
  const asking = useRef(false);
  useEffect(
    () => () => {
      if (asking.current) void bridge.request("operator-card.cancel", undefined);
    },
    [bridge],
  );

  async function ask(): Promise<void> {
    refuse(undefined);
    onChange?.(undefined);
    wait(true);
    asking.current = true;
    const reply = await bridge.request("operator-card.ask", undefined);
    asking.current = false;
    wait(false);
    if (reply.ok) onChange?.(reply.value.ref);
    else refuse(reply.refusal);
  }

  if (isWaiting) {
    return (
      <div id={id} className="swipe-field">
        <output>{words("people:card.waiting")}</output>
        <Button onClick={() => void bridge.request("operator-card.cancel", undefined)}>
          {words("kit:pin.cancel")}
        </Button>
      </div>
    );
  }
  return (
    <div className="swipe-field">
      <Button id={id ?? ""} onClick={() => void ask()}>
        {words("people:card.ask")}
      </Button>
      <output>{words(value === undefined ? "people:card.back" : "people:card.taken")}</output>
      {refusal && <p role="alert">{say(refusal)}</p>}
    </div>
  );
}
