import { useCallback, useState } from "react";
import type { RiskFilter, RiskFlagView, RiskTally } from "#core/contract/risk-view.ts";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { OpenedWarning } from "#renderer/screens/risk/opened-warning.tsx";
import { RiskPicture } from "#renderer/screens/risk/picture.tsx";
import { WarningFields } from "#renderer/screens/risk/warning-fields.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { sayDoer, sayLine } from "#renderer/wording/say-line.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** 9012 风险预警: what the rules warned of, as pictures and as a list; Enter opens one (1.6). */
export function RiskWarnings() {
  const [opened, open] = useState<RiskFlagView["id"]>();
  const [filter, look] = useState<RiskFilter>({});
  const abandon = useTeller((teller) => teller.abandonTransaction);
  if (opened === undefined) return <WarningList filter={filter} onLook={look} onOpen={open} />;
  return (
    <OpenedWarning
      flag={opened}
      onBack={() => {
        abandon();
        open(undefined);
      }}
    />
  );
}

function WarningList({
  filter,
  onLook,
  onOpen,
}: {
  readonly filter: RiskFilter;
  readonly onLook: (filter: RiskFilter) => void;
  readonly onOpen: (flag: RiskFlagView["id"]) => void;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const [tallies, draw] = useState<readonly RiskTally[]>([]);
  const ask = useCallback(
    async (asked: RiskFilter, page: number) => {
      const reply = await bridge.request("risk.list", { filter: asked, page });
      draw(reply.ok ? reply.value.tallies : []);
      return reply;
    },
    [bridge],
  );
  // That somebody looked is a line of the journal, so the list must not follow it.
  const pages = usePages<RiskFilter, RiskFlagView>(ask, filter, { followsBooks: false });
  const [id, choose] = useState<string>();
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9012" />
      <p className="hint">{words("risk:noted")}</p>
      <WarningFields
        start={filter}
        isWaiting={pages.isWaiting}
        onLook={(next) => {
          onLook(next);
          pages.look(next);
        }}
      />
      <RefusalNote refusal={pages.refusal} />
      <RiskPicture tallies={tallies} />
      <Register
        caption={words("risk:caption")}
        columns={columnsOf(words)}
        rows={pages.rows}
        keyOf={(row) => row.id}
        none={words(pages.isWaiting ? "shell:waiting" : "risk:none")}
        chosen={id}
        onChoose={(row) => choose(row.id)}
        onOpen={(row) => onOpen(row.id)}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
    </section>
  );
}

function columnsOf(words: Words): readonly Column<RiskFlagView>[] {
  return [
    {
      key: "at",
      title: words("risk:column.at"),
      show: ({ at }) => <InstantText instant={at} />,
    },
    {
      key: "rule",
      title: words("risk:column.rule"),
      show: ({ rule }) => words(`term:risk.${rule}`),
    },
    {
      key: "customer",
      title: words("risk:column.customer"),
      show: ({ customer }) => customer?.name ?? "–",
    },
    {
      key: "code",
      title: words("risk:column.code"),
      show: ({ code }) => sayLine(words, code),
    },
    {
      key: "teller",
      title: words("risk:column.teller"),
      show: ({ teller, tellerName = "" }) => (
        <>
          {tellerName} <span className="figures">{sayDoer(words, teller)}</span>
        </>
      ),
    },
    {
      key: "decision",
      title: words("risk:column.decision"),
      show: ({ decision }) => words(`risk:decision.${decision}`),
    },
    {
      key: "review",
      title: words("risk:column.review"),
      show: ({ review }) =>
        review ? words(`term:risk-verdict.${review.verdict}`) : words("risk:review.none"),
    },
  ];
}
