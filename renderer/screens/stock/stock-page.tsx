import { Button } from "antd";
import { useState } from "react";
import type { StockHandView } from "#core/contract/stock-view.ts";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { Found } from "#renderer/screens/stock/counted.tsx";
import { RunsTable } from "#renderer/screens/stock/runs-table.tsx";
import { parts, StockBar } from "#renderer/screens/stock/stock-bar.tsx";
import { useStockRegister } from "#renderer/screens/stock/use-stock-register.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { DateText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

const columnsOfDay = [
  ...(["opening", "received", "used", "voided", "handedOver", "lost", "held"] as const),
] as const;

/** 8011 凭证库存: every hand's day as an equation, a picture, and runs of numbers (V05). */
export function StockPage() {
  const words = useWords();
  const { register, refusal } = useStockRegister();
  const openScreen = useTeller((teller) => teller.openScreen);
  const [at, go] = useState<string>();
  const hands = register?.hands ?? [];
  const chosen = hands.find(({ id }) => id === at);
  return (
    <section className="screen wide stock-page" aria-labelledby="screen-title">
      <ScreenTitle code="8011" isFirst={hands.length === 0} />
      <RefusalNote refusal={refusal} />
      <p className="hint">
        {register && <DateText date={register.date} />} {words("stock:page.equation")}
      </p>
      <Legend />
      <Register
        caption={words("stock:page.caption")}
        columns={columns(words)}
        rows={hands}
        keyOf={({ id }) => id}
        none={words(register ? "stock:page.none" : "shell:waiting")}
        chosen={at}
        onChoose={({ id }) => go(id)}
        onOpen={({ kind }) => openScreen("8005", { voucher: kind })}
        focusOn={register ? 1 : 0}
      />
      <p className="hint">{words("stock:page.keys")}</p>
      {chosen && <Hand hand={chosen} />}
    </section>
  );
}

/** What the parts of a bar mean; the same words head the columns. */
function Legend() {
  const words = useWords();
  return (
    <ul className="stock-legend">
      {parts.map((part) => (
        <li key={part}>
          <svg viewBox="0 0 16 16" aria-hidden="true" className="stock-key">
            <rect className={`part-${part}`} width={16} height={16} />
          </svg>
          {words(`stock:page.${part}`)}
        </li>
      ))}
    </ul>
  );
}

/** The runs of one hand, of everything that moved in it today, and its last count. */
function Hand({ hand }: { readonly hand: StockHandView }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const title = `${words(`term:voucher.${hand.kind}`)} · ${whose(words, hand)}`;
  const moved = columnsOfDay.filter((name) => name !== "opening" && hand[name].pieces > 0);
  const isCounted = /^\d{4}$/.test(hand.holder) || ["vault", "voided"].includes(hand.holder);
  return (
    <section className="detail" aria-label={title}>
      <h2>{title}</h2>
      <p className="figures">{words("stock:page.sum", sumOf(hand))}</p>
      {hand.count && <Found count={hand.count} held={hand.held.pieces} />}
      {isCounted && (
        <div className="open-keys">
          <Button onClick={() => openScreen("8005", { voucher: hand.kind })}>
            <span className="figures code">8005</span> {words("transaction:8005")}
          </Button>
        </div>
      )}
      <div className="stock-runs">
        {moved.map((name) => (
          <RunsTable key={name} caption={words(`stock:page.${name}`)} column={hand[name]} />
        ))}
      </div>
    </section>
  );
}

function sumOf(hand: StockHandView): Readonly<Record<string, number>> {
  return Object.fromEntries(columnsOfDay.map((name) => [name, hand[name].pieces]));
}

function whose(words: Words, { holder, name }: StockHandView): string {
  switch (holder) {
    case "vault":
    case "voided":
    case "used":
    case "lost":
    case "shipped":
    case "destroyed":
      return words(`term:holder.${holder as "vault"}`);
    default:
      return name ? `${holder} ${name}` : holder;
  }
}

function columns(words: Words): readonly Column<StockHandView>[] {
  return [
    {
      key: "kind",
      title: words("stock:kind.label"),
      show: ({ kind }) => words(`term:voucher.${kind}`),
    },
    { key: "holder", title: words("stock:holder.label"), show: (hand) => whose(words, hand) },
    ...columnsOfDay.map((name) => ({
      key: name,
      title: words(`stock:page.${name}`),
      isMoney: true,
      show: (hand: StockHandView) => hand[name].pieces,
    })),
    { key: "bar", title: words("stock:page.picture"), show: (hand) => <StockBar hand={hand} /> },
    { key: "state", title: words("stock:page.count"), show: (hand) => <State hand={hand} /> },
  ];
}

function State({ hand: { state, count } }: { readonly hand: StockHandView }) {
  const words = useWords();
  if (state === "settled") return <span>{count ? `✓ ${words("stock:page.agrees")}` : "–"}</span>;
  return <span className="bad">{words(`stock:page.${state}`)}</span>;
}
