import { randomUUID } from "node:crypto";
import { notices, type Reply } from "#core/contract/contract.ts";
import type { CustomerView } from "#core/contract/customer-view.ts";
import type { Receipt, WrittenView } from "#core/contract/posting-view.ts";
import type { SwipeView } from "#core/contract/swipe-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

/** A request as a window sends it. */
export interface Asked {
  readonly code: TransactionCode;
  readonly input: unknown;
}

/** What people do at a counter of the demonstration, in one word each. */
export function atCounter(counter: TestedWorkstation) {
  const { ask, get, told, swipe } = counter;

  async function seen(customer: string): Promise<CustomerView> {
    return get("customer.view", { customer });
  }

  async function swiped(card: string): Promise<Extract<SwipeView, { status: "read" }>> {
    const notice = told("card.swiped");
    await swipe(card);
    const view = await notice;
    if (view.status !== "read") throw new Error("the swipe was not read");
    return view;
  }

  async function pinOf(customer: string): Promise<string> {
    const { documents } = await get("demonstration.tray", undefined);
    return documents.find((document) => document.customer === customer)?.pin ?? "";
  }

  async function blank(): Promise<string> {
    const { cards } = await get("demonstration.tray", undefined);
    return cards.find(({ kind }) => kind === "blank")?.id ?? "";
  }

  const signOn = (teller = "1001") =>
    get("session.sign-on", { teller, password: `Guitai-demo-${teller}` });

  /** Leaves the counter as people do: first the slips come out of the printer (C04). */
  async function signOff(): Promise<void> {
    const { session } = await get("workstation.view", undefined);
    if (session.status === "locked") {
      await ask("session.resume", { password: `Guitai-demo-${session.teller}` });
    }
    const day = await ask("day.view", undefined);
    for (const { what, which } of day.ok ? day.value.mine : []) {
      if (what === "slip-unprinted" && which) {
        await get("slip.print", { slip: which, to: "pdf", language: "zh-CN" });
      }
    }
    await get("session.sign-off", undefined);
  }

  return {
    seen,
    swiped,
    signOff,
    pinOf,
    blank,
    signOn,
    /** Sees to it that this teller sits at the counter, whoever sat there before. */
    async sit(teller = "1001"): Promise<void> {
      const { session } = await get("workstation.view", undefined);
      if (session.status === "signed-on" && session.teller === teller) return;
      if (session.status !== "signed-off") await signOff();
      await signOn(teller);
    },

    /** The card a customer has in use. */
    async cardOf(customer: string): Promise<string> {
      const { cards } = await seen(customer);
      return cards.find(({ life }) => life === "active")?.id ?? cards[0]?.id ?? "";
    },
    async identity(customer: string) {
      const { ref } = await get("demonstration.show-document", { customer });
      return { document: { by: "reader", ref }, check: "match-with-photo" } as const;
    },
    /** A PIN of `digits` on the customer's keys; the customer's own unless told. */
    async pin(account: string, digits: string, purpose: "verify" | "new" = "verify") {
      const asked = get("pin.ask", { account, purpose });
      await get("display.enter-pin", { digits });
      if (purpose === "new") await get("display.enter-pin", { digits });
      return (await asked).ref;
    },
    approve: (request: Asked, approver: string, password = `Guitai-demo-${approver}`) =>
      ask("authorisation.approve", { request, approver, password }),
    /** The name of a grant, where the word was given. */
    async grant(request: Asked, approver: string): Promise<string> {
      const password = `Guitai-demo-${approver}`;
      return (await get("authorisation.approve", { request, approver, password })).grant;
    },
    preview: (request: Asked) => ask("transaction.preview", request),
    run: (
      request: Asked,
      more: {
        readonly id?: string;
        readonly grant?: string | undefined;
        readonly written?: string;
      } = {},
    ): Promise<Reply<"transaction.run">> =>
      ask("transaction.run", { id: randomUUID(), request, ...more }),
    /** Runs what must be accepted. */
    done: (
      request: Asked,
      more: { readonly id?: string; readonly grant?: string; readonly written?: string } = {},
    ): Promise<Receipt> => get("transaction.run", { id: randomUUID(), request, ...more }),
    /** Writes and verifies the next blank piece without a hitch. */
    async written(request: Asked, grant: string): Promise<WrittenView> {
      const writing = get("card.write", { request, grant });
      const piece = await blank();
      await swipe(piece, "write-swipe");
      await swipe(piece);
      return writing;
    },
    /** The journal's last number as the window was told it, without adding to it. */
    async sequence(): Promise<number> {
      const last = counter.notices.filter(({ channel }) => channel === "books.changed").at(-1);
      if (last) return notices["books.changed"].parse(last.notice).sequence;
      const { rows } = await get("journal.list", { page: 0 });
      return rows[0]?.sequence ?? 0;
    },
    async lastLine() {
      const { rows } = await get("journal.list", { page: 0 });
      return { code: rows[0]?.code, teller: rows[0]?.teller, entries: rows[0]?.entries };
    },
  };
}

export type AtCounter = ReturnType<typeof atCounter>;
