import { answerRisk } from "#core/commands/own-risk.ts";
import { withRiskChanges } from "#core/commands/set-risk-rules.ts";
import type { RiskFlagView } from "#core/contract/risk-view.ts";
import { isOfOrders } from "#core/freeze/order-codes.ts";
import { maskName } from "#core/identity/mask.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { RiskFlag } from "#core/risk/risk-flag.ts";
import { riskRows, riskValue } from "#core/risk/risk-rows.ts";
import { maySeeOrders, type Teller } from "#core/teller/teller.ts";
import { customersBehind } from "#main/audit/who.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import { tryOut, tryOutView } from "#main/risk/try-out.ts";
import { journalRow } from "#main/views/journal-row.ts";
import type { Tell } from "#main/workstation.ts";

type RiskHandlers = Pick<
  Handlers,
  "risk.list" | "risk.view" | "risk.rules" | "risk.try-out" | "risk.cancel-try-out"
>;

/**
 * 风险预警 and 风险规则 (9012, 9013): the warnings for those who look over everybody's work, each first
 * look a line of the journal; and the rules with their try-out, which runs beside the counter.
 */
export function riskHandlers(desk: Desk, tell: Tell): RiskHandlers {
  let looked: string | undefined;
  let running: { isCancelled: boolean } | undefined;

  function record(teller: Teller, what: "risk-list" | "try-out", filter: unknown): void {
    const entries = [{ type: "audit.looked", what, filter: JSON.stringify(filter) }] as const;
    desk.commit({ teller: teller.id, code: what === "try-out" ? "9013" : "9012", entries });
  }

  const isHere = ({ id }: Teller) => desk.sitting()?.teller === id;

  return {
    "risk.list": ({ filter: { who, ...asked }, page }) => {
      const teller = mayLook(desk, "9012");
      if (!teller.ok) return teller;
      // Turning a page, or reading again after a review, is the same look.
      const look = JSON.stringify([teller.value.id, { who, ...asked }]);
      if (look !== looked) record(teller.value, "risk-list", { who, ...asked });
      looked = look;
      const { rows, total, tallies } = desk.ledger.riskPage({
        ...asked,
        ...(who === undefined ? {} : { customers: customersBehind(desk.books, who) }),
        withoutOrders: !maySeeOrders(teller.value),
        page,
      });
      return accept({ rows: rows.map((flag) => flagView(flag, desk)), total, tallies });
    },

    "risk.view": ({ flag: id }) => {
      const teller = mayLook(desk, "9012");
      if (!teller.ok) return teller;
      const seesOrders = maySeeOrders(teller.value);
      const flag = desk.books.find("riskFlag", id);
      if (!flag || (isOfOrders(flag.code) && !seesOrders)) {
        return refuse({ code: "risk.flag-unknown" });
      }
      const batch = desk.ledger.batch(flag.sequence);
      const slip = batch?.slip ? desk.books.find("slip", batch.slip) : undefined;
      return accept({
        flag: flagView(flag, desk),
        ...(batch ? { posted: journalRow(batch, seesOrders, slip) } : {}),
      });
    },

    "risk.rules": () => {
      const teller = mayLook(desk, "9013");
      if (!teller.ok) return teller;
      const { risk } = settingsNow(desk);
      const values = riskRows.map(({ path }) => [path, riskValue(risk, path) ?? ""]);
      return accept({ values: Object.fromEntries(values) });
    },

    "risk.try-out": async ({ changes }) => {
      const teller = mayLook(desk, "9013");
      if (!teller.ok) return teller;
      if (running) return refuse({ code: "risk.try-out-busy" });
      const settings = withRiskChanges(settingsNow(desk).risk, changes);
      if (!settings.ok) return settings;

      record(teller.value, "try-out", changes.map(({ path, to }) => ({ path, to })).slice(0, 8));
      const total = desk.ledger.lastSequence;
      const run = { isCancelled: false };
      running = run;
      try {
        const found = await tryOut(desk.ledger, settings.value, {
          isCancelled: () => run.isCancelled || !desk.isInService() || !isHere(teller.value),
          onProgress: (done, of) => tell("risk.progress", { done, total: of }),
        });
        // What she may see is not for whoever sits here by now.
        if (!found || !isHere(teller.value)) return refuse({ code: "risk.try-out-cancelled" });
        const seen = maySeeOrders(teller.value) ? found : found.filter(isNoOrder);
        return accept(tryOutView(seen, total, (id) => nameOf(id, desk)));
      } finally {
        running = undefined;
      }
    },

    "risk.cancel-try-out": () => {
      if (running) running.isCancelled = true;
      return accept("done");
    },
  };
}

/** The customer's answer in her own window (W04): a demonstration's, for a live branch has none. */
export function phoneAnswerHandlers(desk: Desk): Pick<Handlers, "phone.answer"> {
  return {
    "phone.answer": (asked) => {
      if (desk.kind === "live") return refuse({ code: "request.not-in-live" });
      desk.settle();
      const answered = answerRisk(asked, { books: desk.books, now: desk.now() });
      const entries = answered.ok
        ? answered.value
        : [{ type: "request.refused", refusal: answered.refusal.code } as const];
      desk.commit({ teller: "system", code: "phone", entries });
      return answered.ok ? accept("done") : answered;
    },
  };
}

function flagView(flag: RiskFlag, desk: Desk): RiskFlagView {
  const { customer, binding: _binding, wallet: _wallet, used: _used, ...shown } = flag;
  const teller = flag.teller === "system" ? undefined : desk.books.find("teller", flag.teller);
  const reviewer = flag.review && desk.books.find("teller", flag.review.by);
  return {
    ...shown,
    ...(customer ? { customer: { id: customer, name: nameOf(customer, desk) } } : {}),
    ...(teller ? { tellerName: teller.name } : {}),
    ...(reviewer ? { reviewedBy: reviewer.name } : {}),
  };
}

function nameOf(customer: string, { books }: Desk): string {
  const found = books.find("customer", customer);
  return found ? maskName(found.name) : "";
}

function settingsNow(desk: Desk) {
  return known(desk.branch(), "nobody is at work before the branch is").parameters;
}

const isNoOrder = ({ code }: { readonly code: string }) => !isOfOrders(code);
