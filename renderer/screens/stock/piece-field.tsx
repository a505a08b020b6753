import { Button, Checkbox, Form } from "antd";
import { useEffect, useRef } from "react";
import type { StockView } from "#core/contract/password-card-view.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What is left of a kind of blank piece in the box of whoever sits here, and which is next. */
export function useStock(kind: StockView["kind"]): StockView | undefined {
  return useTeller((teller) => teller.workstation?.stock.find((one) => one.kind === kind));
}

interface PieceProps {
  readonly kind: StockView["kind"];
  /** The piece itself is what is voided. */
  readonly isToVoid?: boolean;
}

/**
 * The next blank piece of the box, and the tick that it is the one in the teller's hand: none may
 * be skipped (V02). A damaged one is voided first, and an empty box filled; the form waits.
 */
export function PieceField(piece: PieceProps) {
  const words = useWords();
  return (
    <Form.Item
      label={words(piece.isToVoid ? "passwordCard:piece.label.void" : "passwordCard:piece.label")}
      name="serial"
      rules={requiredRule(words("passwordCard:piece.confirm.required"))}
    >
      <PieceControl {...piece} />
    </Form.Item>
  );
}

function PieceControl({
  id,
  value,
  onChange,
  kind,
  isToVoid = false,
}: Control<string> & PieceProps) {
  const words = useWords();
  const stepAside = useTeller((teller) => teller.stepAside);
  const stock = useStock(kind);
  const next = stock?.next;
  const form = Form.useFormInstance();
  const shown = useRef(next);
  // Whatever was confirmed was another piece, and so were the wrapper and the film that were seen.
  useEffect(() => {
    if (value !== undefined && value !== next) onChange?.(undefined);
    if (shown.current !== next) form.setFieldValue("checked", undefined);
    shown.current = next;
  }, [form, value, next, onChange]);

  if (next === undefined) {
    return (
      <div id={id} className="swipe-field">
        <output className="nothing">
          {words("passwordCard:piece.none", { kind: words(`term:voucher.${kind}`) })}
        </output>
        <Button onClick={() => stepAside("8001", { voucher: kind })}>
          {words("passwordCard:piece.draw")} <span className="figures">8001</span>
        </Button>
      </div>
    );
  }
  return (
    <div className="piece">
      <p>
        <output className="serial figures">{next}</output>{" "}
        <span className="hint">{words("passwordCard:piece.left", { left: stock?.left ?? 0 })}</span>
      </p>
      <div className="swipe-field">
        <Checkbox
          {...(id === undefined ? {} : { id })}
          checked={value === next}
          onChange={({ target }) => onChange?.(target.checked ? next : undefined)}
        >
          {words("passwordCard:piece.confirm")}
        </Checkbox>
        {kind === "password-card" && !isToVoid && (
          <Button danger onClick={() => stepAside("5003", { serial: next })}>
            {words("passwordCard:piece.film-damaged")}
          </Button>
        )}
      </div>
    </div>
  );
}
