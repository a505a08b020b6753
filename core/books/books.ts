import type { Account } from "#core/account/account.ts";
import type { Hold } from "#core/account/hold.ts";
import type { Agency } from "#core/agency/agency.ts";
import type { Grant } from "#core/authorisation/grant.ts";
import type { Parked } from "#core/authorisation/parked.ts";
import type { Backup } from "#core/backup/backup.ts";
import type { Branch } from "#core/branch/branch.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { Card } from "#core/card/card.ts";
import type { Box } from "#core/cash/box.ts";
import type { CashDay } from "#core/cash/cash-day.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { BranchDay } from "#core/day/branch-day.ts";
import type { LastSeal } from "#core/day/day-seal.ts";
import type { EBank } from "#core/e-bank/e-bank.ts";
import type { EPay } from "#core/e-pay/e-pay.ts";
import type { OwedFee } from "#core/fee/owed-fee.ts";
import type { Forgery } from "#core/forgery/forgery.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import type { Call } from "#core/hotline/call.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import type { SignedFen } from "#core/money/fen.ts";
import type { PasswordCardBatch } from "#core/password-card/batch.ts";
import type { PasswordCard } from "#core/password-card/password-card.ts";
import type { ProductionOrder } from "#core/replacement/production-order.ts";
import type { Relation } from "#core/replacement/relation.ts";
import type { RiskFlag } from "#core/risk/risk-flag.ts";
import type { Slip } from "#core/slip/slip.ts";
import type { Message } from "#core/sms/message.ts";
import type { OneTimeCode } from "#core/sms/one-time-code.ts";
import type { Teller } from "#core/teller/teller.ts";
import type { Piece, Stock } from "#core/voucher/stock.ts";
import type { Wallet } from "#core/wallet/wallet.ts";

/** The sum of all postings to one account of the branch itself, such as a cash box. */
export interface BranchBalance {
  readonly id: string;
  readonly balance: SignedFen;
  /** The last day on which anything moved in it, where it stands for cash (C02). */
  readonly day?: CashDay;
}

/** The branch as a whole: one record, `branch`. */
export interface BranchRecord {
  readonly id: "branch";
  readonly branch: Branch;
  readonly parameters: Parameters;
  /** How far a demonstration's clock was moved forward, in ms. */
  readonly clockOffsetMs: number;
  /** The seal of the last day that was closed (1105). */
  readonly seal?: LastSeal;
  /** The day the branch does business for; absent in a branch of before there were any. */
  readonly day?: BranchDay;
  /** The last backup that was made. */
  readonly backup?: Backup;
}

/** The kinds of record the books keep, by the word each is asked for with. */
export interface Shelves {
  readonly branch: BranchRecord;
  readonly teller: Teller;
  readonly grant: Grant;
  readonly parked: Parked;
  readonly customer: Customer;
  readonly account: Account;
  readonly branchBalance: BranchBalance;
  readonly hold: Hold;
  readonly card: Card;
  readonly lossCase: LossCase;
  readonly relation: Relation;
  readonly order: ProductionOrder;
  readonly stock: Stock;
  readonly piece: Piece;
  readonly slip: Slip;
  readonly passwordCard: PasswordCard;
  readonly passwordCardBatch: PasswordCardBatch;
  readonly eBank: EBank;
  readonly freezeOrder: FreezeOrder;
  readonly box: Box;
  readonly owedFee: OwedFee;
  readonly agency: Agency;
  readonly forgery: Forgery;
  readonly message: Message;
  readonly oneTimeCode: OneTimeCode;
  readonly ePay: EPay;
  readonly wallet: Wallet;
  readonly riskFlag: RiskFlag;
  readonly call: Call;
}
export type Shelf = keyof Shelves;

/** By what a kind of record can be looked up besides its own key. */
export const indexes = {
  branch: [],
  teller: [],
  grant: ["hash"],
  parked: ["customer", "date", "maker", "status"],
  customer: ["documentNumber", "phone"],
  account: ["customer", "number"],
  branchBalance: [],
  hold: ["account"],
  card: ["account", "customer", "pan"],
  lossCase: ["card", "customer", "account", "status"],
  relation: ["card", "customer"],
  order: ["customer", "status"],
  stock: [],
  piece: [],
  slip: [],
  passwordCard: ["customer", "serial", "lock"],
  passwordCardBatch: [],
  eBank: [],
  freezeOrder: ["account", "customer", "status"],
  box: [],
  owedFee: ["customer"],
  agency: ["customer"],
  forgery: ["documentNumber"],
  message: ["customer", "status"],
  oneTimeCode: ["customer"],
  ePay: ["customer", "phone", "relation"],
  wallet: ["customer", "phone"],
  riskFlag: ["customer", "decision", "rule"],
  call: ["customer", "status"],
} as const satisfies { readonly [S in Shelf]: readonly (keyof Shelves[S])[] };

export type Index<S extends Shelf> = (typeof indexes)[S][number];

/** All that a rule may look at: records by key, by index, and how many there are. */
export interface Books {
  readonly find: <S extends Shelf>(shelf: S, key: string) => Shelves[S] | undefined;
  readonly list: <S extends Shelf>(
    shelf: S,
    index: Index<S>,
    value: string,
  ) => readonly Shelves[S][];
  readonly all: <S extends Shelf>(shelf: S) => readonly Shelves[S][];
  readonly count: (shelf: Shelf) => number;
}

/** One record as it is after an entry. */
export type Change = {
  [S in Shelf]: { readonly shelf: S; readonly key: string; readonly record: Shelves[S] };
}[Shelf];

/** A record put on its shelf; the generic pairing that the union alone cannot express. */
export function put<S extends Shelf>(shelf: S, key: string, record: Shelves[S]): Change {
  return { shelf, key, record } as Change;
}
