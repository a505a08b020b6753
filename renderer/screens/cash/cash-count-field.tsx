import { Form, Input } from "antd";
import { type KeyboardEvent, useRef } from "react";
import { capitalAmount } from "#core/money/capital.ts";
import {
  BUNDLE,
  type CashCount,
  countedSum,
  Denomination,
  faceOf,
  PIECES_MAX,
} from "#core/money/denomination.ts";
import { formatFen, signedFen } from "#core/money/fen.ts";
import { CashShares } from "#renderer/screens/cash/cash-shares.tsx";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/**
 * 券别明细: how many pieces of each denomination lie there (C01, C02). Enter goes down the list, B makes
 * bundles of a hundred, and the sum stands below in figures and capitals.
 */
export function CashCountField({ name = "cash" }: { readonly name?: string }) {
  const words = useWords();
  return (
    <Form.Item
      label={words("cash:count.label")}
      name={name}
      rules={requiredRule(words("cash:count.invalid"))}
    >
      <CountControl />
    </Form.Item>
  );
}

function CountControl({ id, value, onChange }: Control<CashCount>) {
  const words = useWords();
  const table = useRef<HTMLTableElement>(null);
  const count = value ?? {};
  const total = countedSum(count);

  function tell(denomination: Denomination, text: string): void {
    const { [denomination]: _before, ...others } = count;
    const pieces = piecesFrom(text);
    const told = pieces === undefined ? others : { ...others, [denomination]: pieces };
    onChange?.(Object.keys(told).length > 0 ? told : undefined);
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>, denomination: Denomination): void {
    const isChord = event.ctrlKey || event.altKey || event.metaKey;
    if (isChord || event.nativeEvent.isComposing) return;
    if (event.key === "b" || event.key === "B") {
      event.preventDefault();
      const pieces = (count[denomination] ?? 0) * BUNDLE;
      if (pieces <= PIECES_MAX) tell(denomination, String(pieces));
    }
    if (event.key !== "Enter") return;
    const below = inputBelow(table.current, denomination);
    if (!below) return; // The last one leaves the list, as Enter leaves any field.
    event.preventDefault();
    event.stopPropagation();
    below.focus();
    below.select();
  }

  return (
    <div className="cash-count">
      <p className="hint">{words("cash:count.hint")}</p>
      <table ref={table} className="figures">
        <thead>
          <tr>
            <th scope="col">{words("cash:count.column.denomination")}</th>
            <th scope="col">{words("cash:count.column.pieces")}</th>
            <th scope="col">{words("cash:count.column.worth")}</th>
          </tr>
        </thead>
        <tbody>
          {Denomination.options.map((denomination, place) => (
            <Row
              key={denomination}
              // The label of the field leads to its first line.
              id={place === 0 ? id : undefined}
              denomination={denomination}
              pieces={count[denomination]}
              onTell={(text) => tell(denomination, text)}
              onKey={(event) => onKey(event, denomination)}
            />
          ))}
        </tbody>
      </table>
      <output className="capital" aria-label={words("cash:count.total")}>
        {words("cash:count.total")} <strong className="figures">{formatFen(total)}</strong>{" "}
        {capitalAmount(total)}
      </output>
      <CashShares count={count} />
    </div>
  );
}

function Row({
  id,
  denomination,
  pieces,
  onTell,
  onKey,
}: {
  readonly id: string | undefined;
  readonly denomination: Denomination;
  readonly pieces: number | undefined;
  readonly onTell: (text: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const words = useWords();
  const name = words(`cash:denomination.${denomination}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Input
          {...(id === undefined ? {} : { id })}
          aria-label={words("cash:count.pieces", { name })}
          data-denomination={denomination}
          className="figures count"
          inputMode="numeric"
          autoComplete="off"
          maxLength={String(PIECES_MAX).length}
          value={pieces === undefined ? "" : String(pieces)}
          onChange={({ target }) => onTell(target.value)}
          onKeyDown={onKey}
        />
      </td>
      <td className="money">
        {pieces === undefined ? "" : formatFen(signedFen(pieces * faceOf(denomination)))}
      </td>
    </tr>
  );
}

/** What was typed as whole pieces; anything else than digits is left out, and no digit is none. */
function piecesFrom(text: string): number | undefined {
  const digits = text.replace(/[０-９]/g, halfWidth).replace(/\D/g, "");
  return digits === "" ? undefined : Math.min(Number(digits), PIECES_MAX);
}

function halfWidth(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

function inputBelow(
  table: HTMLTableElement | null,
  denomination: Denomination,
): HTMLInputElement | undefined {
  const inputs = [...(table?.querySelectorAll<HTMLInputElement>("input") ?? [])];
  const at = inputs.findIndex(({ dataset }) => dataset["denomination"] === denomination);
  return inputs[at + 1];
}
