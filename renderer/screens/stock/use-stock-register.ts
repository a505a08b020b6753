import { useEffect, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import type { StockRegisterView } from "#core/contract/stock-view.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

interface StockRegister {
  readonly register?: StockRegisterView;
  readonly refusal?: Refusal;
}

/** Reads the hands of blank pieces, and again whenever the books have moved. */
export function useStockRegister(): StockRegister {
  const { bridge } = useCounter();
  const books = useTeller((teller) => teller.booksVersion);
  const [read, show] = useState<StockRegister>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so the register is read.
  useEffect(() => {
    let isLatest = true;
    void bridge.request("stock.register", undefined).then((reply) => {
      if (!isLatest) return;
      show(reply.ok ? { register: reply.value } : { refusal: reply.refusal });
    });
    return () => {
      isLatest = false;
    };
  }, [bridge, books]);
  return read;
}
