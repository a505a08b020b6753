import { Button, Form, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import type { SwipeView } from "#core/contract/swipe-view.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { type Control, type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { sayVerdict } from "#renderer/wording/say-verdict.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** A swipe of the customer's card. It takes the next swipe while it is empty or has the focus. */
export function SwipeField({
  label,
  isOptional,
  name,
  onTaken,
}: FieldProps & {
  /** Told of every swipe that the field takes. */
  readonly onTaken?: (swipe: SwipeView) => void;
}) {
  const words = useWords();
  const said = label ?? words("kit:swipe.label");
  const form = Form.useFormInstance();
  // Nothing can be typed here: a key that is pressed while no card came must say so.
  const missing = () => form.validateFields([name]).catch(() => undefined);
  const rules = requiredRule(words("kit:required.swipe"), isOptional);
  return (
    <Form.Item label={said} name={name} rules={rules}>
      <SwipeControl label={said} onTaken={onTaken} onMissing={() => void missing()} />
    </Form.Item>
  );
}

function SwipeControl({
  id,
  value,
  onChange,
  label,
  onTaken,
  onMissing,
}: Control<string> & {
  readonly label: string;
  readonly onTaken: ((swipe: SwipeView) => void) | undefined;
  readonly onMissing: () => void;
}) {
  const words = useWords();
  const say = useSayRefusal();
  const { store } = useCounter();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, show] = useState<SwipeView>();
  const before = useTeller((teller) => teller.subject.swipe);

  const isOpen = value === undefined;
  useEffect(() => {
    const claim = {
      isFocused: () => button.current === document.activeElement,
      take(swipe: SwipeView) {
        show(swipe);
        onChange?.(swipe.status === "read" ? swipe.ref : undefined);
        onTaken?.(swipe);
      },
    };
    return isOpen ? store.getState().claimSwipe(claim) : undefined;
  }, [isOpen, store, onChange, onTaken]);

  useEffect(() => {
    const last = store.getState().swipe;
    if (before === undefined || last?.ref !== before) return;
    show(last);
    onChange?.(last.ref);
    // Once, on opening: later swipes come through the claim.
  }, [before, store, onChange]);

  return (
    <div className="swipe-field">
      <Button
        id={id}
        ref={button}
        onClick={() => (isOpen ? onMissing() : onChange?.(undefined))}
        aria-label={`${label}: ${isOpen ? words("kit:swipe.waiting") : words("kit:swipe.again")}`}
      >
        {isOpen ? words("kit:swipe.waiting") : words("kit:swipe.again")}
      </Button>
      {shown?.status === "read" && !isOpen && (
        <output className="figures">
          {shown.number} <Tag>{sayVerdict(words, shown)}</Tag>
        </output>
      )}
      {shown?.status === "unreadable" && (
        // The contract keeps the refusal loose here; its code is one of the contract's all the same.
        <p role="alert">{say(shown.refusal as unknown as Refusal)}</p>
      )}
    </div>
  );
}
