import { useCallback, useEffect, useState } from "react";
import type { FreezeFilter } from "#core/contract/contract.ts";
import type { FreezeOrderView, FreezeStackView } from "#core/contract/freeze-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { type Pages, usePages } from "#renderer/screens/pages.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";

/** What an account's stack came to; neither while it is being asked for. */
export interface Looked {
  readonly stack?: FreezeStackView;
  readonly refusal?: Refusal;
}

/**
 * 冻结栈 of an account, looked at once. Each look is journalled, so that one may not be followed by
 * another for the very reason that the journal has moved.
 */
export function useStack(account: string | undefined): Looked {
  const { bridge } = useCounter();
  const [looked, show] = useState<Looked>({});
  useEffect(() => {
    let isWanted = true;
    show({});
    if (account === undefined) return undefined;
    void bridge.request("freeze.stack", { account }).then((reply) => {
      if (isWanted) show(reply.ok ? { stack: reply.value } : { refusal: reply.refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, account]);
  return looked;
}

/**
 * The register of orders, page by page; looked at anew when the teller asks, and only then. The focus
 * stays with what was asked, unless the page is turned.
 */
export function useOrders(
  start: FreezeFilter,
  { page = 0 }: { readonly page?: number } = {},
): Pages<FreezeFilter, FreezeOrderView> {
  const { bridge } = useCounter();
  const ask = useCallback(
    (filter: FreezeFilter, at: number) => bridge.request("freeze.register", { filter, page: at }),
    [bridge],
  );
  return usePages<FreezeFilter, FreezeOrderView>(ask, start, {
    followsBooks: false,
    movesFocus: false,
    page,
  });
}
