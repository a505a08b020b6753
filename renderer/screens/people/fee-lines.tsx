import { Input } from "antd";
import { useState } from "react";
import type { ParametersView } from "#core/contract/people-view.ts";
import { fenFromText } from "#core/money/fen.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { sayFeeLine } from "#renderer/wording/say-parameter.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly view: ParametersView;
  readonly nextOf: (path: string) => string | undefined;
  readonly onChange: (path: string, from: string, to: string | undefined) => void;
}

/** Every fee with its last line, and room for one more; lines that held are never changed (P36). */
export function FeeLines({ view, onChange }: Props) {
  const words = useWords();
  return (
    <>
      <p>{words("parameter:page.fees.explained")}</p>
      <table className="parameter-table">
        <thead>
          <tr>
            <th scope="col">{words("parameter:page.name")}</th>
            <th scope="col">{words("parameter:page.fee.now")}</th>
            <th scope="col">{words("parameter:page.fee.from")}</th>
            <th scope="col">{words("parameter:page.fee.to")}</th>
            <th scope="col">{words("parameter:page.fee.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(view.fees).map(([kind, now]) => (
            <FeeLine
              key={kind}
              kind={kind}
              now={now}
              onChange={(to) => onChange(`fees.${kind}`, now, to)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function FeeLine({
  kind,
  now,
  onChange,
}: {
  readonly kind: string;
  readonly now: string;
  readonly onChange: (to: string | undefined) => void;
}) {
  const words = useWords();
  const today = useTeller((teller) => teller.workstation?.today) ?? "";
  const [line, type] = useState({ from: "", to: "", amount: "" });
  const name = wordOf(words, "parameter", `fee.${kind}`, kind);
  const isEmpty = line.from === "" && line.to === "" && line.amount === "";
  const text = lineOf(line, today);

  function change(part: Partial<typeof line>): void {
    const next = { ...line, ...part };
    type(next);
    onChange(lineOf(next, today));
  }

  return (
    <tr data-changed={text !== undefined}>
      <th scope="row">{name}</th>
      <td>{sayFeeLine(words, now)}</td>
      {(["from", "to", "amount"] as const).map((part) => (
        <td key={part}>
          <Input
            className="figures count"
            autoComplete="off"
            maxLength={12}
            aria-label={`${name} ${words(`parameter:page.fee.${part}`)}`}
            aria-invalid={!isEmpty && text === undefined}
            value={line[part]}
            onChange={({ target }) => change({ [part]: target.value.trim() })}
          />
          {part === "amount" && !isEmpty && text === undefined && (
            <p role="alert">{words("parameter:page.fee.wrong")}</p>
          )}
        </td>
      ))}
    </tr>
  );
}

/** The line as it is asked for; undefined until it makes sense. A line with a last day is dated. */
function lineOf(
  { from, to, amount }: { readonly from: string; readonly to: string; readonly amount: string },
  today: string,
): string | undefined {
  const sum = fenFromText(amount);
  const isRight = DAY.test(from) && from >= today && (to === "" || (DAY.test(to) && to >= from));
  if (sum === undefined || !isRight) return undefined;
  return `${from}/${to}/${sum}/${to === "" ? "regular" : "promotion"}`;
}
