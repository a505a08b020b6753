import type { Level } from "#core/authorisation/level.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type {
  TransactionCode,
  TransactionInput,
  TransactionRequest,
} from "#core/contract/transactions.ts";
import type { Fen } from "#core/money/fen.ts";

/** What a transaction needs at least: always the same, or by what is asked for. */
type Least<C extends TransactionCode> =
  | Level
  | ((input: TransactionInput<C>, parameters: Parameters) => Level);

type Table = { readonly [C in TransactionCode]: Least<C> };

/** D05: cash and transfers from the branch's own amount on. */
const byAmount = ({ amount }: { readonly amount: Fen }, parameters: Parameters): Level =>
  amount >= parameters.tellerAuthorisationAmount ? "A2" : "A0";

/**
 * 授权级别表 (5.7): the level below which no transaction is ever posted, whatever its rule decides.
 * Conditions of the books may raise it and never lower it. A new code without its line does not
 * compile: whoever adds it says whose word it needs.
 */
export const leastLevels = {
  "1004": "A3",
  /** Cash that comes into the branch or leaves it is a supervisor's business. */
  "1101": ({ action }) => (action === "receive" || action === "ship" ? "A2" : "A1"),
  "1102": "A1",
  /** The vault is counted by two (C01). */
  "1103": ({ place }) => (place === "vault" ? "A1" : "A0"),
  "1104": "A2",
  /** X only tells how the day stands; Z ends it. */
  "1105": ({ report }) => (report === "x" ? "A0" : "A1"),
  "1106": "A2",
  "2002": ({ finding }) => (finding === "forged" ? "A2" : "A0"),
  "2004": "A2",
  "2005": "A1",
  "3002": "A0",
  "3003": "A2",
  "3004": "A1",
  "3009": "A1",
  "3011": byAmount,
  "3012": byAmount,
  "3013": byAmount,
  "3014": "A1",
  "4001": "A0",
  "4002": "A2",
  "4003": "A2",
  "4004": "A2",
  "4005": "A2",
  /** A formal report raises it to A2. */
  "4006": "A1",
  "4007": "A2",
  "4008": "A2",
  "4009": "A2",
  "4011": "A2",
  "5001": "A2",
  "5002": "A2",
  "5003": "A1",
  "5005": "A2",
  "5006": "A1",
  /** Whatever protects the customer waits for nobody (P24). */
  "5007": "A0",
  "5008": "A2",
  "5009": "A2",
  "5010": "A2",
  "5011": "A2",
  "6001": ({ scope }) => (scope.type === "account" ? "A3" : "A2"),
  "6002": "A2",
  "6003": ({ scope }) => (scope.type === "account" ? "A3" : "A2"),
  "6004": "A2",
  "6005": "A2",
  "6006": "A3",
  "6007": "A2",
  "6008": ({ action }) => (action === "freeze" ? "A0" : "A2"),
  "6009": ({ action }) => (action === "place" ? "A2" : "A3"),
  "6010": "A2",
  "6012": "A2",
  "7001": "A2",
  /** Down protects; what the limits are tells the books, which raise it to A2 for more (E15). */
  "7002": "A0",
  /** A code to her own telephone stands for the supervisor's word (5.5). */
  "7003": (asked) => (asked.action === "resume" && !asked.code ? "A2" : "A0"),
  "7004": "A0",
  "7005": "A2",
  /** A freeze for theft or risk is lifted by two; her own she may lift at once (5.5). */
  "7101": (input) =>
    input.action === "risk-unfreeze" || (input.action === "unfreeze" && input.kind === "stolen")
      ? "A2"
      : "A0",
  "7102": "A1",
  "7103": "A1",
  "7201": "A0",
  "8001": "A1",
  "8002": "A1",
  "8003": "A2",
  "8004": "A3",
  "8005": "A1",
  "8006": "A1",
  "8007": "A3",
  "8008": "A1",
  "8009": "A1",
  "8010": "A2",
  "9003": "A2",
  "9005": "A2",
  "9006": "A3",
  /** A fee is let off by two (3.13). */
  "9007": ({ action }) => (action === "waive" ? "A2" : "A0"),
  "9008": "A3",
  "9012": "A0",
  "9013": "A3",
} as const satisfies Table & Readonly<Record<string, unknown>>;

/** The level that a request needs at least (5.7). */
export function leastLevelOf({ code, input }: TransactionRequest, parameters: Parameters): Level {
  return levelIn(code, input, parameters);
}

function levelIn<C extends TransactionCode>(
  code: C,
  input: TransactionInput<TransactionCode>,
  parameters: Parameters,
): Level {
  const least: Least<C> = (leastLevels as Table)[code];
  // A request pairs its code with that code's input (TransactionRequest); indexing forgets it.
  return typeof least === "function" ? least(input as TransactionInput<C>, parameters) : least;
}
