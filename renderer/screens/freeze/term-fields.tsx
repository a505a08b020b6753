import { Checkbox, Form, Input, Radio } from "antd";
import { useEffect, useState } from "react";
import type { FreezeKind, FreezeTerm } from "#core/freeze/freeze-kind.ts";
import { named, sayTerm } from "#renderer/screens/freeze/freeze-kinds.ts";
import { NotYet } from "#renderer/screens/freeze/not-yet.tsx";
import { useChosenKind } from "#renderer/screens/freeze/papers-fields.tsx";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

type Unit = FreezeTerm["unit"];

/** The terms that are asked of: those of a new order, or those of its renewal. */
type Of = "first" | "renewal";

/**
 * 期限: how long, in the unit that the law counts in for this kind, and whether the higher approval
 * for the longer term was shown (table 3.4).
 */
export function TermFields({ of }: { readonly of: Of }) {
  const words = useWords();
  const kind = useChosenKind();
  const longest = kind && (of === "first" ? kind.longest : kind.renewal?.longest);
  return (
    <>
      <Form.Item
        label={words("freeze:term")}
        name="term"
        rules={requiredRule(words("freeze:term.invalid"))}
      >
        {longest ? (
          <TermControl key={`${kind.kind}`} units={unitsOf(longest)} />
        ) : (
          <NotYet said={words(kind ? "freeze:kind.renewal.none" : "freeze:term.kind-first")} />
        )}
      </Form.Item>
      {kind && <ExtendedTick kind={kind} of={of} />}
    </>
  );
}

function unitsOf(longest: FreezeTerm): readonly Unit[] {
  return longest.unit === "open" ? ["open", "months", "days"] : [longest.unit];
}

function TermControl({
  id,
  value,
  onChange,
  units,
}: Control<FreezeTerm> & { readonly units: readonly Unit[] }) {
  const words = useWords();
  const [first = "open"] = units;
  const before = value && units.includes(value.unit) ? value : undefined;
  const [unit, choose] = useState<Unit>(before?.unit ?? first);
  const [typed, type] = useState(before && before.unit !== "open" ? String(before.count) : "");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a term of another kind does not stay.
  useEffect(() => tell(unit, typed), []);

  function tell(next: Unit, text: string): void {
    choose(next);
    type(text);
    const count = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
    if (next === "open") onChange?.({ unit: next });
    else onChange?.(count === undefined ? undefined : { unit: next, count });
  }
  return (
    <div className="term-of">
      {units.length > 1 && (
        <Radio.Group
          aria-label={words("freeze:term.unit")}
          value={unit}
          options={units.map((one) => ({ value: one, label: words(`freeze:unit.${one}`) }))}
          onChange={({ target }) => tell(target.value, typed)}
        />
      )}
      {unit !== "open" && (
        <>
          <Input
            id={id ?? ""}
            className="figures count"
            aria-label={words("freeze:term.count", { unitText: words(`freeze:unit.${unit}`) })}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => tell(unit, target.value.trim())}
          />
          <span>{words(`freeze:unit.${unit}`)}</span>
        </>
      )}
    </div>
  );
}

/** The longer term of a kind, with whose approval it needs. */
function ExtendedTick({ kind, of }: { readonly kind: FreezeKind; readonly of: Of }) {
  const words = useWords();
  const extended = of === "first" ? kind.extended : kind.renewal?.extended;
  if (!extended || !kind.extendedBy) return null;
  const by = named(words, kind.extendedBy);
  return (
    <Form.Item name="isExtended" valuePropName="checked">
      <Checkbox>{words("freeze:extended", { by, term: sayTerm(words, extended) })}</Checkbox>
    </Form.Item>
  );
}
