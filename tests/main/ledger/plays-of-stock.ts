import type { Books } from "#core/books/books.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { SerialRange } from "#core/voucher/stock.ts";
import type { StockEntry } from "#core/voucher/stock-entry.ts";
import { on, type Play } from "./scene.ts";

type Played =
  | StockEntry["type"]
  | Extract<Entry["type"], `stock.${string}` | "piece.taken" | "piece.collected">;

/** A run of fresh numbers that no other scene uses. */
const run = (fresh: number, count: number) => ({
  first: String(fresh * 1000).padStart(12, "0"),
  last: String(fresh * 1000 + count - 1).padStart(12, "0"),
});

const kind = "usb-key";
/** The lowest run of a hand, where it has one. */
const lowest = (find: Books["find"], holder: string): SerialRange | undefined =>
  find("stock", `${kind}:${holder}`)?.ranges[0];

/** How the entries about blank pieces can come about. */
export const playsOfStock: { readonly [T in Played]: Play<T> } = {
  "stock.placed": ({ fresh, amount }) => ({
    type: "stock.placed",
    stock: {
      id: "card:0001",
      kind: "card",
      holder: "0001",
      ranges: [run(fresh, 100 + (amount % 900))],
    },
  }),
  "piece.taken": ({ any, find }) =>
    on(find("stock", "card:0001")?.ranges[0], ({ first: serial }) => {
      const used = any("card");
      return {
        type: "piece.taken",
        piece: {
          id: `card:${serial}`,
          kind: "card",
          serial,
          teller: "0001",
          status: used ? "used" : "voided",
          ...(used ? { card: used.id } : { reason: "写卡失败" }),
        },
      };
    }),
  "piece.collected": ({ any }) =>
    on(any("card"), ({ id }) => ({ type: "piece.collected", card: id, reason: "换卡" })),
  "pieces.received": ({ find, fresh, amount }) => ({
    type: "pieces.received",
    kind,
    ranges: [
      run(fresh, 1 + (amount % 20)),
      ...(amount % 2 === 0 ? [lowest(find, "shipped") ?? run(fresh + 500_000, 1)] : []),
    ],
    note: "调字第1号",
  }),
  "pieces.transferred": ({ find, amount }) => {
    const [from, to] =
      amount % 2 === 0 ? (["vault", "0001"] as const) : (["0001", "vault"] as const);
    const undoes = amount % 3 === 0 ? { undoes: true as const } : {};
    return on(lowest(find, from), (range) => ({
      ...{ type: "pieces.transferred", kind, from, to, ranges: [range], ...undoes },
    }));
  },
  "pieces.voided": ({ find }) =>
    on(lowest(find, "0001"), ({ first }) => ({
      ...{ type: "pieces.voided", kind, from: "0001", reason: "damaged" },
      ranges: [{ first, last: first }],
    })),
  "pieces.lost": ({ find }) =>
    on(lowest(find, "vault"), ({ last }) => ({
      ...{ type: "pieces.lost", kind, from: "vault", words: "运输途中丢失" },
      ranges: [{ first: last, last }],
    })),
  "pieces.found": ({ find, fresh, amount }) =>
    amount % 2 === 0
      ? on(lowest(find, "lost"), (range) => ({
          ...{ type: "pieces.found", kind, from: "lost", ranges: [range], words: "抽屉中找到" },
        }))
      : {
          ...{ type: "pieces.found", kind, from: "nowhere", words: "多出一张" },
          ranges: [run(fresh, 1)],
        },
  "pieces.shipped": ({ find }) => {
    const from = lowest(find, "vault") ? "vault" : "voided";
    return on(lowest(find, from), ({ first }) => ({
      ...{ type: "pieces.shipped", kind, from, note: "调字第2号" },
      ranges: [{ first, last: first }],
    }));
  },
  "pieces.destroyed": ({ find }) =>
    on(lowest(find, "voided"), (range) => ({ type: "pieces.destroyed", kind, ranges: [range] })),
  "stock.counted": ({ find, fresh, amount }) => ({
    type: "stock.counted",
    kind,
    holder: amount % 2 === 0 ? "vault" : "0001",
    ranges: [...(amount % 3 === 0 ? [run(fresh, 2)] : []), ...nearly(lowest(find, "vault"))],
  }),
};

/** A run without its first piece, as a count misses one; none of it where it has no other. */
function nearly(range: SerialRange | undefined) {
  if (!range || range.first === range.last) return [];
  return [{ first: String(Number(range.first) + 1).padStart(12, "0"), last: range.last }];
}
