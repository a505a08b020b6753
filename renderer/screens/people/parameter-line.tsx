import { Input } from "antd";
import { useState } from "react";
import { type ParameterRow, type ParameterShape, valueFrom } from "#core/branch/parameter-list.ts";
import { fenFromText, formatFen, signedFen } from "#core/money/fen.ts";
import { sayShaped } from "#renderer/wording/say-parameter.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** One parameter: name, rule, bounds, present value, and the control for another. */
export function ParameterLine({
  row,
  label,
  now,
  next,
  onChange,
}: {
  readonly row: Pick<ParameterRow, "rule" | "shape">;
  readonly label: string;
  readonly now: string;
  readonly next: string | undefined;
  readonly onChange: (to: string | undefined) => void;
}) {
  const words = useWords();
  const { rule, shape } = row;
  const isWrong = next !== undefined && valueFrom(next, shape) === undefined;
  const bounds = boundsOf(words, shape);
  return (
    <tr data-changed={next !== undefined}>
      <th scope="row">{label}</th>
      <td className="figures">{rule}</td>
      <td>{bounds}</td>
      <td>{sayShaped(words, shape, now)}</td>
      <td>
        <NextValue {...{ shape, now, next, isWrong, onChange, label }} />
        {isWrong && <p role="alert">{words("parameter:page.wrong", { bounds })}</p>}
      </td>
    </tr>
  );
}

function NextValue({
  shape,
  now,
  next,
  label,
  isWrong,
  onChange,
}: {
  readonly shape: ParameterShape;
  readonly now: string;
  readonly next: string | undefined;
  readonly label: string;
  readonly isWrong: boolean;
  readonly onChange: (to: string | undefined) => void;
}) {
  const words = useWords();
  const [typed, type] = useState(next === undefined ? "" : shown(shape, next));
  if (shape.kind === "count" || shape.kind === "money") {
    return (
      <Input
        className="figures count"
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        aria-label={label}
        aria-invalid={isWrong}
        value={typed}
        onChange={({ target }) => {
          type(target.value);
          onChange(target.value.trim() === "" ? undefined : textOf(shape, target.value.trim()));
        }}
      />
    );
  }
  return (
    <select
      aria-label={label}
      value={next ?? now}
      onChange={({ target }) => onChange(target.value)}
    >
      {choicesOf(shape).map((one) => (
        <option key={one} value={one}>
          {sayShaped(words, shape, one)}
        </option>
      ))}
    </select>
  );
}

/** Yuan as they are typed become fen; what is no amount stays as it is, and is out of bounds. */
function textOf(shape: ParameterShape, typed: string): string {
  if (shape.kind !== "money") return typed;
  const amount = fenFromText(typed);
  return amount === undefined ? typed.slice(0, 16) : String(amount);
}

function shown(shape: ParameterShape, text: string): string {
  return shape.kind === "money" && /^\d+$/.test(text) ? formatFen(signedFen(Number(text))) : text;
}

/** All values of a short list; of some words, every choice of at least one. */
function choicesOf(shape: ParameterShape): readonly string[] {
  if (shape.kind === "yes-no") return ["yes", "no"];
  if (shape.kind === "choice") return shape.options;
  if (shape.kind !== "some") return [];
  const subsets = shape.options.reduce<readonly (readonly string[])[]>(
    (sets, option) => sets.concat(sets.map((set) => [...set, option])),
    [[]],
  );
  return subsets.filter((set) => set.length > 0).map((set) => set.join(","));
}

function boundsOf(words: Words, shape: ParameterShape): string {
  if (shape.kind === "count" || shape.kind === "money") {
    return words("parameter:page.bounds.of", {
      least: sayShaped(words, shape, String(shape.least)),
      most: sayShaped(words, shape, String(shape.most)),
    });
  }
  const options = shape.kind === "yes-no" ? ["yes", "no"] : shape.options;
  return options.map((one) => wordOf(words, "parameter", `choice.${one}`, one)).join(" / ");
}
