import { BranchCode } from "#core/branch/branch.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { Entry } from "#core/journal/entry.ts";
import { fen, signedFen } from "#core/money/fen.ts";
import { FIRST_DATE, FIRST_INSTANT, phoneNumber, slip, teller } from "./invented.ts";
import type { playsOfAccounts } from "./plays-of-accounts.ts";
import type { playsOfCash } from "./plays-of-cash.ts";
import type { playsOfEBanking } from "./plays-of-e-banking.ts";
import type { playsOfFreezes } from "./plays-of-freezes.ts";
import type { playsOfIdentity } from "./plays-of-identity.ts";
import type { playsOfNeighbours } from "./plays-of-neighbours.ts";
import type { playsOfStock } from "./plays-of-stock.ts";
import type { playsOfTheQueue } from "./plays-of-the-queue.ts";
import { hash, on, type Play } from "./scene.ts";

type Played = Exclude<
  Entry["type"],
  | keyof typeof playsOfAccounts
  | keyof typeof playsOfCash
  | keyof typeof playsOfEBanking
  | keyof typeof playsOfFreezes
  | keyof typeof playsOfIdentity
  | keyof typeof playsOfNeighbours
  | keyof typeof playsOfStock
  | keyof typeof playsOfTheQueue
>;

/** How all other entries can come about; a type left out here does not compile. */
export const playsOfTheBranch: { readonly [T in Played]: Play<T> } = {
  "day.opened": () => ({ type: "day.opened", date: FIRST_DATE }),
  "day.reported": ({ find }) =>
    on(find("branch", "branch")?.day, ({ date }) => ({ type: "day.reported", date })),
  "day.closed": ({ find }) =>
    on(find("branch", "branch")?.day, ({ date }) => ({ type: "day.closed", date })),
  "day.sealed": ({ fresh }) => ({
    type: "day.sealed",
    seal: {
      version: 1,
      install: hash(fresh).slice(0, 32),
      branch: BranchCode.parse("0200"),
      date: FIRST_DATE,
      sealedAt: FIRST_INSTANT,
      first: 1,
      last: fresh,
      hash: hash(fresh),
      figures: { slips: 0, turnover: fen(0), deposits: signedFen(0) },
      signer: hash(fresh),
    },
    code: `e30.e30.${"A".repeat(86)}`,
  }),
  "backup.made": ({ fresh }) => ({
    type: "backup.made",
    backup: {
      name: `guitai-0200-${FIRST_DATE}-${fresh}.tar`,
      sequence: fresh,
      bytes: 10_240,
      madeAt: FIRST_INSTANT,
      manifest: hash(fresh),
    },
  }),
  "evidence.authorised": ({ any }) =>
    on(any("lossCase"), ({ number }) => ({
      type: "evidence.authorised",
      lossCase: number,
      reason: "法院调取",
    })),
  "evidence.packed": ({ any, fresh }) =>
    on(any("lossCase"), ({ number }) => ({
      type: "evidence.packed",
      lossCase: number,
      reason: "法院调取",
      authorised: fresh,
      sha256: hash(fresh),
    })),
  "relation.bound": ({ any, fresh }) =>
    on(any("card"), ({ id, account, customer }) => ({
      type: "relation.bound",
      relation: {
        id: `r-${fresh}`,
        kind: "sms-notice",
        customer,
        account,
        card: id,
        // What people type where no number belongs: a view must not hand it on.
        label: `提醒发到${phoneNumber(fresh)}`,
        status: "active",
      },
    })),
  "relations.moved": ({ any }) =>
    on(any("relation"), ({ id, kind, label, card }) => ({
      type: "relations.moved",
      to: any("card")?.id ?? card,
      moves: [{ relation: id, kind, label, how: "carried" }],
    })),
  "relations.closed": ({ any }) =>
    on(any("relation"), ({ id }) => ({ type: "relations.closed", relations: [id] })),
  "production.ordered": ({ any, fresh }) =>
    on(any("card"), ({ id, customer }) => ({
      type: "production.ordered",
      order: {
        id: `o-${fresh}`,
        card: id,
        customer,
        purpose: { type: "exchange", reason: "消磁" },
        orderedOn: FIRST_DATE,
        dueOn: "2026-04-01",
        status: "ordered",
        custodians: [],
      },
    })),
  "production.arrived": ({ any }) =>
    on(any("order"), ({ id, card }) => ({
      type: "production.arrived",
      order: id,
      newCard: card,
      arrivedOn: "2026-03-30",
      custodians: ["0001", "0002"],
    })),
  "production.settled": ({ any, amount }) =>
    on(any("order"), ({ id }) => ({
      type: "production.settled",
      order: id,
      status: amount % 2 === 0 ? "handed-over" : "voided",
    })),
  "slip.issued": ({ any, fresh }) => ({
    type: "slip.issued",
    slip: slip(fresh, any("customer")?.name ?? "无"),
  }),
  "slip.printed": ({ any }) =>
    on(any("slip"), ({ number }) => ({ type: "slip.printed", slip: number })),
  "slip.reprinted": ({ any }) =>
    on(any("slip"), ({ number }) => ({ type: "slip.reprinted", slip: number, reason: "遗失" })),
  "slip.voided": ({ any }) =>
    on(any("slip"), ({ number }) => ({ type: "slip.voided", slip: number })),
  "posting.reversed": ({ any, fresh }) =>
    on(any("slip"), ({ number, sequence }) => ({
      type: "posting.reversed",
      ...{ original: Math.max(1, sequence), by: fresh, slip: number },
      ...{ part: fresh % 2 === 0 ? "whole" : "fee", reason: "other", words: "记错" },
    })),
  "teller.registered": ({ fresh }) => ({ type: "teller.registered", teller: teller(fresh) }),
  "teller.signed-on": ({ any }) =>
    on(any("teller"), ({ id }) => ({ type: "teller.signed-on", teller: id })),
  "teller.signed-off": ({ any }) =>
    on(any("teller"), ({ id }) => ({ type: "teller.signed-off", teller: id })),
  "teller.locked": ({ any }) =>
    on(any("teller"), ({ id }) => ({ type: "teller.locked", teller: id, idle: true })),
  "teller.resumed": ({ any }) =>
    on(any("teller"), ({ id }) => ({ type: "teller.resumed", teller: id })),
  "teller.password-failed": ({ any, amount }) =>
    on(any("teller"), ({ id }) => ({
      type: "teller.password-failed",
      teller: id,
      ...(amount % 2 === 0 ? { lockedOutUntil: FIRST_INSTANT + 1_800_000 } : {}),
    })),
  "teller.password-set": ({ any, fresh }) =>
    on(any("teller"), ({ id }) => ({
      type: "teller.password-set",
      teller: id,
      password: teller(fresh).password,
    })),
  "teller.changed": ({ any, amount }) =>
    on(any("teller"), ({ id, name }) => ({
      ...{ type: "teller.changed", teller: id, name, assists: amount % 2 === 0, reason: "调岗" },
      role: amount % 3 === 0 ? "teller" : "supervisor",
    })),
  "teller.linked": ({ any }) =>
    on(any("teller"), ({ id }) => {
      const customer = any("customer")?.id;
      return {
        ...{ type: "teller.linked", teller: id, reason: "申报" },
        relatives: customer ? [customer] : [],
        ...(customer ? { customer } : {}),
      };
    }),
  "teller.password-reset": ({ any, fresh }) =>
    on(any("teller"), ({ id }) => ({
      ...{ type: "teller.password-reset", teller: id, reason: "遗忘" },
      password: teller(fresh).password,
    })),
  "teller.unlocked": ({ any }) =>
    on(any("teller"), ({ id }) => ({ type: "teller.unlocked", teller: id, reason: "本人到场" })),
  "teller.card-given": ({ any, fresh }) =>
    on(any("teller"), ({ id }) => ({
      ...{ type: "teller.card-given", teller: id, reason: "发卡" },
      ...(fresh % 2 === 0 ? { operatorCard: `h${fresh}`.padEnd(43, "x") } : {}),
    })),
  "teller.left": ({ any }) =>
    on(any("teller"), ({ id }) => ({ type: "teller.left", teller: id, reason: "调离" })),
  "authorisation.given": ({ fresh }) => ({
    type: "authorisation.given",
    grant: {
      id: `g-${fresh}`,
      hash: hash(fresh),
      level: "A2",
      maker: "0001",
      branch: "0200",
      approvers: ["0002"],
      status: "whole",
      expiresAt: FIRST_INSTANT + 300_000,
    },
  }),
  "authorisation.spent": ({ any }) =>
    on(any("grant"), ({ id }) => ({ type: "authorisation.spent", grant: id })),
  "authorisation.declined": ({ fresh }) => ({
    type: "authorisation.declined",
    hash: hash(fresh),
    level: "A2",
    approver: "0002",
    why: "资料不符",
  }),
  "branch.founded": () => ({
    type: "branch.founded",
    branch: { code: "0200", name: "样例支行", englishName: "Sample", kind: "demonstration" },
  }),
  "parameters.set": ({ any, amount }) =>
    on(any("branch"), () => ({
      type: "parameters.set",
      parameters: { ...defaultParameters, lossFormalDays: 1 + (amount % 60) },
    })),
  "clock.moved": ({ any, amount }) =>
    on(any("branch"), () => ({ type: "clock.moved", byMs: amount })),
  "clock.observed": ({ amount }) => ({
    type: "clock.observed",
    against: "stopwatch",
    byMs: -amount,
  }),
  "vault.passphrase-changed": () => ({ type: "vault.passphrase-changed" }),
  "vault.key-changed": () => ({ type: "vault.key-changed", key: 2 }),
  "audit.looked": () => ({ type: "audit.looked", what: "search", filter: "{}" }),
  "request.refused": () => ({ type: "request.refused", refusal: "account.short" }),
  "customer.looked-up": ({ any }) =>
    on(any("customer"), ({ id }) => ({ type: "customer.looked-up", customer: id, by: "phone" })),
  "customer.revealed": ({ any }) =>
    on(any("customer"), ({ id }) => ({
      type: "customer.revealed",
      customer: id,
      what: "phone",
      reason: "回访",
    })),
};
