import { defaultParameters } from "#core/branch/parameters.ts";
import { Customer } from "#core/customer/customer.ts";
import type { EBankRules } from "#core/e-bank/rules.ts";
import { Batch } from "#core/journal/batch.ts";
import { defaultGrid, type Grid } from "#core/password-card/grid.ts";
import type { PasswordCardRules } from "#core/password-card/rules.ts";
import { demonstrationBankPassword, demonstrationPin } from "#main/demonstration/pin.ts";
import { realDisk } from "#main/journal/disk.ts";
import { closeBooks } from "#main/open-books.ts";
import { hashPassword } from "#main/people/password.ts";
import { bankPasswordVerifier, pinVerifier } from "#main/pin-pad/pin-pad.ts";
import type { Vault } from "#main/vault/vault.ts";
import { account, card, customer, type RawEntry } from "#tests/main/ledger/invented.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";

/** 18 March 2026, 09:00 in China: the branch was founded then. */
const FOUNDED_AT = Date.UTC(2026, 2, 18, 1);

/** Light, for these passwords guard nothing. */
const COST = 2 ** 4;

/** Who works here; everybody's password is that of the demonstration. */
const people = [
  { id: "1001", role: "teller", assists: true },
  { id: "2001", role: "supervisor" },
  { id: "2002", role: "supervisor" },
] as const;

/** Banks at the counter only: an account, a card in use, and internet bank open on it. */
export const NEWCOMER = "c-1";
/** Has everything: both channels open, and a card in use that she has logged in with. */
export const CLIENT = "c-2";
export const CLIENT_CARD = "p-1";
/** Has a U盾, and a time deposit that is nobody else's business. */
export const KEY_HOLDER = "c-3";

/** What every account begins with, in fen. */
export const OPENING = 8_000_00;

/** Its counter at 10:15 of the day it was founded; time passes only when a test lets it. */
export function bankingMachine(): OwnMachine {
  const own = ownMachine();
  const ahead = FOUNDED_AT + 75 * 60_000 - own.machine.wallClock();
  return { ...own, machine: { ...own.machine, wallClock: () => own.machine.wallClock() + ahead } };
}

/** How a branch differs from the usual one, whose cells have twelve digits. */
export interface BankingOptions {
  readonly cards?: Partial<PasswordCardRules>;
  readonly bank?: Partial<EBankRules>;
}

/** Cells so long that no other number in the books is ever one by chance. */
export const longGrid = { ...defaultGrid, cellDigits: 12 };

/**
 * Makes `folder` the data folder of a demonstration with a few people who bank online, and nothing
 * else: it opens in a moment, and what it holds is known.
 */
export async function bankingBranch(
  folder: string,
  { cards = {}, bank = {} }: BankingOptions = {},
): Promise<string> {
  const books = await openTestBooks(folder, "demonstration", realDisk);
  const parameters = {
    ...defaultParameters,
    passwordCard: { ...defaultParameters.passwordCard, grid: longGrid, ...cards },
    eBank: { ...defaultParameters.eBank, ...bank },
  };
  const batches = [
    [
      {
        type: "branch.founded",
        branch: { code: "0200", name: "样例支行", englishName: "Sample", kind: "demonstration" },
      },
      { type: "parameters.set", parameters },
      ...(await tellers()),
      { type: "box.opened", box: "1001", date: "2026-03-18" },
      ...pieces(parameters.passwordCard.grid),
    ],
    ...[1, 2, 3].map((number) => entering(number, books.vault)),
    banking(parameters.passwordCard, books.vault),
  ] satisfies readonly (readonly RawEntry[])[];
  const bodies = batches.map((entries, index) => JSON.stringify(batchOf(entries, index + 1)));
  books.journal.append(bodies, FOUNDED_AT);
  closeBooks(books);
  return folder;
}

function batchOf(entries: readonly RawEntry[], sequence: number): Batch {
  return Batch.parse({
    schema: 1,
    sequence,
    recordedAt: FOUNDED_AT,
    businessDate: "2026-03-18",
    branch: "0200",
    teller: "system",
    approvers: [],
    code: "9008",
    entries: JSON.parse(JSON.stringify(entries)),
  });
}

function tellers(): Promise<readonly RawEntry[]> {
  const registered = people.map(async ({ id, ...office }) => {
    const password = await hashPassword(`Guitai-demo-${id}`, COST);
    const of = { id, name: id, ...office, branch: "0200", password } as const;
    const fresh = { mustChangePassword: false, failures: 0, attendance: "off" } as const;
    return { type: "teller.registered", teller: { ...of, ...fresh } } as const;
  });
  return Promise.all(registered);
}

/** Cards that came with the branch, some of which were given out; a box of new ones; a box of U盾. */
function pieces(grid: Grid): readonly RawEntry[] {
  const of = { version: 1, grid, madeOn: "2026-03-02", delivered: [] } as const;
  const box = { first: "030000000001", last: "030000000040" };
  return [
    {
      type: "batch.made",
      batch: { id: "b-1", first: "029900000001", last: "029900000010", ...of },
    },
    { type: "batch.made", batch: { id: "b-2", ...box, ...of } },
    { type: "batch.delivered", batch: "b-2", good: [box], spoiled: [] },
    { type: "pieces.allotted", kind: "password-card", to: "1001", count: 30 },
    {
      type: "stock.placed",
      stock: {
        id: "usb-key:1001",
        kind: "usb-key",
        holder: "1001",
        ranges: [{ first: "060000000001", last: "060000000005" }],
      },
    },
    {
      type: "money.posted",
      memo: "opening",
      postings: [
        { account: "opening", amount: 100_000_00 },
        { account: "cash:1001", amount: -100_000_00 },
      ],
    },
  ];
}

/** Customer c-n with account a-n and an active card k-n, whose PIN is that of the demonstration. */
function entering(number: number, { pinPepper }: Vault): readonly RawEntry[] {
  const [c, a] = [`c-${number}`, `a-${number}`];
  const raw = { ...customer(number), documentValidTo: "long-term" };
  const pin = demonstrationPin(Customer.parse(raw));
  const plastic = { ...card(number, { account: a, customer: c }), validityYears: 10 };
  return [
    { type: "customer.registered", customer: raw },
    { type: "account.opened", account: account(number, c) },
    { type: "card.entered", card: { ...plastic, pinVerifier: pinVerifier(pinPepper, a, pin) } },
    {
      type: "money.posted",
      memo: "opening",
      postings: [
        { account: "opening", amount: -OPENING },
        { account: a, amount: OPENING },
      ],
    },
  ];
}

function banking({ grid, uses }: PasswordCardRules, vault: Vault): readonly RawEntry[] {
  const serial = "029900000001";
  return [
    ...channel({ relation: "r-1", number: 1, kind: "internet-bank" }, vault),
    ...channel({ relation: "r-2", number: 2, kind: "internet-bank" }, vault),
    ...channel({ relation: "r-3", number: 2, kind: "wap-bank" }, vault),
    bound({ relation: "r-4", number: 2, kind: "password-card", label: serial }),
    {
      type: "password-card.entered",
      card: {
        id: CLIENT_CARD,
        serial,
        version: 1,
        grid,
        customer: CLIENT,
        issuedOn: "2026-03-09",
        life: "active",
        lock: "none",
        uses,
        used: 0,
        wrongRun: 0,
        wrongToday: 0,
        answered: 0,
        cellsSeen: [],
        unanswered: 0,
      },
    },
    ...channel({ relation: "r-5", number: 3, kind: "internet-bank" }, vault),
    bound({ relation: "r-6", number: 3, kind: "usb-key", label: "059900000001" }),
    ...deposit(),
  ];
}

type Channel = "internet-bank" | "wap-bank";

interface Hanging<Kind> {
  readonly relation: string;
  readonly number: number;
  readonly kind: Kind;
}

function channel({ relation, number, kind }: Hanging<Channel>, { pinPepper }: Vault) {
  const of = Customer.parse({ ...customer(number), documentValidTo: "long-term" });
  const password = bankPasswordVerifier(pinPepper, of.id, demonstrationBankPassword(of));
  return [
    bound({ relation, number, kind, label: kind }),
    { type: "e-bank.opened", customer: of.id, channel: kind, password },
  ] as const satisfies readonly RawEntry[];
}

function bound({
  relation: id,
  number,
  kind,
  label,
}: Hanging<Channel | "password-card" | "usb-key"> & { readonly label: string }): RawEntry {
  const of = { customer: `c-${number}`, account: `a-${number}`, card: `k-${number}` };
  return { type: "relation.bound", relation: { id, kind, ...of, label, status: "active" } };
}

/** A year's deposit of c-3, a-4, of 10,000.00 yuan. */
function deposit(): readonly RawEntry[] {
  const amount = 10_000_00;
  return [
    {
      type: "account.opened",
      account: { ...account(4, KEY_HOLDER), product: "time-deposit", maturesOn: "2027-03-18" },
    },
    {
      type: "money.posted",
      memo: "opening",
      postings: [
        { account: "opening", amount: -amount },
        { account: "a-4", amount },
      ],
    },
  ];
}
