import type { SlipView } from "#core/contract/posting-view.ts";
import { unreachable } from "#core/kernel/assert.ts";
import type { SlipKind } from "#core/slip/slip.ts";
import { Exchange, Replacement } from "#renderer/slips/card-change.tsx";
import { DaySeal } from "#renderer/slips/day-seal.tsx";
import { ForgeryReport } from "#renderer/slips/forgery-report.tsx";
import { FreezeReceipt } from "#renderer/slips/freeze-receipt.tsx";
import { General } from "#renderer/slips/general.tsx";
import { LossApplication } from "#renderer/slips/loss-application.tsx";
import { PageMarks } from "#renderer/slips/marks.tsx";

const papers: Record<SlipKind, "a4" | "a5"> = {
  "loss-application": "a4",
  replacement: "a4",
  exchange: "a4",
  general: "a5",
  "freeze-receipt": "a4",
  "forgery-report": "a4",
  "day-seal": "a4",
  "day-report": "a4",
};

/** A slip as it is printed, on the paper of its kind. */
export function SlipPaper({ slip }: { readonly slip: SlipView }) {
  return (
    <div className={papers[slip.kind]}>
      <PageMarks slip={slip} />
      <Page slip={slip} />
    </div>
  );
}

function Page({ slip }: { readonly slip: SlipView }) {
  switch (slip.kind) {
    case "loss-application":
      return <LossApplication slip={slip} />;
    case "replacement":
      return <Replacement slip={slip} />;
    case "exchange":
      return <Exchange slip={slip} />;
    case "general":
      return <General slip={slip} />;
    case "freeze-receipt":
      return <FreezeReceipt slip={slip} />;
    case "forgery-report":
      return <ForgeryReport slip={slip} />;
    case "day-seal":
    case "day-report":
      return <DaySeal slip={slip} />;
    default:
      return unreachable(slip.kind);
  }
}
