import {
  TransactionCode,
  type TransactionInput,
  type TransactionRequest,
} from "#core/contract/transactions.ts";
import { known } from "#core/kernel/assert.ts";

/**
 * Who may stand at the counter for a transaction (3.7), and which rule has it so.
 *
 * - `holder`: the holder alone, or whoever stands for one that cannot act.
 * - `agent`: an agent too, with both documents.
 * - `anybody`: whoever comes or calls with the holder's document or the number of the account.
 * - `bearer`: whoever has the card in the reader and keys in its PIN.
 * - `nobody`: no customer's word is asked; it is the branch's own business, or a state organ's.
 */
export interface Comer {
  readonly by: "holder" | "agent" | "anybody" | "bearer" | "nobody";
  readonly rule: string;
}

/** One answer for a transaction, or one for each of its actions. */
type Line<I> = Comer | Cases<I, keyof I & ("action" | "what")>;
type Cases<I, K extends keyof I> = K extends keyof I
  ? { readonly on: K; readonly cases: { readonly [V in I[K] & string]: Comer } }
  : never;

const holder = (rule: string): Comer => ({ by: "holder", rule });
const agent = (rule: string): Comer => ({ by: "agent", rule });
const anybody = (rule: string): Comer => ({ by: "anybody", rule });
const bearer = (rule: string): Comer => ({ by: "bearer", rule });
const nobody = (rule: string): Comer => ({ by: "nobody", rule });

/** Every transaction. A new one without a line here does not compile. */
export const whoMayCome: { readonly [C in TransactionCode]: Line<TransactionInput<C>> } = {
  "1004": nobody("C03"),
  "1101": nobody("C01"),
  "1102": nobody("C01"),
  "1103": nobody("C02"),
  "1104": nobody("C02"),
  "1105": nobody("C03"),
  "1106": nobody("C06"),
  /** A check asks after a document, whoever brought it. */
  "2002": anybody("3.8"),
  "2004": holder("O09"),
  "2005": holder("3.7"),
  /** A card and its PIN are collected by the holder alone, and so are they put into use. */
  "3002": holder("L11"),
  "3003": holder("T32"),
  "3004": holder("L11"),
  "3009": nobody("T18"),
  "3011": anybody("L20"),
  /** Card and PIN are the order to pay; who brings them is not asked below the limits (D05). */
  "3012": bearer("D05"),
  "3013": bearer("D05"),
  "3014": nobody("T34"),
  "4001": anybody("T03"),
  "4002": agent("T09"),
  "4003": agent("T09"),
  "4004": holder("T20"),
  /** Where a PIN was lost too the command itself knows better (T20). */
  "4005": agent("T13"),
  "4006": holder("T12"),
  "4007": holder("L11"),
  "4008": holder("L11"),
  "4009": holder("T20"),
  /** A copy collects nothing without the holder and her document (L11). */
  "4011": nobody("3.12"),
  "5001": holder("P33"),
  "5002": holder("P33"),
  "5003": { on: "what", cases: { blank: nobody("V04"), card: holder("P33") } },
  "5005": holder("R19"),
  "5006": holder("R19"),
  /** Closing protects; opening again does not (P24, P25). */
  "5007": anybody("P24"),
  "5008": holder("P25"),
  "5009": holder("P33"),
  "5010": holder("R19"),
  "5011": holder("R19"),
  "6001": nobody("F02"),
  "6002": nobody("F02"),
  "6003": nobody("F02"),
  "6004": nobody("F07"),
  "6005": nobody("F07"),
  "6006": nobody("F02"),
  "6007": nobody("F02"),
  "6008": { on: "action", cases: { freeze: anybody("W12"), unfreeze: holder("W13") } },
  "6009": nobody("3.5"),
  "6010": holder("3.6"),
  "6012": nobody("F16"),
  /** e支付 is the holder's own, as every channel is (3.7). */
  "7001": holder("3.7"),
  "7002": holder("E15"),
  "7003": { on: "action", cases: { suspend: anybody("5.5"), resume: holder("5.5") } },
  "7004": holder("5.5"),
  "7005": holder("5.5"),
  "7101": {
    on: "action",
    cases: {
      freeze: anybody("W12"),
      unfreeze: holder("W12"),
      "risk-freeze": nobody("W04"),
      "risk-unfreeze": nobody("W04"),
    },
  },
  "7102": holder("W07"),
  "7103": holder("W10"),
  "7201": { on: "action", cases: { start: anybody("W12"), end: nobody("W12") } },
  "8001": nobody("V07"),
  "8002": nobody("V07"),
  "8003": nobody("V04"),
  "8004": nobody("V09"),
  "8005": nobody("V05"),
  "8006": nobody("L06"),
  "8007": nobody("V05"),
  "8008": nobody("V05"),
  "8009": nobody("V07"),
  "8010": nobody("V04"),
  "9003": nobody("3.12"),
  "9005": nobody("U08"),
  "9006": nobody("5.0"),
  "9007": nobody("3.13"),
  "9008": nobody("D02"),
  "9012": nobody("1.6"),
  "9013": nobody("1.6"),
};

/** A line as it is read: that it fits the input of its own code was checked above. */
type AnyLine =
  | Comer
  | {
      readonly on: "action" | "what";
      readonly cases: Readonly<Record<string, Comer>>;
    };
const lines: Readonly<Record<TransactionCode, AnyLine>> = whoMayCome;

/** Who may come with this very request. */
export function comerOf({ code, input }: TransactionRequest): Comer {
  const line = lines[code];
  if ("by" in line) return line;
  const chosen = Object.entries(line.cases).find(([action]) =>
    Object.entries(input).some(([key, value]) => key === line.on && value === action),
  );
  return known(chosen, "every action has its line")[1];
}

/** The transactions that somebody else may do for a holder, by who may come for them (2005). */
export function codesFor(...by: readonly Comer["by"][]): readonly TransactionCode[] {
  return TransactionCode.options.filter((code) => {
    const line = lines[code];
    const comers = "by" in line ? [line] : Object.values(line.cases);
    return code !== "2005" && comers.some((comer) => by.includes(comer.by));
  });
}
