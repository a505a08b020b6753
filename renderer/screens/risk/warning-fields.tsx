import { Button, Checkbox, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { BusinessDate } from "#core/calendar/business-date.ts";
import type { RiskFilter } from "#core/contract/risk-view.ts";
import { RiskDecision, RiskRuleId } from "#core/risk/risk-flag.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What the list of warnings is searched by; Enter in any field searches. */
export function WarningFields({
  start,
  onLook,
  isWaiting,
}: {
  readonly start: RiskFilter;
  readonly onLook: (filter: RiskFilter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [rule, setRule] = useState<string>(start.rule ?? "");
  const [decision, setDecision] = useState<string>(start.decision ?? "");
  const [from, setFrom] = useState<string>(start.from ?? "");
  const [to, setTo] = useState<string>(start.to ?? "");
  const [who, setWho] = useState(start.who ?? "");
  const [isOpen, setOpen] = useState(start.isOpen ?? false);
  const isWrong = [from, to].some((day) => day !== "" && !BusinessDate.safeParse(day).success);

  function look(event: FormEvent): void {
    event.preventDefault();
    if (isWrong) return;
    const [first, last] = [from, to].map((day) => BusinessDate.safeParse(day).data);
    const [ofRule, ofDecision] = [RiskRuleId.safeParse(rule), RiskDecision.safeParse(decision)];
    onLook({
      ...(ofRule.success ? { rule: ofRule.data } : {}),
      ...(ofDecision.success ? { decision: ofDecision.data } : {}),
      ...(first ? { from: first } : {}),
      ...(last ? { to: last } : {}),
      ...(who.trim() ? { who: who.trim() } : {}),
      ...(isOpen ? { isOpen } : {}),
    });
  }
  return (
    <form className="filters" onSubmit={look}>
      <Choice
        label={words("risk:filter.rule")}
        value={rule}
        onChange={setRule}
        options={RiskRuleId.options.map((one) => [one, words(`term:risk.${one}`)])}
      />
      <Choice
        label={words("risk:filter.decision")}
        value={decision}
        onChange={setDecision}
        options={RiskDecision.options.map((one) => [one, words(`risk:decision.${one}`)])}
      />
      <Day label={words("risk:filter.from")} value={from} onChange={setFrom} />
      <Day label={words("risk:filter.to")} value={to} onChange={setTo} />
      <label htmlFor="risk-who">
        {words("risk:filter.who")}
        <Input
          id="risk-who"
          className="figures"
          maxLength={30}
          autoComplete="off"
          value={who}
          onChange={({ target }) => setWho(target.value)}
        />
      </label>
      <Checkbox
        className="risk-open"
        checked={isOpen}
        onChange={({ target }) => setOpen(target.checked)}
      >
        {words("risk:filter.open")}
      </Checkbox>
      <Button htmlType="submit" loading={isWaiting}>
        {words("risk:filter.find")}
      </Button>
      {isWrong && <p role="alert">{words("risk:filter.wrong")}</p>}
    </form>
  );
}

function Choice({
  label,
  value,
  onChange,
  options,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
}) {
  const words = useWords();
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{words("risk:filter.any")}</option>
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const isWrong = value !== "" && !BusinessDate.safeParse(value).success;
  return (
    <label htmlFor={id}>
      {label}
      <Input
        id={id}
        className="figures"
        maxLength={10}
        autoComplete="off"
        placeholder="YYYY-MM-DD"
        aria-invalid={isWrong}
        value={value}
        onChange={({ target }) => onChange(target.value.trim())}
      />
    </label>
  );
}
