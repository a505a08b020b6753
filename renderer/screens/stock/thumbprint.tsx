import { useEffect, useState } from "react";
import type { z } from "zod";
import { type ShopKey, transactions } from "#core/contract/transactions.ts";
import { thumbprintOf } from "#renderer/screens/stock/shop-key.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The name a shop's key is known by, to be read out by telephone. */
export function Thumbprint({ of: { x, y } }: { readonly of: z.input<typeof ShopKey> }) {
  const [thumbprint, show] = useState<string>();
  useEffect(() => {
    let isLatest = true;
    void thumbprintOf({ x, y }).then((name) => isLatest && show(name));
    return () => {
      isLatest = false;
    };
  }, [x, y]);
  return <strong className="thumbprint">{thumbprint}</strong>;
}

/** Which key the cells of the batch on screen will be encrypted for: whoever approves it sees it. */
export function AskedKey() {
  const words = useWords();
  const request = useTeller(({ transaction }) =>
    "request" in transaction && transaction.request.code === "8007"
      ? transaction.request
      : undefined,
  );
  const asked = transactions["8007"].safeParse(request?.input);
  if (!asked.success) return null;
  return (
    <dl className="facts">
      <div data-fact="shopKey">
        <dt>{words("stock:key.asked")}</dt>
        <dd>
          <Thumbprint of={asked.data.shopKey} />
        </dd>
      </div>
    </dl>
  );
}
