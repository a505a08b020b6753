import { Button } from "antd";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#core/contract/refusal.ts";
import type { OutboxFilter, OutboxRow, OutboxView } from "#core/contract/sms-view.ts";
import { PageLine, usePages } from "#renderer/screens/pages.tsx";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

type Shown = OutboxFilter["show"];
const statuses: readonly Shown[] = ["all", "waiting", "failed", "sent", "expired"];

/** 9011 短信发件箱: what became of the bank's messages; a supervisor has a failed one sent again. */
export function Outbox() {
  const words = useWords();
  const { bridge } = useCounter();
  const [outbox, tell] = useState<OutboxView>();
  const ask = useCallback(
    async (show: Shown, page: number) => {
      const reply = await bridge.request("sms.outbox", { show, page });
      if (reply.ok) tell(reply.value);
      return reply;
    },
    [bridge],
  );
  const pages = usePages<Shown, OutboxRow>(ask, "all", { movesFocus: false });
  const [id, choose] = useState<string>();
  const detail = useRef<HTMLDivElement>(null);
  const chosen = pages.rows.find((row) => row.id === id);

  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9011" />
      {outbox && <Gateway outbox={outbox} />}
      <ChooseStatus shown={pages.filter} onChoose={pages.look} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("messages:outbox.rows")}
        columns={columns(words)}
        rows={pages.rows}
        keyOf={(row) => row.id}
        none={words(pages.isWaiting ? "shell:waiting" : "messages:outbox.none")}
        chosen={id}
        onChoose={(row) => choose(row.id)}
        onOpen={() => detail.current?.focus()}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      <div ref={detail} tabIndex={-1}>
        {chosen && (
          <OutboxDetail key={chosen.id} row={chosen} onRetried={() => pages.look(pages.filter)} />
        )}
      </div>
    </section>
  );
}

/** Says plainly where messages go from here, and above all where they do not (E14). */
function Gateway({ outbox: { gateway, waiting, failed } }: { readonly outbox: OutboxView }) {
  const words = useWords();
  return (
    <>
      <p {...(gateway === "none" ? { role: "alert" } : { className: "hint" })}>
        {words(`messages:gateway.${gateway}`)}
      </p>
      <p>{words("messages:outbox.counts", { waiting, failed })}</p>
    </>
  );
}

function ChooseStatus({
  shown,
  onChoose,
}: {
  readonly shown: Shown;
  readonly onChoose: (show: Shown) => void;
}) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={id}>
        {words("messages:outbox.show")}
        <select
          id={id}
          ref={field}
          value={shown}
          onChange={({ target }) => {
            const next = statuses.find((one) => one === target.value);
            if (next) onChoose(next);
          }}
        >
          {statuses.map((one) => (
            <option key={one} value={one}>
              {words(one === "all" ? "messages:outbox.show.all" : `messages:status.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

function columns(words: Words): readonly Column<OutboxRow>[] {
  return [
    { key: "made", title: words("messages:outbox.made"), show: (row) => sayMoment(row.madeAt) },
    { key: "customer", title: words("messages:outbox.customer"), show: (row) => row.name },
    { key: "to", title: words("messages:outbox.to"), show: (row) => row.to },
    {
      key: "template",
      title: words("messages:outbox.template"),
      show: (row) => words(`messages:template.${row.template}`),
    },
    {
      key: "status",
      title: words("messages:outbox.status"),
      show: (row) => words(`messages:status.${row.status}`),
    },
    { key: "tries", title: words("messages:outbox.tries"), show: (row) => String(row.tries) },
  ];
}

function OutboxDetail({
  row,
  onRetried,
}: {
  readonly row: OutboxRow;
  readonly onRetried: () => void;
}) {
  const words = useWords();
  const { i18n } = useTranslation();
  const { bridge } = useCounter();
  const [refusal, refuse] = useState<Refusal>();
  const title = useId();

  async function retry(): Promise<void> {
    const reply = await bridge.request("sms.retry", { message: row.id });
    refuse(reply.ok ? undefined : reply.refusal);
    if (reply.ok) onRetried();
  }
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words("messages:outbox.text")}</h2>
      <p>{i18n.language === "en" ? row.texts.en : row.texts["zh-CN"]}</p>
      {row.sentAt !== undefined && (
        <p>{words("messages:outbox.sent-at", { at: sayMoment(row.sentAt) })}</p>
      )}
      {row.failure && <p>{words("messages:outbox.failure", { why: row.failure })}</p>}
      {row.mayRetry && (
        <Button onClick={() => void retry()}>{words("messages:outbox.retry")}</Button>
      )}
      <RefusalNote refusal={refusal} />
    </section>
  );
}
