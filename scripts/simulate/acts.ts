import { setTimeout as pause } from "node:timers/promises";
import type { Reply, Sent } from "#core/contract/contract.ts";
import type { CustomerView } from "#core/contract/customer-view.ts";
import type { Receipt } from "#core/contract/posting-view.ts";
import type { Chance } from "../fuzz-reader/chance.ts";
import type { SimulatedCounter } from "./counter.ts";
import type { SimulatedMachine } from "./simulated-machine.ts";

type Request = Sent<"transaction.run">["request"];

/** One request that was sent, and the first receipt it got; without one nobody knows. */
export interface Sending {
  readonly id: string;
  readonly request: Request;
  readonly receipt?: Receipt;
}

/** What tellers do at a counter, and what they have done so far. */
export interface Tellers {
  readonly counter: SimulatedCounter;
  readonly machine: SimulatedMachine;
  readonly chance: Chance;
  /** Everything ever sent, over all restarts; the last one of an id counts. */
  readonly sent: Map<string, Sending>;
  /** The balances that the counter showed last, by account. */
  readonly shown: Map<string, number>;
  /** What happened, in words that are the same in every run of a seed. */
  readonly note: (words: string) => void;
}

/** One thing that happens at a counter. */
export type Act = (tellers: Tellers) => Promise<void>;

const CUSTOMERS = 40;
const TELLERS = ["1001", "1002"] as const;
/** How long a reader is waited for that ought to answer at once: so long that a busy machine may be. */
const PATIENCE_MS = 20_000;
const TURN_MS = 2;

const passwordOf = (person: string) => `Guitai-demo-${person}`;

async function value<T>(reply: Promise<{ readonly ok: true; readonly value: T } | { ok: false }>) {
  const got = await reply;
  return got.ok ? got.value : undefined;
}

async function customerOf({ counter, chance }: Tellers): Promise<CustomerView | undefined> {
  const customer = `c-${1 + chance.below(CUSTOMERS)}`;
  return value(counter.ask("customer.view", { customer } as Sent<"customer.view">));
}

/** Sends a request under a new id and remembers it before anybody knows how it ends. */
async function send(
  tellers: Tellers,
  request: unknown,
  more: { readonly grant?: string; readonly written?: string } = {},
): Promise<Reply<"transaction.run">> {
  const { sent, counter, note } = tellers;
  const id = `simulated-${sent.size + 1}`;
  const sending = { id, request: request as Request }; // Parsed by the contract when it is sent.
  sent.set(id, sending);
  const reply = await counter.ask("transaction.run", { id, ...more, request: sending.request });
  if (reply.ok) sent.set(id, { ...sending, receipt: reply.value });
  else sent.delete(id);
  note(`${sending.request.code} ${reply.ok ? reply.value.sequence : reply.refusal.code}`);
  return reply;
}

/** Sends it with the word of a second person where the rules want one. */
async function sendApproved(tellers: Tellers, request: unknown, by = "2001"): Promise<void> {
  const { counter, note } = tellers;
  const wanted = request as Request;
  const preview = await counter.ask("transaction.preview", wanted);
  if (!preview.ok) return note(`${wanted.code} preview ${preview.refusal.code}`);
  if (preview.value.level === "A0") return void (await send(tellers, request));

  const word = { request: wanted, approver: by, password: passwordOf(by) };
  const approved = await counter.ask(
    "authorisation.approve",
    word as Sent<"authorisation.approve">,
  );
  if (approved.ok) await send(tellers, request, { grant: approved.value.grant });
}

/** Somebody signs on if nobody sits there, and sometimes another one takes the place. */
export const sit: Act = async ({ counter, chance, note }) => {
  const view = await value(counter.ask("workstation.view", undefined));
  if (view?.session.status === "signed-on" && !chance.onceIn(8)) return;
  if (view && view.session.status !== "signed-off") {
    await counter.ask("session.sign-off", undefined);
  }
  const teller = chance.pick(TELLERS);
  const on = { teller, password: passwordOf(teller) } as Sent<"session.sign-on">;
  const reply = await counter.ask("session.sign-on", on);
  note(`sign-on ${teller} ${reply.ok}`);
};

const lock: Act = async ({ counter, chance, note }) => {
  await counter.ask("session.lock", { idle: chance.onceIn(2) });
  const resumed = await counter.ask("session.resume", { password: passwordOf("1001") });
  note(`lock, resume ${resumed.ok}`);
};

const deposit: Act = async (tellers) => {
  const seen = await customerOf(tellers);
  const account = seen?.accounts[0]?.id;
  if (!account) return;
  await send(tellers, {
    code: "3011",
    input: { account, amount: 1 + tellers.chance.below(9_999) },
  });
};

/** A card is pulled through as soon as the reader waits for one; it may be unplugged meanwhile. */
async function swiped(tellers: Tellers, card: string): Promise<string | undefined> {
  const { counter, machine, chance } = tellers;
  const notice = counter.told("card.swiped");
  const unplugs = chance.onceIn(12);
  if (unplugs) {
    machine.device()?.unplug();
    await pause(TURN_MS);
    machine.device()?.plugIn();
  }
  for (let turn = 0; turn < PATIENCE_MS / TURN_MS; turn += 1) {
    const tray = await value(counter.ask("demonstration.tray", undefined));
    if (tray?.expects === "swipe") break;
    await pause(TURN_MS);
  }
  const asked = { card, badly: chance.onceIn(10) } as Sent<"demonstration.swipe">;
  await counter.ask("demonstration.swipe", asked);
  const late = pause(PATIENCE_MS, undefined, { ref: false });
  const view = await Promise.race([notice, late]);
  return view?.status === "read" ? view.ref : undefined;
}

async function pinFor(
  tellers: Tellers,
  account: string,
  customer: string,
): Promise<string | undefined> {
  const { counter, chance } = tellers;
  const tray = await value(counter.ask("demonstration.tray", undefined));
  const right = tray?.documents.find((document) => document.customer === customer)?.pin ?? "";
  const digits = chance.onceIn(6) ? "135790" : right;
  const asked = counter.ask("pin.ask", { account, purpose: "verify" } as Sent<"pin.ask">);
  await counter.ask("display.enter-pin", { digits });
  return (await value(asked))?.ref;
}

const withdraw: Act = async (tellers) => {
  const seen = await customerOf(tellers);
  const card = seen?.cards.find(({ life }) => life === "active");
  if (!seen || !card) return;
  const swipe = await swiped(tellers, card.id);
  if (!swipe) return tellers.note("unread");
  const pin = await pinFor(tellers, card.account, seen.id);
  if (!pin) return;
  const amount = 100 * (1 + tellers.chance.below(500));
  await send(tellers, { code: "3012", input: { account: card.account, amount, swipe, pin } });
};

async function identityOf({ counter }: Tellers, customer: string) {
  const shown = { customer } as Sent<"demonstration.show-document">;
  const document = await value(counter.ask("demonstration.show-document", shown));
  return document
    ? { document: { by: "reader", ref: document.ref }, check: "match-with-photo" }
    : undefined;
}

const reportLoss: Act = async (tellers) => {
  const seen = await customerOf(tellers);
  const card = seen?.cards.find(({ life }) => life === "active");
  const identity = seen && (await identityOf(tellers, seen.id));
  if (!card || !identity) return;

  const { chance } = tellers;
  const reason = "simulated";
  if (chance.onceIn(2)) {
    const channel = "counter";
    const input = { card: card.id, medium: "card", channel, document: identity.document, reason };
    await sendApproved(tellers, { code: "4001", input });
  } else {
    const how = { medium: "card", numbering: chance.pick(["same", "new"]), fee: "cash" };
    const by = { reporter: { by: "holder" }, identity, signed: true };
    await sendApproved(tellers, { code: "4002", input: { card: card.id, reason, ...how, ...by } });
  }
};

/** A blank password card with a damaged film is voided: the next one, which the refusal names. */
const voidBlank: Act = async (tellers) => {
  const voiding = (serial: string) => ({ code: "5003", input: { what: "blank", serial } });
  const guess = voiding("000000000001") as Request;
  const preview = await tellers.counter.ask("transaction.preview", guess);
  if (preview.ok || preview.refusal.code !== "voucher.not-next") return;
  await sendApproved(tellers, voiding(preview.refusal.next));
};

/** An answer got lost on its way: the same request comes once more, or another under its id. */
const repeat: Act = async ({ sent, counter, chance, note }) => {
  const answered = [...sent.values()].filter(({ receipt }) => receipt);
  const one = answered[chance.below(Math.max(1, answered.length))];
  if (!one?.receipt || (await isNobodyThere(counter))) return;
  const again = await counter.ask("transaction.run", { id: one.id, request: one.request });
  if (!again.ok || again.value.sequence !== one.receipt.sequence) {
    throw new Error(`${one.id} got another answer than its first: ${JSON.stringify(again)}`);
  }
  note(`repeated ${one.id}`);
};

export async function isNobodyThere(counter: SimulatedCounter): Promise<boolean> {
  const view = await value(counter.ask("workstation.view", undefined));
  return view?.session.status !== "signed-on";
}

const lookAround: Act = async (tellers) => {
  const { counter, note } = tellers;
  const page = await value(counter.ask("journal.list", { page: 0 } as Sent<"journal.list">));
  note(`journal ${page?.rows[0]?.sequence}`);
};

/** At the end of a day that went well: what the counter shows is what a new start must show. */
export const lookAtBalances: Act = async (tellers) => {
  for (let looks = 0; looks < 5; looks += 1) {
    const seen = await customerOf(tellers);
    for (const { id, balance } of seen?.accounts ?? []) tellers.shown.set(id, balance);
  }
};

const MINUTE_MS = 60_000;

/** The machine's clock is set: mostly on, sometimes days on, sometimes back. */
const setClock: Act = async ({ machine, chance, note }) => {
  const minutes = chance.onceIn(4)
    ? -chance.below(48 * 60)
    : chance.below(chance.onceIn(4) ? 5 * 24 * 60 : 45);
  machine.setClock(minutes * MINUTE_MS);
  note(`clock ${minutes} min`);
};

/** Everything that may happen, as often as it stands here. */
export const acts: readonly [Act, ...Act[]] = [
  deposit,
  deposit,
  deposit,
  withdraw,
  reportLoss,
  voidBlank,
  repeat,
  lookAround,
  setClock,
  lock,
];
