import { interestOn } from "#core/account/interest.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { known } from "#core/kernel/assert.ts";
import type { Counter, RawInput, RawRequest } from "#tests/support/counter.ts";

/** The PIN of every invented card. */
export const PIN = "246813";

/** What the vault would make of a PIN for an account. */
export const verifier = (of: string, digits: string) => `${of}:${digits}`;

/** What devices have seen, as a device of this branch would say it. */
export function evidenceAt({ keep, see }: Counter) {
  type Keep = Parameters<typeof keep>[0];
  return {
    swipe: (id: string | undefined, verdict = "current") =>
      keep({ type: "swipe", card: id, verdict } as Keep), // The brand is the pattern k-1.
    pin: (of: string, digits: string = PIN, purpose: "verify" | "new" = "verify") =>
      keep({ type: "pin", account: of, purpose, verifier: verifier(of, digits) } as Keep),
    read: (kind: DocumentKind, number: string) => keep({ type: "document", kind, number }),
    shown: (id: string) => {
      const { documentKind, documentNumber } = see("customer", id);
      return { by: "typed", kind: documentKind, number: documentNumber } as const;
    },
  };
}

/** An agent with a document and a reason of his own. */
export const agent = {
  name: "代办人",
  documentKind: "passport",
  documentNumber: "E12345678",
  phone: "13900001111",
  relation: "配偶",
  reason: "本人出差",
  check: "match-with-photo",
} as const;

/** Every request of the loss desk, complete and right unless told otherwise. */
export function requestsAt(counter: Counter) {
  const { see, books } = counter;
  const { swipe, pin, shown } = evidenceAt(counter);
  const identity = (id: string) =>
    ({
      document: shown(id),
      check: "match-with-photo",
    }) as const satisfies RawInput<"4008">["identity"];
  const holderOf = (id: string) => identity(see("card", id).customer);
  const found = (number: string) => {
    const lossCase = see("lossCase", number);
    return {
      ...lossCase,
      slip: lossCase.slip ?? "02002026031899",
      at: identity(lossCase.customer),
    };
  };
  const dueOn = (id: string) => {
    const account = see("account", id);
    return account.balance + interestOn(account, counter.context().today);
  };
  const holder = { by: "holder" } as const;
  const signed = true as const;
  const fee = "cash" as const;

  return {
    identity,
    activate: (id: string, over: Partial<RawInput<"3002">> = {}): RawRequest => ({
      code: "3002",
      input: {
        card: id,
        swipe: swipe(id, "inactive"),
        identity: holderOf(id),
        pin: pin(see("card", id).account),
        ...over,
      },
    }),
    exchange: (id: string, over: Partial<RawInput<"3003">> = {}): RawRequest => ({
      code: "3003",
      input: {
        card: id,
        swipe: swipe(id),
        reason: "damaged",
        numbering: "new",
        identity: holderOf(id),
        signed,
        ...over,
      },
    }),
    collect: (order: string, over: Partial<RawInput<"3004">> = {}): RawRequest => {
      const { customer: id, newCard, purpose, card: old } = see("order", order);
      const kept =
        purpose.type === "loss" ? { slip: found(purpose.lossCase).slip } : { old: swipe(old) };
      const input = { order, identity: identity(id), made: swipe(newCard, "made"), fee, signed };
      return { code: "3004", input: { ...input, ...kept, ...over } };
    },
    retain: (ref: string): RawRequest => ({ code: "3009", input: { swipe: ref, reason: "旧卡" } }),
    erase: (ref: string): RawRequest => ({ code: "3014", input: { swipe: ref } }),
    deposit: (over: Partial<RawInput<"3011">> = {}): RawRequest => ({
      code: "3011",
      input: { account: "a-1", amount: 100_00, ...over },
    }),
    payOut: (id: string, over: Partial<RawInput<"3012">> = {}): RawRequest => {
      const { account: of } = see("card", id);
      const input = { account: of, amount: 100_00, swipe: swipe(id), pin: pin(of) };
      return { code: "3012", input: { ...input, ...over } };
    },
    oral: (id: string, over: Partial<RawInput<"4001">> = {}): RawRequest => ({
      code: "4001",
      input: {
        card: id,
        medium: "card",
        channel: "counter",
        document: shown(see("card", id).customer),
        reason: "地铁里丢失",
        ...over,
      },
    }),
    formal: (id: string, over: Partial<RawInput<"4002">> = {}): RawRequest => ({
      code: "4002",
      input: {
        card: id,
        medium: "card",
        numbering: "new",
        reporter: holder,
        identity: holderOf(id),
        reason: "地铁里丢失",
        fee,
        signed,
        ...over,
      },
    }),
    upgrade: (number: string, over: Partial<RawInput<"4003">> = {}): RawRequest => {
      const input = { numbering: "new", reporter: holder, identity: found(number).at, fee, signed };
      return { code: "4003", input: { lossCase: number, ...input, ...over } as RawInput<"4003"> };
    },
    pinLoss: (id: string, over: Partial<RawInput<"4004">> = {}): RawRequest => ({
      code: "4004",
      input: {
        card: id,
        kind: "pin",
        reporter: holder,
        identity: holderOf(id),
        reason: "忘记密码",
        fee,
        signed,
        ...over,
      },
    }),
    slipLost: (number: string, over: Partial<RawInput<"4005">> = {}): RawRequest => {
      const { at, balanceAtReport: amount } = found(number);
      const input = { lossCase: number, reporter: holder, identity: at, amount, signed };
      return { code: "4005", input: { ...input, ...over } };
    },
    withdraw: (number: string, over: Partial<RawInput<"4006">> = {}): RawRequest => {
      const { at, slip, card: lost, account: of } = found(number);
      const shownCard = { swipe: swipe(lost, "reported-lost"), pin: pin(of) };
      return {
        code: "4006",
        input: { lossCase: number, identity: at, slip, ...shownCard, ...over },
      };
    },
    replace: (number: string, over: Partial<RawInput<"4007">> = {}): RawRequest => {
      const { at, slip, order } = found(number);
      const made = order === undefined ? undefined : see("order", order).newCard;
      const verified = made === undefined ? {} : { made: swipe(made, "made") };
      const input = {
        lossCase: number,
        slip,
        numbering: "new",
        identity: at,
        fee,
        signed,
      } as const;
      return { code: "4007", input: { ...input, ...verified, ...over } };
    },
    close: (number: string, over: Partial<RawInput<"4008">> = {}): RawRequest => {
      const { at, slip, account: of } = found(number);
      const payout = dueOn(of);
      return {
        code: "4008",
        input: { lossCase: number, slip, identity: at, payout, signed, ...over },
      };
    },
    resetPin: (number: string, over: Partial<RawInput<"4009">> = {}): RawRequest => {
      const { at, slip, account: of } = found(number);
      const input = {
        lossCase: number,
        slip,
        identity: at,
        pin: pin(of, "975310", "new"),
        signed,
      } as const;
      return { code: "4009", input: { ...input, ...over } };
    },
    order: (lossCase: string): RawRequest => ({ code: "8006", input: { step: "order", lossCase } }),
    arrive: (order: string, custodian = "0002"): RawRequest => ({
      code: "8006",
      input: { step: "arrive", order, custodian },
    }),
    copy: (slip: string, code: "4011" | "9003" = "4011"): RawRequest => ({
      code,
      input: { slip, reason: "客户要求" },
    }),
    /** The number of the newest case of a card. */
    caseOf: (id: string): string =>
      known(books().list("lossCase", "card", id).at(-1), `card ${id} was reported`).number,
    /** The newest order for a card. */
    orderOf: (id: string): string =>
      known(
        books()
          .all("order")
          .filter((order) => order.card === id)
          .at(-1),
        `card ${id} was ordered`,
      ).id,
  };
}
