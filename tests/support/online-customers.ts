import type { z } from "zod";
import type { PaymentOrder } from "#core/e-bank/payment.ts";
import { type Coordinate, coordinatesOf, defaultGrid } from "#core/password-card/grid.ts";
import type { PasswordCard } from "#core/password-card/password-card.ts";
import type { RawRecord } from "#tests/main/ledger/invented.ts";
import type { Holder, LossDesk } from "#tests/support/loss-desk.ts";

/** The keyed hash of everybody's login password here. */
export const PASSWORD = "hash-of-the-login-password";

export type RawOrder = z.input<typeof PaymentOrder>;
type RawCard = RawRecord<"password-card.entered", "card">;

/** 100.00 yuan to somebody at another bank. */
export const transfer = {
  kind: "transfer",
  payeeName: "样例公司",
  payeeAccount: "6228480000000000018",
  amount: 100_00,
} as const satisfies RawOrder;

/** 50.00 yuan to a shop. */
export const purchase = {
  kind: "purchase",
  merchant: "样例书店",
  amount: 50_00,
} as const satisfies RawOrder;

/** 30.00 yuan for water. */
export const bill = {
  kind: "bill",
  biller: "样例自来水公司",
  reference: "SH-2026-0001",
  amount: 30_00,
} as const satisfies RawOrder;

/** How a customer of online banking differs from the plain one. */
export interface Online extends Holder {
  /** Which channels are open; both without a word. */
  readonly channels?: readonly ("internet-bank" | "wap-bank")[];
  /** How her password card differs; "none" for a customer without one. */
  readonly passwordCard?: Partial<RawCard> | "none";
  /** Whether she holds a U盾, and so no password card. */
  readonly usbKey?: boolean;
}

/** What stands in a cell: the source's example holds on the first customer's card (P04). */
export function cellOf({ id }: Pick<PasswordCard, "id">, coordinate: Coordinate): string {
  if (id === "p-1" && coordinate === "A3") return "136";
  if (id === "p-1" && coordinate === "B2") return "135";
  const place = coordinatesOf(defaultGrid).indexOf(coordinate);
  return String((200 + place * 7 + Number(id.slice(2)) * 100) % 1000).padStart(3, "0");
}

/** Lets customers into the books of a desk. */
export function enrolmentAt(base: LossDesk) {
  /** Customer c-n with account a-n, card k-n, open channels, and password card p-n unless "none". */
  return (number: number, online: Online = {}): void => {
    base.enter(number, online);
    const [customer, account, card] = [`c-${number}`, `a-${number}`, `k-${number}`];
    const bind = (kind: RawRecord<"relation.bound", "relation">["kind"], label: string) => {
      const id = `r-${base.books().count("relation") + 1}`;
      const relation = { id, kind, customer, account, card, label, status: "active" } as const;
      base.post([{ type: "relation.bound", relation }]);
    };
    for (const channel of online.channels ?? (["internet-bank", "wap-bank"] as const)) {
      bind(channel, channel);
      base.post([{ type: "e-bank.opened", customer, channel, password: PASSWORD }]);
    }
    if (online.usbKey) bind("usb-key", "070000000001");
    if (online.usbKey || online.passwordCard === "none") return;

    const held = { ...plainPasswordCard(number), ...online.passwordCard };
    bind("password-card", held.serial);
    base.post([{ type: "password-card.entered", card: held }]);
  };
}

/** Card p-n of customer c-n, issued on 18 March 2026 and logged in with once. */
export function plainPasswordCard(number: number): RawCard {
  return {
    id: `p-${number}`,
    serial: `0300000000${String(number).padStart(2, "0")}`,
    version: 1,
    grid: defaultGrid,
    customer: `c-${number}`,
    issuedOn: "2026-03-18",
    life: "active",
    lock: "none",
    uses: 1000,
    used: 0,
    wrongRun: 0,
    wrongToday: 0,
    answered: 0,
    cellsSeen: [],
    unanswered: 0,
  };
}
