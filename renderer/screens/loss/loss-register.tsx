import { Button, Input, Radio } from "antd";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { LossCaseView } from "#core/contract/customer-view.ts";
import { useHere } from "#renderer/screens/here.ts";
import { waysOf } from "#renderer/screens/loss/case-reasons.ts";
import { OpenKeys, useTake } from "#renderer/screens/open-keys.tsx";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { useEvidenceWay } from "#renderer/screens/protection/evidence-way.ts";
import { type Column, downIntoRegister, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

type Filter = Pick<Sent<"loss.register">, "show" | "text">;

const shows = ["open", "due", "all"] as const satisfies readonly Filter["show"][];

/** 4010 挂失登记簿: the cases of the branch, their terms, and what can be done with each. */
export function LossRegister() {
  const words = useWords();
  const { bridge } = useCounter();
  const ask = useCallback(
    (filter: Filter, page: number) => bridge.request("loss.register", { ...filter, page }),
    [bridge],
  );
  const pages = usePages<Filter, LossCaseView>(ask, { show: "open", text: "" });
  const [number, choose] = useState<string>();
  const place = useRef<HTMLElement>(null);
  const take = useTake();
  const chosen = pages.rows.find((row) => row.number === number);

  /** To the keys of the case; where there are none, to its customer. */
  function open(row: LossCaseView): void {
    const first = place.current?.querySelector<HTMLElement>("[role=toolbar] button");
    if (first) first.focus();
    else void take({ code: "9002", customer: row.customer });
  }

  return (
    <section ref={place} className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="4010" />
      <Filters filter={pages.filter} onLook={pages.look} isWaiting={pages.isWaiting} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("loss:register.caption")}
        columns={columnsOf(words)}
        rows={pages.rows}
        keyOf={keyOf}
        none={pages.isWaiting ? words("shell:waiting") : noneOf(pages.filter, words)}
        chosen={number}
        onChoose={(row) => choose(row.number)}
        onOpen={open}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      {chosen && <CaseDetail lossCase={chosen} />}
    </section>
  );
}

function keyOf({ number }: LossCaseView): string {
  return number;
}

function noneOf({ show, text }: Filter, words: Words): string {
  return text === ""
    ? words(`loss:register.none.${show}`)
    : words("loss:register.none.text", { text });
}

function Filters({
  filter,
  onLook,
  isWaiting,
}: {
  readonly filter: Filter;
  readonly onLook: (filter: Filter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [text, type] = useState(filter.text);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input[type=text]")?.focus(), []);

  function look(event: FormEvent): void {
    event.preventDefault();
    onLook({ ...filter, text: text.trim() });
  }
  return (
    <form ref={form} className="filters" onSubmit={look}>
      <Radio.Group
        aria-label={words("loss:register.show")}
        optionType="button"
        value={filter.show}
        options={shows.map((value) => ({ value, label: words(`loss:register.show.${value}`) }))}
        onChange={({ target }) => onLook({ show: target.value, text: text.trim() })}
      />
      <Input
        className="filter-text"
        aria-label={words("loss:register.text")}
        placeholder={words("loss:register.text")}
        maxLength={40}
        autoComplete="off"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={downIntoRegister}
      />
      <Button htmlType="submit" loading={isWaiting}>
        {words("loss:register.find")}
      </Button>
    </form>
  );
}

function columnsOf(words: Words): readonly Column<LossCaseView>[] {
  return [
    { key: "number", title: words("loss:column.number"), show: figures(({ number }) => number) },
    { key: "customer", title: words("loss:column.customer"), show: (row) => row.customerName },
    { key: "card", title: words("loss:column.card"), show: figures((row) => row.cardNumber) },
    {
      key: "kind",
      title: words("loss:column.kind"),
      show: (row) => words(`term:kind.${row.kind}`),
    },
    {
      key: "status",
      title: words("loss:column.status"),
      show: (row) => words(`noun:status.${row.status}`),
    },
    {
      key: "accepted",
      title: words("loss:column.accepted"),
      show: (row) => <InstantText instant={row.acceptedAt} />,
    },
    { key: "term", title: words("loss:column.term"), show: figures((row) => termOf(row, words)) },
  ];
}

function figures(text: (row: LossCaseView) => string) {
  return (row: LossCaseView) => <span className="figures">{text(row)}</span>;
}

/** The one date that matters of a case now: until when it holds, or from when it can be ended. */
export function termOf({ status, oralLastDay, maturesOn }: LossCaseView, words: Words): string {
  if (status === "formal-waiting" || status === "matured") {
    return words("loss:term.matures", { date: maturesOn ?? "" });
  }
  return status === "oral-active" ? words("loss:term.oral", { date: oralLastDay ?? "" }) : "";
}

function CaseDetail({ lossCase }: { readonly lossCase: LossCaseView }) {
  const words = useWords();
  const { number, customer } = lossCase;
  const evidence = useEvidenceWay()(number);
  const ways = waysOf(lossCase, useHere()).map((way) => ({ ...way, customer }));
  return (
    <section className="detail" aria-label={words("loss:detail.title", { number })}>
      <h2>
        {words("loss:detail.title", { number })} · {lossCase.customerName}
      </h2>
      <CaseLines lossCase={lossCase} />
      {ways.length === 0 && <p className="nothing">{words("loss:detail.none")}</p>}
      <OpenKeys
        key={number}
        ways={[...ways, { code: "9002", customer }, ...evidence]}
        label={words("loss:detail.ways")}
      />
    </section>
  );
}

/** What the register knows of a case besides its columns. */
export function CaseLines({ lossCase }: { readonly lossCase: LossCaseView }) {
  const words = useWords();
  const { slip, slipLost, order, numbering } = lossCase;
  const slipText = slipLost ? words("loss:detail.slip-lost", { slip: slip ?? "" }) : slip;
  const lines = [
    [words("loss:detail.reason"), lossCase.reason],
    [words("loss:detail.channel"), words(`term:channel.${lossCase.channel}`)],
    [words("loss:detail.numbering"), numbering && words(`term:numbering.${numbering}`)],
    [words("loss:detail.slip"), slipText],
    [words("loss:detail.order"), order],
    [words("loss:detail.branch"), lossCase.branch],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(
        ([title, text]) =>
          text && (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="figures">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
