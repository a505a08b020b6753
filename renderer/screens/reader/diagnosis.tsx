import type { ReactNode } from "react";
import type { DiagnosisView } from "#core/contract/reader-view.ts";
import { useWords } from "#renderer/wording/words.ts";

type Found = DiagnosisView["communication"];

const signs: Readonly<Record<Found, string>> = {
  good: "✓",
  failed: "✕",
  unanswered: "⚠",
  "not-supported": "–",
};
const tones: Readonly<Record<Found, string>> = {
  good: "good",
  failed: "bad",
  unanswered: "bad",
  "not-supported": "hint",
};

/** 检测结果: item by item what the reader says of itself. */
export function Diagnosis({ diagnosis }: { readonly diagnosis: DiagnosisView }) {
  const words = useWords();
  const { communication, memory, model, tracks, firmware, coercivity, leadingZeros } = diagnosis;
  const [outer, middle] = leadingZeros ?? [];
  const isSilent = communication === "unanswered" || communication === "failed";
  const none = isSilent ? "unanswered" : "not-supported";
  return (
    <table className="relations">
      <caption>{words("reader:diagnose.result")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("reader:diagnose.item")}</th>
          <th scope="col">{words("reader:diagnose.found")}</th>
        </tr>
      </thead>
      <tbody>
        <Row item={words("reader:diagnose.communication")} none={none}>
          <FoundText found={communication} />
        </Row>
        <Row item={words("reader:diagnose.memory")} none={none}>
          <FoundText found={memory} />
        </Row>
        <Row item={words("reader:diagnose.model")} none={none}>
          {model}
        </Row>
        <Row item={words("reader:diagnose.tracks")} none={none}>
          {tracks.length > 0 && words("reader:found.tracks", { tracks: tracks.join(" · ") })}
        </Row>
        <Row item={words("reader:diagnose.firmware")} none={none}>
          {firmware}
        </Row>
        <Row item={words("reader:diagnose.coercivity")} none={none}>
          {coercivity && words(`reader:found.coercivity.${coercivity}`)}
        </Row>
        <Row item={words("reader:diagnose.leading-zeros")} none={none}>
          {leadingZeros && words("reader:found.leading-zeros", { outer, middle })}
        </Row>
      </tbody>
    </table>
  );
}

/** One item, or why nothing is known of it. */
function Row({
  item,
  none,
  children,
}: {
  readonly item: string;
  readonly none: Found;
  readonly children: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{item}</th>
      <td className="figures">{children || <FoundText found={none} />}</td>
    </tr>
  );
}

function FoundText({ found }: { readonly found: Found }) {
  const words = useWords();
  return (
    <span className={tones[found]}>
      <span aria-hidden="true">{signs[found]}</span> {words(`reader:found.${found}`)}
    </span>
  );
}
