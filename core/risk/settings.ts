import { z } from "zod";
import { Level } from "#core/authorisation/level.ts";
import { RiskOutcome, type RiskRuleId } from "#core/risk/risk-flag.ts";

/** What a number of a rule counts, and between which bounds a branch may set it. */
export interface RiskBound {
  readonly unit: "days" | "minutes" | "times" | "people" | "cards" | "fold" | "fen";
  readonly least: number;
  readonly most: number;
}

const within = (unit: RiskBound["unit"], least: number, most: number): RiskBound => ({
  ...{ unit, least, most },
});

/** The longest that the eye remembers anything: no rule looks further back. */
export const RISK_DAYS_MAX = 90;
const days = within("days", 1, RISK_DAYS_MAX);
const minutes = within("minutes", 1, 24 * 60);

/** The numbers of every rule with their bounds; a rule without a line does not compile. */
export const riskNumbers = {
  "manual-card-entry": { minutes, times: within("times", 1, 50) },
  "many-cards": { cards: within("cards", 2, 50) },
  "shared-phone": { customers: within("people", 2, 50) },
  /** 0 is the very day the account was opened (R17). */
  "account-and-channel-same-day": { days: within("days", 0, 30) },
  "replaced-then-raised": { days: within("days", 0, 30) },
  "replaced-then-phone": { days: within("days", 0, 30) },
  "recurring-agent": { days, customers: within("people", 2, 50) },
  "wrong-answers-across-customers": {
    minutes,
    times: within("times", 2, 50),
    customers: within("people", 2, 50),
  },
  "unmasked-without-transaction": { minutes, customers: within("people", 2, 50) },
  "unusual-payment": {
    days,
    /** So many payments make a habit; before that nothing is unusual. */
    least: within("times", 1, 100),
    /** So many times what she pays as a rule. */
    factor: within("fold", 2, 1000),
    /** In fen: below it no payment is called large. */
    from: within("fen", 0, 100_000_000_00),
    minutes,
    times: within("times", 2, 100),
  },
} as const satisfies Readonly<Record<RiskRuleId, Readonly<Record<string, RiskBound>>>>;

/** What each rule may do where it speaks up. At home nobody can be fetched, and nobody is asked at the counter. */
export const riskOutcomes = {
  "manual-card-entry": ["warn", "level", "refuse"],
  "many-cards": ["warn", "level", "refuse"],
  "shared-phone": ["warn", "level", "refuse"],
  "account-and-channel-same-day": ["warn", "level", "refuse"],
  "replaced-then-raised": ["warn", "level", "refuse"],
  "replaced-then-phone": ["warn", "level", "refuse"],
  "recurring-agent": ["warn", "level", "refuse"],
  "wrong-answers-across-customers": ["warn", "level", "refuse"],
  "unmasked-without-transaction": ["warn", "refuse"],
  "unusual-payment": ["warn", "confirm", "refuse"],
} as const satisfies Readonly<Record<RiskRuleId, readonly RiskOutcome[]>>;

/** The numbers of one rule, each by its name. */
export type RiskNumbers<R extends RiskRuleId> = {
  readonly [N in keyof (typeof riskNumbers)[R]]: number;
};

/** How a branch has one rule: whether it looks, what it does, and from which numbers on. */
export interface RiskSetting<R extends RiskRuleId> {
  readonly on: boolean;
  readonly outcome: RiskOutcome;
  /** What an outcome `level` asks for at least. */
  readonly level: Exclude<Level, "A0">;
  readonly numbers: RiskNumbers<R>;
}

function settingOf<R extends RiskRuleId>(rule: R): z.ZodType<RiskSetting<R>> {
  const bounds: Readonly<Record<string, RiskBound>> = riskNumbers[rule];
  const numbers = Object.entries(bounds).map(([name, { least, most }]) => [
    name,
    z.int().min(least).max(most),
  ]);
  const outcomes: readonly RiskOutcome[] = riskOutcomes[rule];
  return z
    .object({
      on: z.boolean(),
      outcome: RiskOutcome.extract([...outcomes]),
      level: Level.exclude(["A0"]),
      numbers: z.object(Object.fromEntries(numbers)).readonly(),
    })
    .readonly() as unknown as z.ZodType<RiskSetting<R>>; // Its numbers are those of the table above.
}

/** 风险规则 (9013): every rule as the branch has it. */
export const RiskSettings = z
  .object({
    "manual-card-entry": settingOf("manual-card-entry"),
    "many-cards": settingOf("many-cards"),
    "shared-phone": settingOf("shared-phone"),
    "account-and-channel-same-day": settingOf("account-and-channel-same-day"),
    "replaced-then-raised": settingOf("replaced-then-raised"),
    "replaced-then-phone": settingOf("replaced-then-phone"),
    "recurring-agent": settingOf("recurring-agent"),
    "wrong-answers-across-customers": settingOf("wrong-answers-across-customers"),
    "unmasked-without-transaction": settingOf("unmasked-without-transaction"),
    "unusual-payment": settingOf("unusual-payment"),
  })
  .readonly();
export type RiskSettings = { readonly [R in RiskRuleId]: RiskSetting<R> };

/**
 * The rules a new branch starts with: every one looks. Where the paper asks for a second person, that
 * is asked (R17, R19); everything else is told first, and made stricter once it was tried out.
 */
export const defaultRiskSettings: RiskSettings = {
  "manual-card-entry": told({ minutes: 30, times: 1 }),
  "many-cards": told({ cards: 4 }),
  "shared-phone": told({ customers: 3 }),
  "account-and-channel-same-day": { ...told({ days: 0 }), outcome: "level" },
  "replaced-then-raised": { ...told({ days: 3 }), outcome: "level" },
  "replaced-then-phone": { ...told({ days: 3 }), outcome: "level" },
  "recurring-agent": told({ days: 30, customers: 3 }),
  "wrong-answers-across-customers": told({ minutes: 30, times: 3, customers: 2 }),
  "unmasked-without-transaction": told({ minutes: 60, customers: 5 }),
  "unusual-payment": {
    ...told({ days: 90, least: 3, factor: 10, from: 1_000_00, minutes: 10, times: 5 }),
    outcome: "confirm",
  },
};

function told<N>(numbers: N) {
  return { on: true, outcome: "warn", level: "A2", numbers } as const;
}

/** The risk of the paper, or the rule of the wallet, that each rule answers (1.4, 1.6). */
export const riskAnswers = {
  "manual-card-entry": "R07",
  "many-cards": "R02",
  "shared-phone": "R02",
  "account-and-channel-same-day": "R17",
  "replaced-then-raised": "R19",
  "replaced-then-phone": "R17",
  "recurring-agent": "R02",
  "wrong-answers-across-customers": "R23",
  "unmasked-without-transaction": "R23",
  "unusual-payment": "W04",
} as const satisfies Readonly<Record<RiskRuleId, string>>;
