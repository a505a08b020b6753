import { Button } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Rows that the main process gives at a time. */
const PAGE_ROWS = 50;

/** How a page is asked for. */
type Ask<Filter, Row> = (
  filter: Filter,
  page: number,
) => Promise<
  | { readonly ok: true; readonly value: { readonly rows: readonly Row[]; readonly total: number } }
  | { readonly ok: false; readonly refusal: Refusal }
>;

/** A longer list, one page of it at a time. */
export interface Pages<Filter, Row> {
  readonly filter: Filter;
  readonly page: number;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly isWaiting: boolean;
  readonly refusal: Refusal | undefined;
  /** Rises when a page has come that the teller asked for, so that its first row takes the focus. */
  readonly focusOn: number;
  readonly look: (filter: Filter) => void;
  readonly turn: (by: number) => void;
}

interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly refusal?: Refusal;
  readonly focusOn: number;
}

/** How a list is read. */
interface Habits {
  /** Whether it is read again when the books have moved. */
  readonly followsBooks?: boolean;
  /** Whether a look takes the focus to the first row, as turning the page always does. */
  readonly movesFocus?: boolean;
  readonly page?: number;
}

/**
 * Reads a list page by page, and again whenever the books have moved, unless reading itself moves
 * them. `ask` must be stable.
 */
export function usePages<Filter, Row>(
  ask: Ask<Filter, Row>,
  start: Filter,
  { followsBooks = true, movesFocus = true, page: startPage = 0 }: Habits = {},
): Pages<Filter, Row> {
  const books = useTeller((teller) => (followsBooks ? teller.booksVersion : 0));
  const [asked, put] = useState({ filter: start, page: startPage, byTeller: 0 });
  const [shown, show] = useState<Shown<Row>>({ rows: [], total: 0, focusOn: 0 });
  const [isWaiting, wait] = useState(true);
  const focused = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so the list is read.
  useEffect(() => {
    let isLatest = true;
    wait(true);
    void ask(asked.filter, asked.page).then((reply) => {
      if (!isLatest) return;
      wait(false);
      const page = reply.ok ? reply.value : { rows: [], total: 0, refusal: reply.refusal };
      const isNew = asked.byTeller !== focused.current;
      focused.current = asked.byTeller;
      show((before) => ({ ...page, focusOn: isNew ? asked.byTeller : before.focusOn }));
    });
    return () => {
      isLatest = false;
    };
  }, [ask, asked, books]);

  const look = useCallback(
    (filter: Filter) =>
      put(({ byTeller }) => ({ filter, page: 0, byTeller: movesFocus ? byTeller + 1 : byTeller })),
    [movesFocus],
  );
  const { total } = shown;
  const turn = useCallback(
    (by: number) =>
      put((before) => {
        const page = before.page + by;
        return page < 0 || page * PAGE_ROWS >= total
          ? before
          : { ...before, page, byTeller: before.byTeller + 1 };
      }),
    [total],
  );
  return {
    ...asked,
    rows: shown.rows,
    total,
    refusal: shown.refusal,
    focusOn: shown.focusOn,
    isWaiting,
    look,
    turn,
  };
}

/** Which page this is, and the keys to turn it. */
export function PageLine({
  pages: { page, total, turn },
  keys,
}: {
  /** What the keys do in this list, where Enter does not open. */
  readonly keys?: string;
  readonly pages: Pick<Pages<unknown, unknown>, "page" | "total" | "turn">;
}) {
  const words = useWords();
  const last = Math.max(1, Math.ceil(total / PAGE_ROWS));
  return (
    <p className="page-line">
      <span className="figures" role="status">
        {words("enquiry:page.of", { page: page + 1, pages: last, total })}
      </span>
      <span className="hint">{keys ?? words("enquiry:page.keys")}</span>
      {last > 1 && (
        <>
          <Button size="small" disabled={page === 0} onClick={() => turn(-1)}>
            {words("enquiry:page.before")}
          </Button>
          <Button size="small" disabled={page + 1 >= last} onClick={() => turn(1)}>
            {words("enquiry:page.after")}
          </Button>
        </>
      )}
    </p>
  );
}
