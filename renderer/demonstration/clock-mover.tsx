import { Button } from "antd";
import { useState } from "react";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Moves the demonstration's clock forward: a day, to a case's due date, or to any date. */
export function ClockMover() {
  const words = useWords();
  const move = useTeller((teller) => teller.moveClock);
  const today = useTeller((teller) => teller.workstation?.today);
  const waiting = useTeller((teller) =>
    teller.customer?.lossCases.find((lossCase) => lossCase.status === "formal-waiting"),
  );
  const [date, choose] = useState("");

  return (
    <section aria-labelledby="clock-title">
      <h3 id="clock-title">{words("home:presenter.clock")}</h3>
      <div className="actions">
        <Button size="small" onClick={() => void move({ days: 1 })}>
          {words("home:presenter.clock.day")}
        </Button>
        {waiting?.maturesOn && (
          <Button size="small" onClick={() => void move({ to: waiting.maturesOn ?? "" })}>
            {words("home:presenter.clock.due", { date: waiting.maturesOn })}
          </Button>
        )}
      </div>
      <form
        className="clock-to"
        onSubmit={(event) => {
          event.preventDefault();
          if (date !== "") void move({ to: date });
        }}
      >
        <label>
          {words("home:presenter.clock.to")}{" "}
          <input
            className="figures"
            inputMode="numeric"
            size={11}
            maxLength={10}
            placeholder={today}
            value={date}
            onChange={({ target }) => choose(target.value.trim())}
          />
        </label>
        <Button size="small" htmlType="submit" disabled={date === ""}>
          {words("home:presenter.clock.move")}
        </Button>
      </form>
    </section>
  );
}
