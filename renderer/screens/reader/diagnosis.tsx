import type { ReactNode } from "react";
import type { DiagnosisView, Finding, ReaderDialect } from "#core/contract/reader-view.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 检测结果: item by item what the reader says of itself, or why nothing is known of it. */
export function Diagnosis({
  diagnosis,
  dialect,
}: {
  readonly diagnosis: DiagnosisView;
  readonly dialect: ReaderDialect;
}) {
  const words = useWords();
  const good = () => (
    <Signed sign="✓" tone="good">
      {words("reader:found.good")}
    </Signed>
  );
  const { communication, memory, model, tracks, firmware, coercivity, leadingZeros } = diagnosis;
  // Most of these makes answer nothing, and read all the same.
  const isUsual = dialect === "swipe-only" && communication.state !== "answered";
  return (
    <>
      <table className="relations">
        <caption>{words("reader:diagnose.result")}</caption>
        <thead>
          <tr>
            <th scope="col">{words("reader:diagnose.item")}</th>
            <th scope="col">{words("reader:diagnose.found")}</th>
          </tr>
        </thead>
        <tbody>
          <Row
            item={words("reader:diagnose.communication")}
            finding={communication}
            show={good}
            otherwise={isUsual ? words("reader:found.usual") : undefined}
          />
          <Row item={words("reader:diagnose.memory")} finding={memory} show={good} />
          <Row item={words("reader:diagnose.model")} finding={model} show={asItIs} />
          <Row
            item={words("reader:diagnose.tracks")}
            finding={tracks}
            show={(numbers) => words("reader:found.tracks", { tracks: numbers.join(" · ") })}
          />
          <Row item={words("reader:diagnose.firmware")} finding={firmware} show={asItIs} />
          <Row
            item={words("reader:diagnose.coercivity")}
            finding={coercivity}
            show={(setting) => words(`reader:found.coercivity.${setting}`)}
          />
        </tbody>
      </table>
      {isUsual && <p className="hint">{words("reader:diagnose.usual")}</p>}
      <details className="more">
        <summary>{words("reader:more")}</summary>
        <table className="relations" aria-label={words("reader:diagnose.more")}>
          <tbody>
            <Row
              item={words("reader:diagnose.leading-zeros")}
              finding={leadingZeros}
              show={([outer, middle]) => words("reader:found.leading-zeros", { outer, middle })}
            />
          </tbody>
        </table>
      </details>
    </>
  );
}

const asItIs = (text: string) => text;

/** One item with what came of it. */
function Row<Value>({
  item,
  finding,
  show,
  otherwise,
}: {
  readonly item: string;
  /** What is said instead of a failure that is none. */
  readonly otherwise?: string | undefined;
  readonly finding: Finding<Value>;
  readonly show: (value: Value) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{item}</th>
      <td className="figures">
        {otherwise === undefined ? (
          <Found finding={finding} show={show} />
        ) : (
          <Signed sign="–" tone="hint">
            {otherwise}
          </Signed>
        )}
      </td>
    </tr>
  );
}

function Found<Value>({
  finding,
  show,
}: {
  readonly finding: Finding<Value>;
  readonly show: (value: Value) => ReactNode;
}) {
  const words = useWords();
  switch (finding.state) {
    case "answered":
      return show(finding.value);
    case "failed":
      return (
        <Signed sign="✕" tone="bad">
          {words("reader:found.failed", { why: words(`reader:failed.${finding.why}`) })}
        </Signed>
      );
    case "unanswered":
      return (
        <Signed sign="⚠" tone="bad">
          {words("reader:found.unanswered")}
        </Signed>
      );
    case "not-offered":
      return (
        <Signed sign="–" tone="hint">
          {words("reader:found.not-offered")}
        </Signed>
      );
    default:
      return unreachable(finding);
  }
}

/** A finding with a sign that tells it from the others without its colour. */
function Signed({
  sign,
  tone,
  children,
}: {
  readonly sign: string;
  readonly tone: "good" | "bad" | "hint";
  readonly children: string;
}) {
  return (
    <span className={tone}>
      <span aria-hidden="true">{sign}</span> {children}
    </span>
  );
}
