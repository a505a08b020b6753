import { Button, Input } from "antd";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { SlipView } from "#core/contract/posting-view.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { type Column, downIntoRegister, Register } from "#renderer/screens/register.tsx";
import { Reprinted } from "#renderer/screens/reprinted.tsx";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { FeeField } from "#renderer/transaction/choice-fields.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { FactsTable } from "#renderer/transaction/facts-table.tsx";
import { PrintSlip } from "#renderer/transaction/receipt-page.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { ReasonField, SlipField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** 9003 回单补打: the drawer of slips, and one of them once more. */
export function Slips() {
  const slip = useTeller((teller) => teller.subject.slip);
  return slip === undefined ? <SlipList /> : <Reprint slip={slip} />;
}

function Reprint({ slip }: { readonly slip: string }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const isFilling = useTeller((teller) => teller.transaction.step === "filling");
  return (
    <>
      <TransactionScreen code="9003" needsCustomer={false} initial={{ slip }}>
        <ReasonField />
        <SlipField label={words("enquiry:slips.number")} />
        <FeeField isInCash isOptional />
      </TransactionScreen>
      {isFilling && (
        <div className="actions">
          <Button onClick={() => openScreen("9003")}>{words("enquiry:slips.again")}</Button>
        </div>
      )}
      <Reprinted />
    </>
  );
}

interface Filter {
  readonly text: string;
}

function SlipList() {
  const words = useWords();
  const { bridge } = useCounter();
  const wanted = useTeller((teller) => teller.subject.find);
  const ask = useCallback(
    ({ text }: Filter, page: number) => bridge.request("slip.list", { text, page }),
    [bridge],
  );
  const pages = usePages<Filter, SlipView>(ask, { text: wanted ?? "" });
  const [number, choose] = useState(wanted);
  const place = useRef<HTMLElement>(null);
  const chosen = pages.rows.find((row) => row.number === number);
  const { text } = pages.filter;
  const none =
    text === "" ? words("enquiry:slips.none") : words("enquiry:slips.none.text", { text });

  return (
    <section ref={place} className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9003" />
      <Filters text={text} onLook={pages.look} isWaiting={pages.isWaiting} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("enquiry:slips.caption")}
        columns={columnsOf(words)}
        rows={pages.rows}
        keyOf={keyOf}
        none={pages.isWaiting ? words("shell:waiting") : none}
        chosen={number}
        onChoose={(row) => choose(row.number)}
        onOpen={() => place.current?.querySelector<HTMLElement>("[role=toolbar] button")?.focus()}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      {chosen && <SlipDetail slip={chosen} isWanted={number === wanted} />}
    </section>
  );
}

function keyOf({ number }: SlipView): string {
  return number;
}

function Filters({
  text: asked,
  onLook,
  isWaiting,
}: {
  readonly text: string;
  readonly onLook: (filter: Filter) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [text, type] = useState(asked);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input")?.focus(), []);

  function look(event: FormEvent): void {
    event.preventDefault();
    onLook({ text: text.trim() });
  }
  return (
    <form ref={form} className="filters" onSubmit={look}>
      <Input
        className="filter-text"
        aria-label={words("enquiry:slips.text")}
        placeholder={words("enquiry:slips.text")}
        maxLength={40}
        autoComplete="off"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={downIntoRegister}
      />
      <Button htmlType="submit" loading={isWaiting}>
        {words("enquiry:slips.find")}
      </Button>
    </form>
  );
}

function columnsOf(words: Words): readonly Column<SlipView>[] {
  return [
    {
      key: "number",
      title: words("enquiry:slips.number"),
      show: ({ number }) => <span className="figures">{number}</span>,
    },
    {
      key: "code",
      title: words("enquiry:journal.transaction"),
      show: ({ code }) => (
        <>
          {/* A slip is of a transaction that was offered; the contract says only "text". */}
          <span className="figures code">{code}</span> {words(`transaction:${code as ScreenCode}`)}
        </>
      ),
    },
    {
      key: "customer",
      title: words("enquiry:view.customer"),
      show: ({ facts }) => {
        const customer = facts.find(({ name }) => name === "customer");
        return customer?.kind === "text" ? customer.text : "";
      },
    },
    {
      key: "issued",
      title: words("enquiry:slips.issued"),
      show: ({ issuedAt }) => <InstantText instant={issuedAt} />,
    },
    {
      key: "teller",
      title: words("enquiry:journal.teller"),
      show: ({ teller }) => <span className="figures">{teller}</span>,
    },
    {
      key: "status",
      title: words("enquiry:slips.status"),
      show: ({ status }) => words(`enquiry:slips.status.${status}`),
    },
    {
      key: "reprints",
      title: words("enquiry:slips.reprints"),
      show: ({ reprints }) => <span className="figures">{reprints}</span>,
      isMoney: true,
    },
  ];
}

/** One slip as it reads, and its keys: the first print is free, the others are authorised. */
function SlipDetail({
  slip,
  isWanted,
}: {
  readonly slip: SlipView;
  /** Whether somebody came for this very slip: then Enter prints it. */
  readonly isWanted: boolean;
}) {
  const words = useWords();
  const { number, facts, status, reversed } = slip;
  return (
    <section className="detail" aria-label={words("enquiry:slips.detail", { slip: number })}>
      <h2>{words("enquiry:slips.detail", { slip: number })}</h2>
      {reversed && (
        <p className="bad">{words(`reversal:reversed.${reversed.part}`, { by: reversed.by })}</p>
      )}
      {status === "void" ? (
        <p className="nothing">{words("enquiry:slips.void")}</p>
      ) : (
        <div className="actions">
          <OpenKeys
            key={number}
            ways={[{ code: "9003", subject: { slip: number } }]}
            label={words("enquiry:slips.detail", { slip: number })}
          />
          <PrintSlip key={`print ${number}`} slip={number} isFirst={isWanted} />
        </div>
      )}
      <FactsTable facts={facts} />
    </section>
  );
}
