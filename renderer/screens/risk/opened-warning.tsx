import { Button, Form } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Answer } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { RiskFlagView } from "#core/contract/risk-view.ts";
import { RiskVerdict } from "#core/risk/risk-flag.ts";
import { RowDetail } from "#renderer/screens/enquiry/journal-line.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { sayWhy } from "#renderer/wording/say-risk.ts";
import { useWords } from "#renderer/wording/words.ts";

/** One warning: why, the figures, what was posted, and what a chief makes of it. */
export function OpenedWarning({
  flag: id,
  onBack,
}: {
  readonly flag: RiskFlagView["id"];
  readonly onBack: () => void;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const role = useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session && "role" in session ? session.role : undefined;
  });
  const isDone = useTeller(({ transaction }) => transaction.step === "done");
  const [answer, show] = useState<Answer<"risk.view">>();
  const [refusal, refuse] = useState<Refusal>();
  const back = useRef<HTMLButtonElement>(null);
  const isRead = answer !== undefined;
  const isToReview = answer?.flag.review === undefined && role !== "auditor";

  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so it is read again.
  useEffect(() => {
    let isWanted = true;
    void bridge.request("risk.view", { flag: id }).then((reply) => {
      if (!isWanted) return;
      show(reply.ok ? reply.value : undefined);
      refuse(reply.ok ? undefined : reply.refusal);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, id, version]);
  useEffect(() => {
    if (isRead && !isToReview && !isDone) back.current?.focus();
  }, [isRead, isToReview, isDone]);

  return (
    <>
      <section className="screen wide" aria-labelledby="warning-title">
        <h2 id="warning-title">{words("risk:opened.title", { id })}</h2>
        <RefusalNote refusal={refusal} />
        {answer && <WarningFacts flag={answer.flag} />}
        {role === "auditor" && <p className="hint">{words("risk:review.audit")}</p>}
        {answer?.posted && (
          <section aria-label={words("risk:opened.posted")}>
            <RowDetail row={answer.posted} />
          </section>
        )}
        <p className="actions">
          <Button ref={back} onClick={onBack}>
            {words("risk:opened.back")}
          </Button>
        </p>
      </section>
      {isRead && (isToReview || isDone) && (
        <TransactionScreen code="9012" needsCustomer={false} initial={{ flag: id }}>
          <Form.Item name="flag" hidden>
            <input />
          </Form.Item>
          <ChooseOneField
            name="verdict"
            label={words("risk:review.verdict")}
            options={RiskVerdict.options.map((value) => ({
              value,
              label: words(`term:risk-verdict.${value}`),
            }))}
          />
          <TextField name="words" label={words("risk:review.words")} longest={100} />
        </TransactionScreen>
      )}
    </>
  );
}

function WarningFacts({ flag }: { readonly flag: RiskFlagView }) {
  const words = useWords();
  const { rule, at, customer, outcome, level, decision, review, reviewedBy } = flag;
  const wants = words(`parameter:choice.${outcome}`);
  const least = level ? words("risk:opened.level", { level: words(`kit:level.${level}`) }) : "";
  return (
    <dl className="facts risk-facts">
      <Line title={words("risk:column.rule")}>{words(`term:risk.${rule}`)}</Line>
      <Line title={words("risk:opened.why")}>{sayWhy(words, flag)}</Line>
      <Line title={words("risk:column.at")}>
        <InstantText instant={at} />
      </Line>
      {customer && <Line title={words("risk:column.customer")}>{customer.name}</Line>}
      <Line title={words("risk:opened.outcome")}>
        {wants} {least}
      </Line>
      <Line title={words("risk:column.decision")}>{words(`risk:decision.${decision}`)}</Line>
      {review && (
        <Line title={words("risk:opened.reviewed")}>
          {words(`term:risk-verdict.${review.verdict}`)} · {review.words} · {reviewedBy}{" "}
          <span className="figures">{review.by}</span> <InstantText instant={review.at} />
        </Line>
      )}
    </dl>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
