import type { Context } from "#core/commands/command.ts";
import type { Input } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { FreezeEntry } from "#core/freeze/freeze-entry.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { maySeeOrders } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { RegisterFolder } from "#main/freeze/register-folder.ts";
import { csvOf, jsonLinesOf } from "#main/freeze/register-text.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { contextOf, type RuleSources } from "#main/transactions.ts";
import { freezeOrderView } from "#main/views/freeze-order-view.ts";
import { freezeStackView } from "#main/views/freeze-stack-view.ts";

type FreezeHandlers = Pick<Handlers, "freeze.stack" | "freeze.register" | "freeze.export">;
type Look = Omit<Extract<FreezeEntry, { type: "freeze.looked-at" }>, "type">;
type Filter = Input<"freeze.export">["filter"];

/** An export holds so many orders at most; a register grows by some hundreds a year. */
const EXPORTED_MAX = 20_000;

/**
 * 6011 登记簿查询: what orders lie on an account, and the register of all of them.
 *
 * For those with the duty of assistance and the audit alone. Each look is journalled before anything
 * is shown, and so is each try of somebody who may not (no tipping off).
 */
export function freezeHandlers(
  desk: Desk,
  rules: RuleSources,
  folder: RegisterFolder,
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

    "freeze.export": ({ filter, as }) => {
      const context = allowed(desk, rules);
      if (!context.ok) return context;

      const sequence = recordLook(desk, { what: "export" });
      const rows = allOf(filter, desk).map((order) => freezeOrderView(order, context.value));
      const file = folder.lay(
        { sequence, at: desk.now(), extension: as === "csv" ? "csv" : "jsonl" },
        as === "csv" ? csvOf(rows) : jsonLinesOf(rows),
      );
      return accept({ file, rows: rows.length });
    },
  };
}

/** What whoever may see orders is answered from; a refusal is written down (C05). */
function allowed(desk: Desk, rules: RuleSources): Result<Context, Refusal> {
  const teller = desk.atWork();
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

/** Everything a filter finds, page after page of books that nobody changes meanwhile. */
function allOf(filter: Filter, desk: Desk): readonly FreezeOrder[] {
  const found: FreezeOrder[] = [];
  for (let page = 0; found.length < EXPORTED_MAX; page += 1) {
    const { rows } = desk.ledger.freezePage({ ...filter, page, today: desk.today() });
    if (rows.length === 0) break;
    found.push(...rows);
  }
  return found;
}
