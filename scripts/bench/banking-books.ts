import type { z } from "zod";
import { defaultParameters } from "#core/branch/parameters.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Batch } from "#core/journal/batch.ts";
import type { Entry } from "#core/journal/entry.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { type Disk, realDisk } from "#main/journal/disk.ts";
import { type OpenBooks, openBooks } from "#main/open-books.ts";
import { openVault } from "#main/vault/open-vault.ts";

/** 22 November 2026, 10:00 in China; time stands still, so that no day ends in a round. */
const NOW = Date.UTC(2026, 10, 22, 2);
const DATE = "2026-11-22";

/** Who banks in these books, and how often her card may be used. */
export const customer = CustomerId.parse("c-1");
const USES = 100_000;

const of = { customer: "c-1", account: "a-1", card: "k-1" } as const;
const { grid } = defaultParameters.passwordCard;

/** A branch with one customer, whose internet bank is open and whose password card is in use. */
const founding: readonly z.input<typeof Entry>[] = [
  {
    type: "branch.founded",
    branch: { code: "0200", name: "样例支行", englishName: "Sample", kind: "demonstration" },
  },
  { type: "parameters.set", parameters: defaultParameters },
  {
    type: "customer.registered",
    customer: {
      id: "c-1",
      name: "顾客",
      latinName: "GU/KE",
      documentKind: "passport",
      documentNumber: "E12345678",
      documentIssuer: "样例分局",
      documentValidTo: "long-term",
      birthDate: "1990-03-07",
      address: "北京市朝阳区",
    },
  },
  {
    type: "account.opened",
    account: {
      id: "a-1",
      number: "02000004000000001",
      customer: "c-1",
      branch: "0200",
      product: "demand-savings",
      openedOn: DATE,
      drawMethod: "pin",
      life: "open",
      balance: 0,
      lastMovedOn: DATE,
      interestProduct: 0,
    },
  },
  {
    type: "card.entered",
    card: {
      id: "k-1",
      pan: "6222020000000000018",
      account: "a-1",
      customer: "c-1",
      issuedOn: DATE,
      validityYears: 10,
      serviceCode: "220",
      life: "active",
      loss: "none",
      pin: "ok",
      pinFailures: 0,
      sequence: 1,
      trackVersion: 1,
    },
  },
  {
    type: "relation.bound",
    relation: { id: "r-1", kind: "internet-bank", ...of, label: "网上银行", status: "active" },
  },
  {
    type: "password-card.entered",
    card: {
      id: "p-1",
      serial: "030000000001",
      version: 1,
      grid,
      customer: "c-1",
      issuedOn: DATE,
      life: "active",
      lock: "none",
      uses: USES,
      used: 0,
      wrongRun: 0,
      wrongToday: 0,
      answered: 0,
      cellsSeen: [],
      unanswered: 0,
    },
  },
  {
    type: "money.posted",
    memo: "opening",
    postings: [
      { account: "opening", amount: -100_000_00 },
      { account: "a-1", amount: 100_000_00 },
    ],
  },
];

/** A batch of this branch, as a desk makes them. */
export function bankingBatch(sequence: number, entries: readonly unknown[], slip?: string): Batch {
  return Batch.parse({
    schema: 1,
    sequence,
    recordedAt: NOW,
    businessDate: DATE,
    branch: "0200",
    teller: "system",
    approvers: [],
    code: "9008",
    ...(slip === undefined ? {} : { slip }),
    entries,
  });
}

/** What such books stand on, where it is not the plain disk and ledger. */
interface Underneath {
  readonly disk?: Disk;
  readonly around?: (books: OpenBooks) => Pick<OpenBooks, "journal" | "ledger">;
}

/** Opens such books in an empty folder, on the real disk, with a desk that tells nobody anything. */
export async function openBankingBooks(
  folder: string,
  { disk = realDisk, around = (books) => books }: Underneath = {},
): Promise<{ readonly books: OpenBooks; readonly desk: Desk }> {
  const place = { folder, kind: "demonstration", disk, now: () => NOW } as const;
  const vault = await openVault(place);
  if (!vault.ok)
    throw new Error(`the vault of a demonstration stays closed: ${vault.refusal.code}`);
  const books = await openBooks(folder, vault.value, disk);
  const batch = bankingBatch(1, founding);
  books.journal.append([JSON.stringify(batch)], NOW);
  books.ledger.post(batch);
  const quiet = { onPosted: () => {}, onSitting: () => {} };
  const desk = createDesk({
    kind: "demonstration",
    ...around(books),
    clock: () => NOW,
    ...quiet,
  });
  return { books, desk };
}
