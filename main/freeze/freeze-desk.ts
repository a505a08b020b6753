import type { Context } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { FreezeEntry } from "#core/freeze/freeze-entry.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { maySeeOrders } from "#core/teller/teller.ts";
import { goodPassphrase } from "#core/vault/passphrase.ts";
import type { Desk } from "#main/desk.ts";
import type { ExportFolder } from "#main/exports/export-folder.ts";
import { sealedExport } from "#main/exports/sealed-export.ts";
import { ordersFound } from "#main/freeze/orders-found.ts";
import { registerName } from "#main/freeze/register-name.ts";
import { csvOf, jsonLinesOf } from "#main/freeze/register-text.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import { contextOf, type RuleSources } from "#main/transactions.ts";
import {
  type FreezeOrderLine,
  freezeOrderLine,
  freezeOrderView,
} from "#main/views/freeze-order-view.ts";
import { freezeStackView } from "#main/views/freeze-stack-view.ts";

type FreezeHandlers = Pick<
  Handlers,
  "freeze.stack" | "freeze.register" | "freeze.ending" | "freeze.export"
>;
type Look = Omit<Extract<FreezeEntry, { type: "freeze.looked-at" }>, "type">;

/**
 * 6011 登记簿查询: what orders lie on an account, and the register of all of them.
 *
 * For those with the duty of assistance and the audit alone. Each look is journalled before anything
 * is shown, and so is each try of somebody who may not (no tipping off). How many orders end soon is
 * no look: it names nobody, and the home page counts anew whenever the books move.
 */
export function freezeHandlers(
  desk: Desk,
  rules: RuleSources,
  folder: ExportFolder,
): FreezeHandlers {
  return {
    "freeze.stack": ({ account: id }) => {
      const context = allowed(desk, rules);
      if (!context.ok) return context;
      const account = desk.books.find("account", id);
      if (!account) return refuse({ code: "account.unknown" });

      recordLook(desk, { account: id, what: "stack" });
      return accept(freezeStackView(account, context.value));
    },

    "freeze.register": ({ filter, page }) => {
      const context = allowed(desk, rules);
      if (!context.ok) return context;

      recordLook(desk, { what: "register" });
      const { rows, total } = desk.ledger.freezePage({ ...filter, page, today: desk.today() });
      return accept({ rows: rows.map((order) => freezeOrderView(order, context.value)), total });
    },

    "freeze.ending": ({ days }) => {
      const context = allowed(desk, rules);
      if (!context.ok) return context;

      const filter = { show: "ending", days, text: "", page: 0, today: desk.today() } as const;
      return accept({ count: desk.ledger.freezePage(filter).total });
    },

    "freeze.export": async ({ filter, as, passphrase: typed }) => {
      const context = allowed(desk, rules);
      if (!context.ok) return context;
      const passphrase = goodPassphrase(typed);
      if (!passphrase.ok) return passphrase;

      // The look, and what is exported, are of one moment; only sealing it takes a while.
      const sequence = recordLook(desk, { what: "export" });
      const { total, orders } = ordersFound(desk.ledger, { ...filter, today: desk.today() });
      const lines = linesOf(orders, context.value);
      const text = [...(as === "csv" ? csvOf(lines) : jsonLinesOf(lines))].join("");
      const name = registerName({ sequence, at: desk.now(), as });
      const sealed = await sealedExport(Buffer.from(text, "utf8"), {
        passphrase: passphrase.value,
        contents: as === "csv" ? "text/csv" : "application/jsonl",
      });
      return accept({ file: folder.lay(`${name}.jwe`, sealed), rows: total });
    },
  };
}

/** What whoever may see orders is answered from; a refusal is written down (C05). */
function allowed(desk: Desk, rules: RuleSources): Result<Context, Refusal> {
  const teller = mayLook(desk, "6011");
  if (!teller.ok) return teller;
  desk.settle();
  if (maySeeOrders(teller.value)) return accept(contextOf(desk, rules, teller.value, undefined));

  desk.commit({
    teller: teller.value.id,
    code: "6011",
    entries: [{ type: "request.refused", refusal: "freeze.not-allowed" }],
  });
  return refuse({ code: "freeze.not-allowed" });
}

function recordLook(desk: Desk, look: Look): number {
  const { sequence } = desk.commit({
    teller: desk.sitting()?.teller ?? "system",
    code: "6011",
    entries: [{ type: "freeze.looked-at", ...look }],
  });
  return sequence;
}

function* linesOf(orders: Iterable<FreezeOrder>, context: Context): Generator<FreezeOrderLine> {
  for (const order of orders) yield freezeOrderLine(order, context);
}
