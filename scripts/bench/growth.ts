import { luhnCheckDigit } from "#core/card/pan.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import type { OpenBooks } from "#main/open-books.ts";
import { bankingBatch } from "./banking-books.ts";

/** Entries of each batch below, and the customers among them: one to every nine deposits. */
const ENTRIES_A_BATCH = 3;
const BATCHES_A_CUSTOMER = 10;
/** Frames that go to the disk at a time. */
const AT_A_TIME = 1_000;

const digits = (number: number, length: number) => String(number).padStart(length, "0");

const slipNumber = (sequence: number) => `02002611220${digits(sequence, 9)}`;

/** Numbers of the `number`-th grown customer, by which she is searched. */
export function numbersOf(number: number) {
  const body = `622202${digits(500_000_000 + number, 12)}`; // No founding customer's.
  return {
    pan: `${body}${luhnCheckDigit(body)}`,
    document: `P${digits(number, 8)}`,
    phone: `139${digits(number, 8)}`,
  };
}

/** A customer with her account and card. */
export function customerBatch(sequence: number, number: number): Batch {
  return bankingBatch(sequence, customerEntries(number));
}

function customerEntries(number: number): readonly unknown[] {
  const { pan, document, phone } = numbersOf(number);
  const [customer, account] = [`c-${number + 1}`, `a-${number + 1}`];
  return [
    {
      type: "customer.registered",
      customer: {
        ...{ id: customer, name: `顾客${number}`, latinName: "GU/KE", phone },
        ...{ documentKind: "passport", documentNumber: document, documentIssuer: "样例分局" },
        ...{ documentValidTo: "long-term", birthDate: "1990-03-07", address: "北京市朝阳区" },
      },
    },
    {
      type: "account.opened",
      account: {
        ...{ id: account, number: `0200${digits(4_000_000_001 + number, 13)}`, customer },
        ...{ branch: "0200", product: "demand-savings", openedOn: "2026-11-22" },
        ...{ drawMethod: "pin", life: "open", balance: 0, lastMovedOn: "2026-11-22" },
        interestProduct: 0,
      },
    },
    {
      type: "card.entered",
      card: {
        ...{ id: `k-${number + 1}`, pan, account, customer, issuedOn: "2026-11-22" },
        ...{ validityYears: 10, serviceCode: "220", life: "active", loss: "none", pin: "ok" },
        ...{ pinFailures: 0, sequence: 1, trackVersion: 1 },
      },
    },
  ];
}

/** A deposit with its slip. */
function depositBatch(sequence: number, customer: number): Batch {
  return bankingBatch(sequence, depositEntries(sequence, customer), slipNumber(sequence));
}

function depositEntries(sequence: number, customer: number): readonly unknown[] {
  const amount = 100_00 + (sequence % 1_000);
  return [
    {
      type: "money.posted",
      memo: "现金存款",
      postings: [
        { account: "cash:0001", amount: -amount },
        { account: `a-${customer + 1}`, amount },
      ],
    },
    {
      type: "slip.issued",
      slip: {
        ...{ number: slipNumber(sequence), kind: "general", code: "2003", branch: "0200" },
        ...{ branchName: "样例支行", teller: "0001", approvers: [], issuedAt: 1_795_312_800_000 },
        ...{ sequence, relations: [], reprints: 0, prints: 0, status: "valid" },
        facts: [{ name: "customer", kind: "text", text: `顾客${customer}` }],
      },
    },
    { type: "slip.printed", slip: slipNumber(sequence) },
  ];
}

/** Batches as a branch has them, from a sequence on, until they have as many entries. */
export function* growth(from: number, entries: number): Generator<Batch> {
  let customer = 0;
  for (let at = 0; at * ENTRIES_A_BATCH < entries; at += 1) {
    if (at % BATCHES_A_CUSTOMER === 0) {
      customer += 1;
      yield customerBatch(from + at, customer);
    } else {
      yield depositBatch(from + at, 1 + ((at * 7_919) % customer));
    }
  }
}

/** Grows open books by batches: many a flush, as a founding does. */
export function grow({ journal, ledger }: OpenBooks, batches: Iterable<Batch>): void {
  let some: Batch[] = [];
  const lay = () => {
    if (some.length === 0) return;
    journal.append(
      some.map((batch) => JSON.stringify(batch)),
      known(some[0], "there are some").recordedAt,
    );
    some = [];
  };
  for (const batch of batches) {
    ledger.post(batch);
    some.push(batch);
    if (some.length === AT_A_TIME) lay();
  }
  lay();
  ledger.catchUp();
}
