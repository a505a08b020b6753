/** What a parameter is about: the groups of the page (9006). */
export const parameterGroups = [
  "loss",
  "people",
  "freeze",
  "password-card",
  "e-bank",
  "e-pay",
  "sms",
] as const;
export type ParameterGroup = (typeof parameterGroups)[number];

/** What a parameter's value is, and within which bounds it may be set. */
export type ParameterShape =
  | {
      readonly kind: "count";
      readonly unit:
        | "days"
        | "hours"
        | "minutes"
        | "months"
        | "years"
        | "times"
        | "permille"
        | "people"
        | "cards"
        | "fold";
      readonly least: number;
      readonly most: number;
    }
  /** In fen. */
  | { readonly kind: "money"; readonly least: number; readonly most: number }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  /** Any of some words, at least one, in the order of the list. */
  | { readonly kind: "some"; readonly options: readonly string[] }
  | { readonly kind: "yes-no" };

/** One parameter: where it stands, what it is about, and the rule that wants it (5.0). */
export interface ParameterRow {
  readonly path: string;
  readonly group: ParameterGroup;
  readonly rule: string;
  readonly shape: ParameterShape;
}

type Unit = Extract<ParameterShape, { kind: "count" }>["unit"];
const count = (unit: Unit, least: number, most: number): ParameterShape => ({
  ...{ kind: "count", unit, least, most },
});
const money = (least: number, most: number): ParameterShape => ({ kind: "money", least, most });
const choice = (...options: readonly string[]): ParameterShape => ({ kind: "choice", options });
const yesNo: ParameterShape = { kind: "yes-no" };

/** A limit in fen: a hundred million yuan is more than any counter ever moves. */
const LIMIT_MAX = 100_000_000_00;

/**
 * Every parameter that 9006 can set, in the order of the page. Fees and rights are tables of their
 * own; the layout of password cards is fixed by cards that are out already.
 */
export const parameterRows = [
  { path: "lossOralDays", group: "loss", rule: "T03", shape: count("days", 1, 60) },
  { path: "lossFormalDays", group: "loss", rule: "T05", shape: count("days", 1, 60) },
  { path: "sameNumberProductionDays", group: "loss", rule: "L02", shape: count("days", 0, 60) },
  {
    path: "sameDayReplacement",
    group: "loss",
    rule: "T17",
    shape: choice("off", "new-number-only", "any"),
  },
  {
    path: "oralChannels",
    group: "loss",
    rule: "T03",
    shape: { kind: "some", options: ["counter", "phone"] },
  },
  { path: "creditsFollowOldNumber", group: "loss", rule: "L20", shape: yesNo },
  { path: "unclaimedCardDays", group: "loss", rule: "V10", shape: count("days", 1, 365) },
  {
    path: "tellerAuthorisationAmount",
    group: "people",
    rule: "D05",
    shape: money(1_00, LIMIT_MAX),
  },
  { path: "grantMinutes", group: "people", rule: "D03", shape: count("minutes", 1, 30) },
  { path: "parkedGrantMinutes", group: "people", rule: "D03", shape: count("minutes", 1, 240) },
  { path: "idleLockMinutes", group: "people", rule: "D07", shape: count("minutes", 1, 15) },
  {
    path: "operatorCard",
    group: "people",
    rule: "D02",
    shape: choice("optional", "required"),
  },
  { path: "pinTries", group: "people", rule: "T25", shape: count("times", 1, 10) },
  {
    path: "freezeSecondAmount",
    group: "freeze",
    rule: "3.5",
    shape: choice("COVER_REST", "WAIT_WHOLE"),
  },
  { path: "dormantYears", group: "freeze", rule: "3.6", shape: count("years", 1, 30) },
  { path: "dormantMaxBalance", group: "freeze", rule: "3.6", shape: money(0, LIMIT_MAX) },
  {
    path: "passwordCard.uses",
    group: "password-card",
    rule: "P12",
    shape: count("times", 1, 100_000),
  },
  {
    path: "passwordCard.remindAt",
    group: "password-card",
    rule: "P14",
    shape: count("times", 0, 100_000),
  },
  {
    path: "passwordCard.dayWrong",
    group: "password-card",
    rule: "P17",
    shape: count("times", 1, 100),
  },
  {
    path: "passwordCard.totalWrong",
    group: "password-card",
    rule: "P18",
    shape: count("times", 1, 100),
  },
  {
    path: "passwordCard.totalMode",
    group: "password-card",
    rule: "P19",
    shape: choice("CONSECUTIVE", "CUMULATIVE"),
  },
  {
    path: "passwordCard.countMode",
    group: "password-card",
    rule: "O13",
    shape: choice("SUCCESS", "ATTEMPT"),
  },
  {
    path: "passwordCard.expiryMonths",
    group: "password-card",
    rule: "O06",
    shape: count("months", 0, 120),
  },
  {
    path: "passwordCard.challengeMinutes",
    group: "password-card",
    rule: "O09",
    shape: count("minutes", 1, 10),
  },
  { path: "passwordCard.cellReuse", group: "password-card", rule: "P11", shape: yesNo },
  {
    path: "passwordCard.unansweredPerDay",
    group: "password-card",
    rule: "O03",
    shape: count("times", 1, 1000),
  },
  {
    path: "passwordCard.exposureAdvicePermille",
    group: "password-card",
    rule: "O05",
    shape: count("permille", 1, 1000),
  },
  {
    path: "eBank.limits.static.single",
    group: "e-bank",
    rule: "P40",
    shape: money(1, LIMIT_MAX),
  },
  {
    path: "eBank.limits.static.day",
    group: "e-bank",
    rule: "P40",
    shape: money(1, LIMIT_MAX),
  },
  {
    path: "eBank.limits.card.single",
    group: "e-bank",
    rule: "P38",
    shape: money(1, LIMIT_MAX),
  },
  {
    path: "eBank.limits.card.day",
    group: "e-bank",
    rule: "P38",
    shape: money(1, LIMIT_MAX),
  },
  { path: "ePay.single", group: "e-pay", rule: "E15", shape: money(1, LIMIT_MAX) },
  { path: "ePay.day", group: "e-pay", rule: "E15", shape: money(1, LIMIT_MAX) },
  { path: "ePay.month", group: "e-pay", rule: "E15", shape: money(1, LIMIT_MAX) },
  { path: "ePay.ceiling", group: "e-pay", rule: "E15", shape: money(1, LIMIT_MAX) },
  { path: "ePay.coolingHours", group: "e-pay", rule: "O09", shape: count("hours", 0, 168) },
  { path: "eBank.loginTries", group: "e-bank", rule: "R16", shape: count("times", 1, 10) },
  { path: "sms.notices", group: "sms", rule: "R19", shape: yesNo },
  { path: "sms.codeMinutes", group: "sms", rule: "O09", shape: count("minutes", 1, 10) },
  { path: "sms.codeTries", group: "sms", rule: "5.5", shape: count("times", 1, 5) },
  { path: "sms.sendTries", group: "sms", rule: "E14", shape: count("times", 1, 20) },
] as const satisfies readonly ParameterRow[];

/** The name of a parameter: the window has words for each. */
export type ParameterPath = (typeof parameterRows)[number]["path"];

/** The row of a parameter; undefined for what is none. */
export function rowOf(path: string): ParameterRow | undefined {
  return parameterRows.find((row) => row.path === path);
}

/**
 * A value as text, the one form in which it is asked for, approved and journalled: a number in its
 * unit or in fen, a word, words with commas, yes or no.
 */
export function valueIn(parameters: object, path: string): string {
  const value = path.split(".").reduce<unknown>((part, key) => fieldOf(part, key), parameters);
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value ?? "");
}

/** What a text stands for in a parameter of this shape; undefined beyond its bounds. */
export function valueFrom(
  text: string,
  shape: ParameterShape,
): string | number | boolean | readonly string[] | undefined {
  switch (shape.kind) {
    case "count":
    case "money": {
      const number = /^\d{1,13}$/.test(text) ? Number(text) : Number.NaN;
      return shape.least <= number && number <= shape.most ? number : undefined;
    }
    case "choice":
      return shape.options.includes(text) ? text : undefined;
    case "some": {
      const words = text.split(",");
      const inOrder = shape.options.filter((option) => words.includes(option));
      return inOrder.join(",") === text ? inOrder : undefined;
    }
    case "yes-no":
      return { yes: true, no: false }[text];
  }
}

/** A copy of the parameters with one value at its path. */
export function withValue(parameters: object, path: string, value: unknown): object {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...parameters, [key]: value };
  const inner = fieldOf(parameters, key);
  const whole = typeof inner === "object" && inner !== null ? inner : {};
  return { ...parameters, [key]: withValue(whole, rest.join("."), value) };
}

function fieldOf(part: unknown, key: string): unknown {
  if (typeof part !== "object" || part === null) return undefined;
  return Object.entries(part).find(([name]) => name === key)?.[1];
}

/** Why parameters are not set as asked (9006). */
export type ParameterRefusal =
  | { readonly code: "parameters.unknown"; readonly path: string }
  | { readonly code: "parameters.nothing-changed" }
  /** Somebody set it since the page was opened. */
  | { readonly code: "parameters.changed-meanwhile"; readonly path: string; readonly now: string }
  | { readonly code: "parameters.out-of-bounds"; readonly path: string }
  /** Two parameters contradict each other, such as a day's limit above that of all days. */
  | { readonly code: "parameters.contradict" }
  /** No table gives this right to this role (D06). */
  | { readonly code: "parameters.right-not-given"; readonly path: string; readonly role: string }
  /** A fee holds from today on at the earliest (P36). */
  | { readonly code: "parameters.fee-in-the-past" };
