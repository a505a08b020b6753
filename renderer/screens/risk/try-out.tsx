import { Button, Form } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TriedCase, TryOutProgress, TryOutView } from "#core/contract/risk-view.ts";
import type { ParameterChange } from "#renderer/screens/people/parameter-editor.tsx";
import { RiskPicture } from "#renderer/screens/risk/picture.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { sayDoer, sayLine } from "#renderer/wording/say-line.ts";
import { sayWhy } from "#renderer/wording/say-risk.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 试算: what the rules as changed on the page would have said of the journal so far. */
export function TryOut() {
  const words = useWords();
  const { bridge } = useCounter();
  const changes: readonly ParameterChange[] = Form.useWatch("changes") ?? [];
  const [progress, follow] = useState<TryOutProgress>();
  const [found, show] = useState<TryOutView>();
  const [refusal, refuse] = useState<Refusal>();
  const result = useRef<HTMLParagraphElement>(null);
  const isRunning = progress !== undefined;

  useEffect(() => bridge.onNotice("risk.progress", (now) => follow((on) => on && now)), [bridge]);
  // What was begun here is of no use to anybody once the page is left.
  useEffect(() => () => void bridge.request("risk.cancel-try-out", undefined), [bridge]);
  useEffect(() => {
    if (found) result.current?.focus();
  }, [found]);

  async function tryOut(): Promise<void> {
    if (isRunning) return;
    follow({ done: 0, total: 0 });
    show(undefined);
    refuse(undefined);
    const reply = await bridge.request("risk.try-out", { changes: [...changes] });
    follow(undefined);
    if (reply.ok) show(reply.value);
    else refuse(reply.refusal);
  }

  return (
    <section className="try-out" aria-labelledby="try-out-title">
      <h2 id="try-out-title">{words("risk:try-out.title")}</h2>
      <p className="hint">{words("risk:try-out.explained")}</p>
      <div className="actions">
        <Button disabled={isRunning} onClick={() => void tryOut()}>
          {words("risk:try-out.submit")}
        </Button>
        {isRunning && (
          <Button onClick={() => void bridge.request("risk.cancel-try-out", undefined)}>
            {words("risk:try-out.cancel")}
          </Button>
        )}
      </div>
      {progress && (
        <p role="status">
          <progress max={Math.max(1, progress.total)} value={progress.done} />{" "}
          {words("risk:try-out.progress", { ...progress })}
        </p>
      )}
      <RefusalNote refusal={refusal} />
      {found && (
        <>
          <p ref={result} role="status" tabIndex={-1}>
            {words("risk:try-out.done", { batches: found.batches, total: found.total })}
          </p>
          <RiskPicture tallies={found.tallies} />
          <Cases cases={found.cases} />
        </>
      )}
    </section>
  );
}

function Cases({ cases }: { readonly cases: readonly TriedCase[] }) {
  const words = useWords();
  if (cases.length === 0) return <p className="nothing">{words("risk:try-out.none")}</p>;
  return (
    <section className="register" aria-label={words("risk:try-out.title")}>
      <table>
        <caption>{words("risk:try-out.cases", { shown: cases.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{words("risk:try-out.sequence")}</th>
            <th scope="col">{words("risk:column.at")}</th>
            <th scope="col">{words("risk:column.code")}</th>
            <th scope="col">{words("risk:column.customer")}</th>
            <th scope="col">{words("risk:column.teller")}</th>
            <th scope="col">{words("risk:try-out.why")}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={`${one.sequence} ${one.rule}`}>
              <td className="figures">{one.sequence}</td>
              <td>
                <InstantText instant={one.at} />
              </td>
              <td>{sayLine(words, one.code)}</td>
              <td>{one.customer ?? "–"}</td>
              <td className="figures">{sayDoer(words, one.teller)}</td>
              <td>
                {sayWhy(words, one)}
                {one.wasStopped && <strong> · {words("risk:try-out.stopped")}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
