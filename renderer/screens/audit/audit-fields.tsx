import { Button, Checkbox, Input } from "antd";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { fenFromText } from "#core/money/fen.ts";
import type { AskedFilter } from "#renderer/screens/audit/audit-search.tsx";
import { downIntoRegister } from "#renderer/screens/register.tsx";
import { useWords } from "#renderer/wording/words.ts";

const names = [
  ...(["from", "to", "sequence", "code", "teller", "approver"] as const),
  ...(["who", "slip", "amount", "entry"] as const),
];
type Name = (typeof names)[number];
type Typed = Partial<Record<Name, string>>;

/** The fields of the search; what is left empty does not matter. */
export function AuditFields({
  start,
  onLook,
  isWaiting,
}: {
  readonly start: Typed;
  readonly onLook: (filter: AskedFilter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [typed, type] = useState<Typed>(start);
  const [isRefused, only] = useState(false);
  const [wrong, sayWrong] = useState<Name>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("#audit-code")?.focus(), []);

  function look(event: FormEvent): void {
    event.preventDefault();
    const bad = names.find((name) => !isRight(name, typed[name]));
    sayWrong(bad);
    if (!bad) onLook({ ...filterOf(typed), ...(isRefused ? { isRefused } : {}) });
  }
  return (
    <form ref={form} className="filters" onSubmit={look}>
      {names.map((name) => (
        <label key={name} htmlFor={`audit-${name}`}>
          {words(`audit:field.${name}`)}
          <Input
            id={`audit-${name}`}
            className="figures"
            maxLength={30}
            autoComplete="off"
            aria-invalid={wrong === name}
            value={typed[name] ?? ""}
            onChange={({ target }) => type({ ...typed, [name]: target.value.trim() })}
            onKeyDown={downIntoRegister}
          />
        </label>
      ))}
      <Checkbox checked={isRefused} onChange={({ target }) => only(target.checked)}>
        {words("audit:field.isRefused")}
      </Checkbox>
      <Button htmlType="submit" loading={isWaiting}>
        {words("enquiry:journal.find")}
      </Button>
      {wrong && (
        <p role="alert" className="bad">
          {words("audit:field.wrong", { field: words(`audit:field.${wrong}`) })}
        </p>
      )}
    </form>
  );
}

/** Whether a field can be asked for as it was typed. */
function isRight(name: Name, text = ""): boolean {
  if (text === "") return true;
  if (name === "from" || name === "to") return BusinessDate.safeParse(text).success;
  if (name === "sequence") return /^[1-9]\d{0,8}$/.test(text);
  if (name === "amount") return fenFromText(text) !== undefined;
  return name !== "entry" || /^[a-z-]+\.[a-z-]+$/.test(text);
}

function filterOf({ sequence, amount, ...texts }: Typed): AskedFilter {
  const kept = Object.entries(texts).filter(([, text]) => text !== "");
  const fen = amount ? fenFromText(amount) : undefined;
  return {
    ...Object.fromEntries(kept),
    ...(sequence ? { sequence: Number(sequence) } : {}),
    ...(fen === undefined ? {} : { amount: fen }),
  };
}
