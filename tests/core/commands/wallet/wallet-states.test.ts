import { describe, expect, test } from "vitest";
import type { RawRequest } from "#tests/support/counter.ts";
import { openWalletDesk, saidOf, type WalletDesk } from "#tests/support/wallet-desk.ts";

const lives = ["none", "registered", "real-name", "active", "closed"] as const;
type Life = (typeof lives)[number];
const kinds = ["customer", "stolen", "risk"] as const;
type Kind = (typeof kinds)[number];

/** Every way in which freezes can lie on each other. */
const stacks: readonly (readonly Kind[])[] = Array.from({ length: 8 }, (_, bits) =>
  kinds.filter((_kind, place) => (bits & (1 << place)) !== 0),
);

/** A desk at which the wallet of c-1 has come to this state; 300.00 yuan in one that is active. */
function deskIn(life: Life, stack: readonly Kind[]): WalletDesk {
  const desk = openWalletDesk();
  if (life === "none") return desk;
  if (life === "active" || life === "closed") desk.inUse(300_00);
  else {
    desk.asksToRegister();
    desk.registers();
    desk.pass(61_000);
    if (life === "real-name") desk.does(desk.certifying());
  }
  // Nobody may freeze a closed one or close a frozen one: put down as no rule would (5.5).
  for (const kind of stack) {
    const freeze = { kind, since: desk.context().now, words: "说明" } as const;
    desk.post([{ type: "wallet.frozen", wallet: desk.wallet().id, freeze }]);
  }
  if (life === "closed") {
    const { id } = desk.wallet();
    const postings = [
      { account: id, amount: -300_00 },
      { account: "a-1", amount: 300_00 },
    ];
    desk.post([
      { type: "money.posted", memo: "wallet-closing", postings },
      { type: "wallet.closed", wallet: id },
    ]);
  }
  return desk;
}

const asked = (desk: WalletDesk, request: RawRequest) => desk.refusal(request)?.code ?? "done";

/** Every event of 5.5, and what it is refused with; "done" where it goes through. */
const events = {
  register: (desk: WalletDesk) => saidOf(desk.asksToRegister()),
  "log in": (desk: WalletDesk) => saidOf(desk.logsIn()),
  certify: (desk: WalletDesk) => asked(desk, desk.certifying()),
  "top up": (desk: WalletDesk) => saidOf(desk.topsUp(10_00)),
  pay: (desk: WalletDesk) => saidOf(desk.pays()),
  "offer a reset": (desk: WalletDesk) => asked(desk, desk.linking()),
  "freeze at her wish": (desk: WalletDesk) => asked(desk, desk.freezing()),
  "freeze by herself": (desk: WalletDesk) => saidOf(desk.stops()),
  "freeze for theft": (desk: WalletDesk) => asked(desk, desk.stealing()),
  "freeze for risk": (desk: WalletDesk) => asked(desk, desk.doubting()),
  "lift her own": (desk: WalletDesk) => asked(desk, desk.unfreezing()),
  "lift her own by herself": (desk: WalletDesk) => saidOf(desk.letsGo()),
  "lift a theft": (desk: WalletDesk) =>
    asked(desk, desk.unfreezing("c-1", { kind: "stolen", finding: "查明为家人误用" })),
  "lift a risk": (desk: WalletDesk) => asked(desk, desk.trusting()),
  close: (desk: WalletDesk) => saidOf(desk.closes()),
} as const;
type Event = keyof typeof events;

/** 5.5 once more, in the plainest way: what each event meets in each state. */
function expected(event: Event, life: Life, stack: readonly Kind[]): string {
  const isThere = life !== "none" && life !== "closed";
  if (event === "register") return isThere ? "wallet.already" : "done";
  if (!isThere) return "wallet.none";
  const has = (kind: Kind) => stack.includes(kind);
  switch (event) {
    case "log in":
    case "offer a reset":
      return "done";
    case "certify":
      if (stack.length > 0) return "wallet.frozen";
      return life === "registered" ? "done" : "wallet.already-real-name";
    case "top up":
    case "pay":
      if (stack.length > 0) return "wallet.frozen";
      if (life === "registered") return "wallet.not-real-name";
      return event === "pay" && life === "real-name" ? "wallet.short" : "done";
    case "close":
      return stack.length > 0 ? "wallet.frozen" : "done";
    case "freeze at her wish":
    case "freeze by herself":
      return has("customer") ? "wallet.already-frozen" : "done";
    case "freeze for theft":
      return has("stolen") ? "wallet.already-frozen" : "done";
    case "freeze for risk":
      return has("risk") ? "wallet.already-frozen" : "done";
    case "lift her own":
    case "lift her own by herself":
      return has("customer") ? "done" : "wallet.not-frozen";
    case "lift a theft":
      return has("stolen") ? "done" : "wallet.not-frozen";
    case "lift a risk":
      return has("risk") ? "done" : "wallet.not-frozen";
  }
}

const states = lives.flatMap((life) =>
  (life === "none" ? [[]] : stacks).map((stack: readonly Kind[]) => ({ life, stack })),
);

describe("5.5: every event in every state of a wallet", () => {
  test.each(states)("$life with $stack", ({ life, stack }) => {
    const names = Object.keys(events) as Event[]; // Object.keys forgets the literal keys.

    const told = names.map((event) => [event, events[event](deskIn(life, stack))]);

    expect(told).toEqual(names.map((event) => [event, expected(event, life, stack)]));
  });

  test("there are thirty-three states and fifteen events", () => {
    expect(states).toHaveLength(33);
    expect(Object.keys(events)).toHaveLength(15);
  });
});
