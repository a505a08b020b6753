import type { CustomerView } from "#core/contract/customer-view.ts";
import { BatchView, DeliveryView } from "#core/contract/password-card-view.ts";
import { customerView, eBankView, passwordCardView } from "#tests/renderer/support/views.ts";

type Changes = Parameters<typeof customerView>[0];

/** The document of Zhang San as it was laid on the reader. */
export const shownDocument = {
  ref: "e-document1",
  kind: "resident-id",
  number: "110101********0018",
  name: "张三",
  expired: false,
  check: "match-with-photo",
} as never;

/** What the form makes of that document. */
export const identity = {
  document: { by: "reader", ref: "e-document1" },
  check: "match-with-photo",
};

function relation(kind: string, label: string) {
  return { id: `r-${kind}`, kind, label, card: "k-1", cardNumber: "622202*********6788" };
}

/** Zhang San with the internet bank open on his card, and nothing to confirm payments with. */
export function bankCustomer(changes: Changes = {}): CustomerView {
  return customerView({
    relations: [relation("internet-bank", "个人网上银行")],
    eBank: eBankView({
      channels: ["internet-bank"],
      medium: "static",
      limits: { single: 300_00, day: 1_000_00 },
    }),
    ...changes,
  });
}

/** The same with a password card, in whatever state. */
export function cardCustomer(
  card: Parameters<typeof passwordCardView>[0] = {},
  changes: Changes = {},
): CustomerView {
  return bankCustomer({
    relations: [
      relation("internet-bank", "个人网上银行"),
      relation("password-card", "030000099001"),
    ],
    passwordCards: [passwordCardView(card)],
    eBank: eBankView({
      channels: ["internet-bank"],
      medium: "card",
      limits: { single: 1_000_00, day: 5_000_00 },
    }),
    ...changes,
  });
}

/** The same with a U盾. */
export function keyCustomer(): CustomerView {
  return bankCustomer({
    relations: [relation("internet-bank", "个人网上银行"), relation("usb-key", "040000090001")],
    eBank: eBankView({ channels: ["internet-bank"], medium: "usb-key" }),
  });
}

/** The same with the telephone bank and one agreement. */
export function phoneCustomer(): CustomerView {
  return customerView({
    relations: [relation("phone-bank", "电话银行")],
    eBank: eBankView({
      channels: ["phone-bank"],
      payees: [{ name: "李四", account: "6222**********3456" }],
    }),
  });
}

/** A batch of a hundred cards, a part of it delivered. */
export function batchView(changes: Partial<Record<keyof BatchView, unknown>> = {}): BatchView {
  return BatchView.parse({
    id: "b-2",
    first: "030000100101",
    last: "030000100200",
    count: 100,
    madeOn: "2026-05-11",
    file: "b-2.jwe",
    sha256: "f".repeat(64),
    delivered: 40,
    ...changes,
  });
}

/** A stock file with two runs and one spoiled piece. */
export const deliveryView = DeliveryView.parse({
  ref: "e-delivery1",
  batch: "b-2",
  good: 58,
  spoiled: ["030000100160"],
  ranges: [
    { first: "030000100141", last: "030000100159" },
    { first: "030000100161", last: "030000100199" },
  ],
});
