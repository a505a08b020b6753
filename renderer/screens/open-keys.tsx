import { Button } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import type { Subject } from "#renderer/store/place-slice.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** One way on from here: a screen, what it is opened for, and for whom if not who is here. */
export interface Way {
  readonly code: ScreenCode;
  readonly subject?: Subject;
  /** A customer who must first be brought to the counter, such as that of a register's row. */
  readonly customer?: string;
}

/** Opens a way, with its customer at the counter. */
export function useTake(): (way: Way) => void {
  const { store } = useCounter();
  return ({ code, subject = {}, customer }) => {
    const { readCustomer, openScreen, leave } = store.getState();
    leave(async () => {
      if (customer !== undefined && !(await readCustomer(customer))) return;
      openScreen(code, subject);
    });
  };
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Keys that open screens: one stop of Tab, the arrow keys go between them, Enter opens. */
export function OpenKeys({
  ways,
  label,
  isFirst = false,
}: {
  readonly ways: readonly Way[];
  readonly label: string;
  /** Whether the first key has the focus when the page opens. */
  readonly isFirst?: boolean;
}) {
  const words = useWords();
  const take = useTake();
  const [at, go] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const stop = Math.min(at, ways.length - 1);

  useEffect(() => {
    if (isFirst) place.current?.querySelector("button")?.focus();
  }, [isFirst]);

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (stop + step + ways.length) % ways.length;
    go(next);
    place.current?.querySelectorAll("button")[next]?.focus();
  }

  if (ways.length === 0) return null;
  return (
    <div ref={place} className="open-keys" role="toolbar" aria-label={label} onKeyDown={walk}>
      {ways.map((way, index) => (
        <Button
          key={`${way.code}:${JSON.stringify(way.subject ?? {})}`}
          type={isFirst && index === 0 ? "primary" : "default"}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => go(index)}
          onClick={() => take(way)}
        >
          <span className="figures code">{way.code}</span> {words(`transaction:${way.code}`)}
        </Button>
      ))}
      {ways.length > 1 && <span className="hint">{words("kit:open-keys")}</span>}
    </div>
  );
}
