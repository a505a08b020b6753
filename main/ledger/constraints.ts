import type { Books, Change, Shelf, Shelves } from "#core/books/books.ts";
import type { Batch } from "#core/journal/batch.ts";
import { assert } from "#core/kernel/assert.ts";

/**
 * What the tables of the ledger demand of records and batches, said once more in memory.
 *
 * SQL is written behind the journal, so it would refuse a batch only when the disk already has it,
 * and such a batch would stop every later start. Therefore the same is asked here before the disk
 * is touched. The constraints of the tables stay as the second line, and a test holds the two
 * against each other record by record.
 */
export function assertMayStand(books: Books, before: Books, changes: readonly Change[]): void {
  for (const { shelf, key, record } of changes) {
    const stands = RULES[shelf] as Rule<Shelf>; // The rule of the very shelf that the record is for.
    assert(key === keyIn(record) && stands.keys(key), `a ${shelf} has its own key`);
    assert(stands.fields(record), `a ${shelf} has only values that one can have`);

    if (stands.refers.length === 0) continue;
    const last = before.find(shelf, key);
    for (const [field, target] of stands.refers) {
      const to = fieldOf(record, field);
      const isOld = last !== undefined && fieldOf(last, field) === to; // Nothing is ever taken away.
      assert(isOld || books.find(target, to) !== undefined, `a ${shelf} refers to what is there`);
    }
  }
  assertSerialsDiffer(books, before, changes);
}

/** What the history demands of a batch: legs that sum to zero, in whole fen, each within bounds. */
export function assertSums({ entries }: Batch): void {
  let sum = 0;
  for (const entry of entries) {
    if (entry.type !== "money.posted") continue;
    for (const { account, amount } of entry.postings) {
      assert(isWithin(amount, -FEN_MAX, FEN_MAX), "a leg is whole fen within bounds");
      assert(account.length >= 3 && account.length <= 40, "a leg names its account");
      sum += amount;
    }
  }
  assert(sum === 0, "the legs of a batch sum to zero");
}

interface Rule<S extends Shelf> {
  readonly keys: (key: string) => boolean;
  readonly fields: (record: Shelves[S]) => boolean;
  readonly refers: readonly (readonly [field: string, target: Shelf])[];
}

const FEN_MAX = 10_000_000_000_000;

const anyKey = () => true;
const anyFields = () => true;
const numbered = (letters: string) => (key: string) =>
  key.startsWith(`${letters}-`) && /^[0-9]/.test(key.slice(letters.length + 1));
const long = (text: unknown, least: number, most = least) =>
  typeof text === "string" && text.length >= least && text.length <= most;
const isWithin = (value: unknown, least: number, most: number) =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
const oneOf = (value: string, ...values: readonly string[]) => values.includes(value);

const ofAccount = ["account", "account"] as const;
const ofCustomer = ["customer", "customer"] as const;
const ofCard = ["card", "card"] as const;

const RULES: { readonly [S in Shelf]: Rule<S> } = {
  branch: { keys: (key) => key === "branch", fields: anyFields, refers: [] },
  teller: {
    keys: (key) => /^[0-9]{4}$/.test(key),
    fields: ({ attendance }) => oneOf(attendance, "off", "on", "locked"),
    refers: [],
  },
  grant: {
    keys: anyKey,
    fields: ({ hash, status }) => long(hash, 64) && oneOf(status, "half", "whole", "used"),
    refers: [],
  },
  parked: {
    keys: numbered("q"),
    fields: ({ hash, date, status }) =>
      long(hash, 64) &&
      long(date, 10) &&
      oneOf(status, "waiting", "approved", "declined", "withdrawn", "taken-up"),
    refers: [["maker", "teller"]],
  },
  customer: {
    keys: numbered("c"),
    fields: ({ documentNumber, phone }) =>
      long(documentNumber, 0, 100) && (phone === undefined || long(phone, 11)),
    refers: [],
  },
  account: {
    keys: numbered("a"),
    fields: ({ number, life, balance, interestProduct }) =>
      long(number, 12, 21) &&
      oneOf(life, "open", "closed") &&
      isWithin(balance, -FEN_MAX, FEN_MAX) &&
      isWithin(interestProduct, 0, Number.MAX_SAFE_INTEGER),
    refers: [ofCustomer],
  },
  branchBalance: {
    keys: anyKey,
    fields: ({ balance }) => isWithin(balance, -FEN_MAX, FEN_MAX),
    refers: [],
  },
  hold: {
    keys: anyKey,
    fields: ({ status }) => oneOf(status, "active", "lifted"),
    refers: [ofAccount],
  },
  card: {
    keys: numbered("k"),
    fields: ({ pan, loss, life }) =>
      long(pan, 13, 19) &&
      oneOf(loss, "none", "oral", "formal") &&
      oneOf(
        life,
        ...["made", "issued-inactive", "active", "replaced", "cancelled", "retained", "void"],
      ),
    refers: [ofAccount, ofCustomer],
  },
  lossCase: {
    keys: (key) => key.length === 14,
    fields: ({ kind, status }) =>
      oneOf(kind, "card", "pin", "both") &&
      oneOf(
        status,
        ...["oral-active", "formal-waiting", "matured", "lapsed"],
        ...["withdrawn", "closed-replaced", "closed-account", "closed-pin"],
      ),
    refers: [ofCard, ofCustomer, ofAccount],
  },
  relation: {
    keys: numbered("r"),
    fields: ({ status }) => oneOf(status, "active", "closed"),
    refers: [ofCard, ofCustomer],
  },
  order: {
    keys: numbered("o"),
    fields: ({ status }) => oneOf(status, "ordered", "arrived", "handed-over", "voided"),
    refers: [ofCustomer],
  },
  stock: { keys: anyKey, fields: anyFields, refers: [] },
  piece: { keys: anyKey, fields: ({ status }) => oneOf(status, "used", "voided"), refers: [] },
  slip: {
    keys: (key) => long(key, 14, 20),
    fields: ({ status }) => oneOf(status, "valid", "void"),
    refers: [],
  },
  passwordCard: {
    keys: numbered("p"),
    fields: ({ serial, lock, life, used, uses }) =>
      long(serial, 12) &&
      oneOf(lock, "none", "day", "hard") &&
      oneOf(life, "issued-inactive", "active", "exhausted", "void") &&
      Number.isSafeInteger(uses) &&
      isWithin(used, 0, uses), // P16: used and left always make the number of uses.
    refers: [ofCustomer],
  },
  passwordCardBatch: { keys: numbered("b"), fields: anyFields, refers: [] },
  eBank: { keys: anyKey, fields: anyFields, refers: [["id", "customer"]] },
  box: {
    keys: (key) => key === "vault" || /^[0-9]{4}$/.test(key),
    fields: ({ status }) => oneOf(status, "closed", "open", "balanced", "difference"),
    refers: [],
  },
  owedFee: {
    keys: numbered("u"),
    fields: ({ status }) => oneOf(status, "owed", "collected", "waived", "cancelled"),
    refers: [ofCustomer],
  },
  freezeOrder: {
    keys: numbered("f"),
    fields: ({ status, rest }) =>
      oneOf(status, "active", "waiting", "released", "expired", "deducted", "cancelled") &&
      isWithin(rest, 0, Number.MAX_SAFE_INTEGER),
    refers: [ofAccount, ofCustomer],
  },
  agency: {
    keys: numbered("d"),
    fields: ({ status }) => oneOf(status, "active", "ended"),
    refers: [ofCustomer],
  },
  forgery: {
    keys: numbered("w"),
    fields: ({ documentNumber }) => long(documentNumber, 5, 30),
    refers: [],
  },
  message: {
    keys: numbered("m"),
    fields: ({ status }) => oneOf(status, "waiting", "sent", "failed", "expired"),
    refers: [ofCustomer],
  },
  oneTimeCode: {
    keys: numbered("s"),
    fields: ({ binding, status }) => long(binding, 64) && oneOf(status, "open", "used", "void"),
    refers: [ofCustomer],
  },
  ePay: {
    keys: numbered("ep"),
    fields: ({ phone, status }) =>
      long(phone, 11) && oneOf(status, "pending", "enrolled", "suspended", "cancelled"),
    refers: [ofCustomer, ["relation", "relation"]],
  },
  wallet: {
    keys: numbered("wa"),
    fields: ({ phone, life, balance }) =>
      long(phone, 11) &&
      oneOf(life, "registered", "real-name", "active", "closed") &&
      isWithin(balance, 0, FEN_MAX),
    refers: [ofCustomer],
  },
  riskFlag: {
    keys: numbered("rf"),
    fields: ({ rule, decision }) =>
      long(rule, 1, 60) && oneOf(decision, "went-on", "stopped", "waiting", "confirmed", "denied"),
    // One without a customer refers to nobody; `fieldOf` would read it as nobody's key.
    refers: [],
  },
  call: {
    keys: numbered("hc"),
    fields: ({ status }) => oneOf(status, "open", "ended"),
    refers: [ofCustomer],
  },
};

function keyIn(record: Change["record"]): string {
  return "id" in record ? record.id : record.number;
}

/** The text in a field; of what has none, a text that is nobody's key. */
function fieldOf(record: Change["record"], field: string): string {
  const value = (record as Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" ? value : "";
}

/** No two password cards bear one serial, whatever became of the first. */
function assertSerialsDiffer(books: Books, before: Books, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.shelf !== "passwordCard") continue;
    const { serial } = change.record;
    if (before.find("passwordCard", change.key)?.serial === serial) continue;
    const bearers = books.list("passwordCard", "serial", serial);
    assert(bearers.length === 1, "a serial is borne by one password card");
  }
}
