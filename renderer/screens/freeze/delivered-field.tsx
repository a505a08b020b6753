import { Form, Input } from "antd";
import { useEffect, useState } from "react";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { ClockTime, dateOf, instant, instantAt, timeOf } from "#core/calendar/instant.ts";
import { withDashes } from "#renderer/screens/freeze/day-field.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useIsResumed } from "#renderer/transaction/resumed.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 送达时间: when the notice was handed over, to the second, for it decides the rank (F10). */
export function DeliveredField({ name }: { readonly name: string[] }) {
  const words = useWords();
  return (
    <Form.Item
      label={words("freeze:delivered")}
      name={name}
      rules={requiredRule(words("freeze:delivered.invalid"))}
    >
      <DeliveredControl />
    </Form.Item>
  );
}

/** Begins with this very second, because the officers stand before the counter. */
function DeliveredControl({ id, value, onChange }: Control<number>) {
  const words = useWords();
  const { store } = useCounter();
  const isResumed = useIsResumed();
  const [typed, type] = useState(() => typedAs(value));

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is opened.
  useEffect(() => {
    const { workstation, toldAt } = store.getState();
    // What was typed stays, and what was typed wrongly is asked for: it decides the rank.
    if (!workstation || isResumed) return;
    const now = instant(workstation.now + Math.max(0, Math.floor(performance.now() - toldAt)));
    tell({ date: dateOf(now), time: timeOf(now) });
  }, []);

  function tell(next: { readonly date: string; readonly time: string }): void {
    type(next);
    const date = BusinessDate.safeParse(next.date);
    const time = ClockTime.safeParse(next.time);
    onChange?.(date.success && time.success ? instantAt(date.data, time.data) : undefined);
  }
  return (
    <div className="day-and-time">
      <Input
        id={id ?? ""}
        aria-label={words("freeze:delivered.date")}
        className="figures day"
        maxLength={10}
        autoComplete="off"
        value={typed.date}
        onChange={({ target }) => tell({ ...typed, date: withDashes(target.value) })}
      />
      <Input
        aria-label={words("freeze:delivered.time")}
        className="figures day"
        maxLength={8}
        autoComplete="off"
        value={typed.time}
        onChange={({ target }) => tell({ ...typed, time: target.value.trim() })}
      />
    </div>
  );
}

function typedAs(value: number | undefined): { readonly date: string; readonly time: string } {
  if (value === undefined) return { date: "", time: "" };
  return { date: dateOf(instant(value)), time: timeOf(instant(value)) };
}
