import type { z } from "zod";
import { luhnCheckDigit } from "#core/card/pan.ts";
import type { Entry } from "#core/journal/entry.ts";

/** An entry as the journal holds it, before any brand. */
export type RawEntry = z.input<typeof Entry>;
export type RawRecord<T extends RawEntry["type"], K extends string> =
  Extract<RawEntry, { type: T }> extends { readonly [P in K]: infer R } ? R : never;

/** The moment and the day on which the histories of the tests begin. */
export const FIRST_INSTANT = Date.UTC(2026, 2, 18, 1, 0, 0);
export const FIRST_DATE = "2026-03-18";

const digits = (number: number, length: number) => String(number).padStart(length, "0");

/** An invented citizen's number with its right check character (GB 11643). */
export function identityNumber(number: number): string {
  const body = `11010519900307${digits(number % 1000, 3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${"10X98765432".charAt(sum % 11)}`;
}

/** An invented card number of 19 digits. */
export function cardNumber(number: number): string {
  const body = `622202${digits(number, 12)}`;
  return `${body}${luhnCheckDigit(body)}`;
}

export const phoneNumber = (number: number) => `139${digits(10_000_000 + number * 7919, 8)}`;
const accountNumber = (number: number) => `0200${digits(4_000_000_000 + number, 13)}`;

export function customer(number: number): RawRecord<"customer.registered", "customer"> {
  return {
    id: `c-${number}`,
    name: `顾客${number}`,
    latinName: "GU/KE",
    documentKind: "resident-id",
    documentNumber: identityNumber(number),
    documentIssuer: "朝阳分局",
    documentValidTo: number % 3 === 0 ? "2026-03-19" : "long-term",
    birthDate: "1990-03-07",
    ...(number % 4 === 0 ? {} : { phone: phoneNumber(number) }),
    address: "北京市朝阳区",
  };
}

export function account(number: number, owner: string): RawRecord<"account.opened", "account"> {
  return {
    id: `a-${number}`,
    number: accountNumber(number),
    customer: owner,
    branch: "0200",
    product: "demand-savings",
    openedOn: FIRST_DATE,
    drawMethod: "pin",
    life: "open",
    balance: 0,
    lastMovedOn: FIRST_DATE,
    interestProduct: 0,
  };
}

export function card(
  number: number,
  of: { readonly account: string; readonly customer: string },
): RawRecord<"card.entered", "card"> {
  return {
    id: `k-${number}`,
    pan: cardNumber(number),
    account: of.account,
    customer: of.customer,
    issuedOn: FIRST_DATE,
    validityYears: number % 2 === 0 ? 10 : 0,
    serviceCode: "220",
    life: "active",
    loss: "none",
    pin: "ok",
    pinFailures: 0,
    sequence: 1,
    trackVersion: 1,
  };
}

export function lossCase(
  number: number,
  of: { readonly card: string; readonly account: string; readonly customer: string },
): RawRecord<"loss.reported", "lossCase"> {
  return {
    number: `0200260318${digits(number, 4)}`,
    branch: "0200",
    ...of,
    kind: "card",
    status: "oral-active",
    channel: "counter",
    acceptedAt: FIRST_INSTANT,
    oralLastDay: "2026-03-23",
    hold: `h-${number}`,
    reason: "地铁里丢失",
    balanceAtReport: 0,
    slipLost: false,
  };
}

export function teller(number: number): RawRecord<"teller.registered", "teller"> {
  return {
    id: digits(number % 10_000, 4),
    name: `柜员${number}`,
    role: "teller",
    branch: "0200",
    password: { method: "scrypt", cost: 16_384, salt: "00".repeat(16), hash: "00".repeat(32) },
    mustChangePassword: false,
    failures: 0,
    attendance: "off",
  };
}

export function slip(number: number, holder: string): RawRecord<"slip.issued", "slip"> {
  return {
    number: `02002603180001${digits(number, 4)}`,
    kind: "loss-application",
    code: "4002",
    branch: "0200",
    branchName: "样例支行",
    teller: "0001",
    approvers: [],
    issuedAt: FIRST_INSTANT,
    sequence: number,
    facts: [{ name: "customer", kind: "text", text: holder }],
    relations: [],
    reprints: 0,
    prints: 0,
    status: "valid",
  };
}

/** An invented password card of batch b-1; three uses, so that a history can exhaust it. */
export function passwordCard(
  number: number,
  owner: string,
): RawRecord<"password-card.entered", "card"> {
  return {
    id: `p-${number}`,
    serial: digits(30_000_000_000 + number, 12),
    version: 1,
    grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
    customer: owner,
    issuedOn: FIRST_DATE,
    life: "issued-inactive",
    lock: "none",
    uses: 3,
    used: 0,
    wrongRun: 0,
    wrongToday: 0,
    answered: 0,
    cellsSeen: [],
    unanswered: 0,
  };
}

/** An invented batch of a thousand password cards; no two batches share a serial. */
export function passwordCardBatch(number: number): RawRecord<"batch.made", "batch"> {
  return {
    id: `b-${number}`,
    first: digits(30_000_000_000 + number * 1000, 12),
    last: digits(30_000_000_000 + number * 1000 + 999, 12),
    version: 1,
    grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
    madeOn: FIRST_DATE,
    delivered: [],
  };
}
