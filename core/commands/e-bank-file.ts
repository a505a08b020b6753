import type { Books } from "#core/books/books.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import {
  EBankChannel as Channels,
  type EBank,
  type EBankChannel,
  newEBank,
} from "#core/e-bank/e-bank.ts";
import { isLive, type PasswordCard } from "#core/password-card/password-card.ts";
import type { Relation, RelationKind } from "#core/replacement/relation.ts";

/** What a customer confirms payments with, from the least to the most (P38–P40). */
export type Medium = "none" | "static" | "card" | "usb-key";

/** A customer's electronic banking with everything a rule about it needs to see. */
export interface EBankFile {
  readonly bank: EBank;
  /** The relation of each open channel to its registered card (注册卡). */
  readonly open: Readonly<Partial<Record<EBankChannel, Relation>>>;
  readonly usbKey: Relation | undefined;
  /** The one password card that is not void, whatever its state (P09). */
  readonly passwordCard: PasswordCard | undefined;
  readonly medium: Medium;
}

/** The file of a customer; everybody has one, if only an empty one. */
export function eBankFileOf(customer: CustomerId, books: Books): EBankFile {
  const relations = books.list("relation", "customer", customer);
  const active = (kind: RelationKind) =>
    relations.find((relation) => relation.kind === kind && relation.status === "active");
  const open = Object.fromEntries(
    Channels.options.flatMap((channel) => {
      const relation = active(channel);
      return relation ? [[channel, relation] as const] : [];
    }),
  );
  const usbKey = active("usb-key");
  const passwordCard = books.list("passwordCard", "customer", customer).find(isLive);
  const isNetworked = open["internet-bank"] !== undefined || open["wap-bank"] !== undefined;
  return {
    bank: books.find("eBank", customer) ?? newEBank(customer),
    open,
    usbKey,
    passwordCard,
    medium: usbKey ? "usb-key" : passwordCard ? "card" : isNetworked ? "static" : "none",
  };
}
