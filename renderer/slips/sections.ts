import type { FactName } from "#core/slip/fact-name.ts";
import type { Fact } from "#core/slip/slip.ts";

/** What a group of lines on a paper is about. */
export type Heading =
  | "seal"
  | "reversal"
  | "loss"
  | "customer"
  | "agent"
  | "account"
  | "cards"
  | "passwordCard"
  | "eBank"
  | "stock"
  | "cash"
  | "money"
  | "fee"
  | "term"
  | "organ"
  | "measure"
  | "control"
  | "queue"
  | "others";

/** The lines that a page groups under one heading, in their order. A name stands in one section. */
export interface Section {
  readonly heading: Heading;
  readonly names: readonly FactName[];
}

/** The lines of a slip under their heading. */
export interface FilledSection {
  readonly heading: Heading;
  readonly facts: readonly Fact[];
}

/**
 * Gives every line of a slip its place on the page. What the page has no place for stands under
 * "others", so that no line is ever lost; sections without a line are left out.
 */
export function fillSections(
  sections: readonly Section[],
  facts: readonly Fact[],
): readonly FilledSection[] {
  const placed: ReadonlySet<FactName> = new Set(sections.flatMap(({ names }) => names));
  const filled = sections.map(({ heading, names }) => ({
    heading,
    facts: names.flatMap((name) => facts.filter((fact) => fact.name === name)),
  }));
  const others = facts.filter(({ name }) => !placed.has(name));

  return [...filled, { heading: "others" as const, facts: others }].filter(
    (section) => section.facts.length > 0,
  );
}

/** What was undone, and why (C06). */
export const reversalSection: Section = {
  heading: "reversal",
  names: [
    "reversedCode",
    "reversedSequence",
    "reversedSlip",
    "reversedAt",
    "reversalReason",
    "reversalWords",
  ],
};

/** The person, as every paper names them. */
export const customerSection: Section = {
  heading: "customer",
  names: [
    "customer",
    "documentKind",
    "document",
    "phone",
    "reporter",
    "check",
    "resolution",
    "caller",
    "callerPhone",
    "address",
  ],
};

/** Whoever came for the customer, with everything 3.7 wants recorded. */
export const agentSection: Section = {
  heading: "agent",
  names: [
    "onBehalf",
    "agency",
    "agentName",
    "agentDocument",
    "agentPhone",
    "agentRelation",
    "agentReason",
    "agentCheck",
    "agentResolution",
    "agentPapers",
  ],
};

/** The card and what it draws on. */
export const accountSection: Section = {
  heading: "account",
  names: [
    "card",
    "account",
    "cancelledCard",
    "product",
    "openedOn",
    "drawMethod",
    "balanceAtReport",
  ],
};

/** What was reported, and what it stopped (3.1). */
export const lossSection: Section = {
  heading: "loss",
  names: [
    "lossCase",
    "kind",
    "acceptedAt",
    "channel",
    "formalOn",
    "oralLastDay",
    "numbering",
    "hold",
    "holdScope",
    "holdEnds",
    "slip",
    "reason",
    "oldSlip",
    "newSlip",
  ],
};

/** A hold that the customer or the bank placed or lifted, and a sleeper that woke up (3.5, 3.6). */
export const controlSection: Section = {
  heading: "control",
  names: [
    "action",
    "channel",
    "acceptedAt",
    "holdKind",
    "freezeWhy",
    "policeCase",
    "evidence",
    "controlReason",
    "placedAt",
    "placedWords",
    "notice",
    "finding",
    "liftedWords",
    "lastMovedOn",
  ],
};

/** A card that is still to come, or to be kept until its holder comes (V10). */
export const cardToComeSection: Section = {
  heading: "term",
  names: ["order", "dueOn", "pickUpBranch", "custodians"],
};

/** A password card that was handed over, and the one it takes the place of (P16, P20). */
export const passwordCardSection: Section = {
  heading: "passwordCard",
  names: ["passwordCard", "issuedOn", "expiresOn", "uses", "oldPasswordCard", "reason"],
};

/** What was done in electronic banking, and what may be paid there now (P24, P38–P40). */
export const eBankSection: Section = {
  heading: "eBank",
  names: [
    "action",
    "channel",
    "switch",
    "switchState",
    "usbKey",
    "payee",
    "payeeAccount",
    "paymentKind",
    "limitSingle",
    "limitDay",
  ],
};

/** Blank pieces by number (V03–V05). */
export const stockSection: Section = {
  heading: "stock",
  names: [
    "voucher",
    "batch",
    "cardsMade",
    "caseApprovals",
    "casePostings",
    "caseSlips",
    "counted",
    "pieces",
    "firstSerial",
    "lastSerial",
    "cells",
    "spoiled",
    "newSerial",
    "delivered",
  ],
};

/** Cash of a box or of the vault, denomination by denomination (C01, C02). */
export const cashSection: Section = {
  heading: "cash",
  names: [
    "cashAction",
    "box",
    "receiver",
    "cashOrder",
    "denomination",
    "amount",
    "cashCounted",
    "amountInWords",
    "cashExpected",
    "cashOver",
    "cashShort",
    "reason",
  ],
};

/** What the transaction itself cost, or which fee of before it settles, and by which rate. */
export const feeSection: Section = {
  heading: "fee",
  names: ["fee", "feePayment", "feeKind", "feeSince", "owedSince", "feeWaived", "waiver"],
};
