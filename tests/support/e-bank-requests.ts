import { known } from "#core/kernel/assert.ts";
import { nextSerial, stockId, type VoucherKind } from "#core/voucher/stock.ts";
import type { Counter, RawInput, RawRequest } from "#tests/support/counter.ts";
import { evidenceAt } from "#tests/support/loss-requests.ts";

/** The login password that every invented customer chooses on the pad. */
export const BANK_PASSWORD = "802461";

/** What the vault would make of a login password. */
export const bankVerifier = (customer: string, digits: string) => `e-bank:${customer}:${digits}`;

/** The part of a transaction's input that does one of its actions. */
type Act<C extends "5009" | "5010" | "5011", A extends RawInput<C>["action"]> = Extract<
  RawInput<C>,
  { readonly action: A }
>;
type Over<T> = Partial<Omit<T, "action">>;

/** Every request about electronic banking, complete and right unless told otherwise. */
export function eBankRequestsAt(counter: Counter) {
  const { see, books, keep, context } = counter;
  const { swipe, pin, shown } = evidenceAt(counter);
  type Keep = Parameters<typeof keep>[0];

  const bankPassword = (customer: string, digits = BANK_PASSWORD) =>
    keep({
      type: "bank-password",
      customer,
      verifier: bankVerifier(customer, digits),
    } as Keep); // The brand is the pattern c-1.
  const identity = (customer: string) =>
    ({ document: shown(customer), check: "match-with-photo" }) as const;
  /** The lowest piece of the box; a number of no box where it is empty. */
  const nextPiece = (kind: VoucherKind) => {
    const next = nextSerial(books().find("stock", stockId(kind, context().teller.id)), kind);
    return next.ok ? next.value : "999999999999";
  };
  const registered = (id: string) =>
    ({
      card: id,
      swipe: swipe(id),
      identity: identity(see("card", id).customer),
      signed: true,
    }) as const;
  const withPin = (id: string) => ({ ...registered(id), pin: pin(see("card", id).account) });
  const opening = (id: string) => ({
    ...withPin(id),
    password: bankPassword(see("card", id).customer),
  });
  const closing = (customer: string) =>
    ({ customer, identity: identity(customer), signed: true }) as const;
  const piece = (kind: VoucherKind) => ({ serial: nextPiece(kind), fee: "cash" }) as const;
  const checked = { wrapper: true, film: true } as const;

  return {
    bankPassword,
    nextPiece,
    issueCard: (id: string, over: Partial<RawInput<"5001">> = {}): RawRequest => ({
      code: "5001",
      input: { ...withPin(id), ...piece("password-card"), checked, ...over },
    }),
    reissueCard: (
      passwordCard: string,
      id: string,
      over: Partial<RawInput<"5002">> = {},
    ): RawRequest => {
      const about = { passwordCard, reason: "lost", returned: false, checked } as const;
      return {
        code: "5002",
        input: { ...registered(id), ...about, ...piece("password-card"), ...over },
      };
    },
    openInternetBank: (id: string, over: Partial<RawInput<"5005">> = {}): RawRequest => ({
      code: "5005",
      input: { ...opening(id), ...over },
    }),
    closeInternetBank: (customer: string, over: Partial<RawInput<"5006">> = {}): RawRequest => ({
      code: "5006",
      input: { ...closing(customer), ...over },
    }),
    closeSwitch: (
      customer: string,
      which: RawInput<"5007">["which"],
      over: Partial<RawInput<"5007">> = {},
    ): RawRequest => ({
      code: "5007",
      input: { customer, document: shown(customer), which, ...over },
    }),
    openSwitch: (
      id: string,
      which: RawInput<"5008">["which"],
      over: Partial<RawInput<"5008">> = {},
    ): RawRequest => ({ code: "5008", input: { ...registered(id), which, ...over } }),
    issueUsbKey: (id: string, over: Over<Act<"5009", "issue">> = {}): RawRequest => ({
      code: "5009",
      input: { action: "issue", ...withPin(id), ...piece("usb-key"), ...over },
    }),
    replaceUsbKey: (id: string, over: Over<Act<"5009", "replace">> = {}): RawRequest => ({
      code: "5009",
      input: { action: "replace", ...registered(id), ...piece("usb-key"), ...over },
    }),
    cancelUsbKey: (customer: string, over: Over<Act<"5009", "cancel">> = {}): RawRequest => ({
      code: "5009",
      input: { action: "cancel", ...closing(customer), ...over },
    }),
    openWapBank: (id: string, over: Over<Act<"5010", "open">> = {}): RawRequest => ({
      code: "5010",
      input: { action: "open", ...opening(id), ...over },
    }),
    closeWapBank: (customer: string, over: Over<Act<"5010", "close">> = {}): RawRequest => ({
      code: "5010",
      input: { action: "close", ...closing(customer), ...over },
    }),
    openPhoneBank: (id: string, over: Over<Act<"5011", "open">> = {}): RawRequest => ({
      code: "5011",
      input: { action: "open", ...opening(id), ...over },
    }),
    closePhoneBank: (customer: string, over: Over<Act<"5011", "close">> = {}): RawRequest => ({
      code: "5011",
      input: { action: "close", ...closing(customer), ...over },
    }),
    agreePayee: (
      id: string,
      payee: Act<"5011", "agree">["payee"],
      over: Over<Act<"5011", "agree">> = {},
    ): RawRequest => ({
      code: "5011",
      input: { action: "agree", ...withPin(id), payee, ...over },
    }),
    endAgreement: (
      customer: string,
      account: string,
      over: Over<Act<"5011", "end-agreement">> = {},
    ): RawRequest => ({
      code: "5011",
      input: { action: "end-agreement", ...closing(customer), account, ...over },
    }),
    /** The customer's relation of a kind that is active. */
    relationOf: (customer: string, kind: string) =>
      books()
        .list("relation", "customer", customer)
        .find((relation) => relation.kind === kind && relation.status === "active"),
    /** The customer's card that is not void; fails the test where there is none. */
    liveCard: (customer: string) =>
      known(
        books()
          .list("passwordCard", "customer", customer)
          .find(({ life }) => life !== "void"),
        `${customer} has a password card`,
      ),
  };
}
