import { callsEnded } from "#core/commands/hotline.ts";
import type { EvidenceRef } from "#core/contract/transactions.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { ofTeller, openItems } from "#core/day/open-items.ts";
import type { Entry } from "#core/journal/entry.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Teller, TellerId, TellerRefusal } from "#core/teller/teller.ts";
import type { Desk, Sitting } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { proveIdentity } from "#main/people/credentials.ts";
import { goodPassword, hashPassword, isFormer } from "#main/people/password.ts";

type SessionHandlers = Pick<
  Handlers,
  | "session.sign-on"
  | "session.sign-off"
  | "session.lock"
  | "session.resume"
  | "session.change-password"
>;

/** 1001 to 1003: signing on and off, leaving the desk and coming back, a new password (D02, D07). */
export function sessionHandlers(
  desk: Desk,
  view: () => WorkstationView,
  evidence: EvidenceBox,
): SessionHandlers {
  function sitDown(teller: Teller, entry: Entry, code: string): void {
    desk.commit({ teller: teller.id, code, entries: [entry] });
    desk.sit({ teller: teller.id, status: statusOf(teller) });
  }

  return {
    "session.sign-on": async ({ teller: id, password, card }) => {
      if (!desk.branch()) return refuse({ code: "workstation.set-up-first" });
      if (desk.sitting()) return refuse({ code: "teller.already-signed-on" });

      const proven = await proveIdentity(desk, id, password);
      if (!proven.ok) return proven;
      if (desk.sitting()) return refuse({ code: "teller.already-signed-on" });
      const ownCard = cardOf(proven.value, card, desk, evidence);
      if (!ownCard.ok) {
        const entries = [{ type: "request.refused", refusal: ownCard.refusal.code }] as const;
        desk.commit({ teller: id, code: "1001", entries });
        return ownCard;
      }
      if (card) evidence.burn([card]);
      const byCard = ownCard.value === "swiped" ? { byCard: true as const } : {};
      sitDown(proven.value, { type: "teller.signed-on", teller: id, ...byCard }, "1001");
      return accept(view());
    },

    "session.sign-off": () => {
      const sitting = desk.sitting();
      if (!sitting) return refuse({ code: "teller.not-signed-on" });

      const { teller } = sitting;
      const items = desk.branch()?.day
        ? ofTeller(openItems(desk.books, desk.today(), teller), teller)
        : [];
      if (items.length > 0) return refuse({ code: "teller.not-settled", items });
      const off = { type: "teller.signed-off", teller } as const;
      desk.commit({ teller, code: "1002", entries: [...endingCalls(desk, [teller]), off] });
      desk.sit(undefined);
      return accept("done");
    },

    "session.lock": ({ idle }) => {
      const sitting = desk.sitting();
      if (!sitting) return refuse({ code: "teller.not-signed-on" });
      if (sitting.status === "locked") return accept("done");

      const { teller } = sitting;
      const locked = { type: "teller.locked", teller, idle } as const;
      desk.commit({ teller, code: "1003", entries: [...endingCalls(desk, [teller]), locked] });
      desk.sit({ teller, status: "locked" });
      return accept("done");
    },

    "session.resume": async ({ password }) => {
      const sitting = desk.sitting();
      if (sitting?.status !== "locked") return refuse({ code: "teller.not-signed-on" });

      const { teller } = sitting;
      const proven = await proveIdentity(desk, teller, password);
      if (!proven.ok) return proven;
      if (desk.sitting() !== sitting) return refuse({ code: "teller.not-signed-on" });
      sitDown(proven.value, { type: "teller.resumed", teller }, "1003");
      return accept(view());
    },

    "session.change-password": async ({ password, next }) => {
      const sitting = desk.sitting();
      if (!sitting || sitting.status === "locked") return refuse({ code: "teller.not-signed-on" });
      const good = goodPassword(next, password);
      if (!good.ok) return good;

      const { teller } = sitting;
      const proven = await proveIdentity(desk, teller, password);
      if (!proven.ok) return proven;
      if (await isFormer(next, proven.value)) {
        return refuse({ code: "teller.password-weak", reason: "former" });
      }
      const verifier = await hashPassword(next);
      if (desk.sitting() !== sitting) return refuse({ code: "teller.not-signed-on" });
      desk.commit({
        teller,
        code: "1001",
        entries: [{ type: "teller.password-set", teller, password: verifier }],
      });
      desk.sit({ teller, status: "signed-on" });
      return accept(view());
    },
  };
}

/** 柜员卡 (D02): it says who comes, and the password that it is them; some branches demand both. */
function cardOf(
  { operatorCard }: Teller,
  card: EvidenceRef | undefined,
  desk: Desk,
  evidence: EvidenceBox,
): Result<"swiped" | "without", TellerRefusal> {
  if (card === undefined) {
    const isDemanded = desk.branch()?.parameters.operatorCard === "required";
    return isDemanded && operatorCard ? refuse({ code: "teller.card-needed" }) : accept("without");
  }
  const swiped = evidence.look(card);
  const isOwn = swiped?.type === "operator-card" && swiped.hash === operatorCard;
  return isOwn ? accept("swiped") : refuse({ code: "teller.card-other" });
}

function statusOf(teller: Teller): Sitting["status"] {
  return teller.mustChangePassword ? "must-change-password" : "signed-on";
}

/** Signs off whom a crash left signed on: after a restart nobody sits at the counter. */
export function signOffLeftovers(desk: Desk): void {
  const left = desk.books.all("teller").filter(({ attendance }) => attendance !== "off");
  if (left.length === 0) return;
  desk.commit({
    teller: "system",
    code: "1002",
    entries: [
      ...endingCalls(
        desk,
        left.map(({ id }) => id),
      ),
      ...left.map(({ id }) => ({ type: "teller.signed-off", teller: id }) as const),
    ],
  });
}

/** Whoever leaves the counter has nobody on the telephone any more (7201). */
function endingCalls(desk: Desk, tellers: readonly TellerId[]): readonly Entry[] {
  return callsEnded({ books: desk.books, now: desk.now(), tellers });
}

/** A branch of an older program, which knew no days, begins with the one of this start (5.6). */
export function beginFirstDay(desk: Desk): void {
  const branch = desk.branch();
  if (!branch || branch.day) return;
  const entries = [{ type: "day.opened", date: desk.today() }] as const;
  desk.commit({ teller: "system", code: "1004", entries });
}
