import { addMinutes } from "#core/calendar/instant.ts";
import type { Refused } from "#core/commands/command.ts";
import { tell } from "#core/commands/one-time-codes.ts";
import { eyeOn, flagsOf, type RiskRoom } from "#core/commands/under-risk.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import { maskPhone } from "#core/identity/mask.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fen, formatFen } from "#core/money/fen.ts";
import { type OwnPayment, ownPaymentsIn } from "#core/risk/deed.ts";
import type { RiskFlag } from "#core/risk/risk-flag.ts";
import { strictest } from "#core/risk/rules.ts";
import type { Fact } from "#core/slip/slip.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";

/** A customer's own payment as it would be posted, before anything of it is. */
export interface OwnPaymentDeed {
  readonly customer: CustomerId;
  /** The channel it is journalled under. */
  readonly code: string;
  readonly entries: readonly Entry[];
  /** All that makes it this very payment: payee, amount, what it is paid from. */
  readonly elements: readonly (string | number)[];
  /** Whom she pays, and how much: the words she is asked with. */
  readonly payee: string;
  readonly amount: Fen;
  /** The wallet it is paid from, where it is one: her no freezes it. */
  readonly wallet?: WalletId;
}

/** What this is decided on. */
export interface OwnRiskRoom extends RiskRoom {
  /** SHA-256 of a text as hexadecimal digits. */
  readonly sha256: (text: string) => string;
}

/** For so long a question waits, and a yes holds. */
export const ANSWER_MINUTES = 10;
/** A no holds for a day; after it she may want the very same after all, and is asked again. */
const NO_MINUTES = 24 * 60;

/**
 * 异常支付确认 (W04): what is journalled besides a customer's payment, or why it is not made now. Whoever
 * posts the payment posts these entries in the same batch, and journals those of a refusal with it.
 *
 * Where she is to confirm, nothing is posted but a warning and its message; after her yes the same
 * payment, asked again, goes through once within ten minutes, and after her no it does not. Nobody can be
 * fetched to her home: a rule that wants a second person sends her to the counter.
 */
export function riskOf(
  payment: OwnPaymentDeed,
  room: OwnRiskRoom,
): Result<readonly Entry[], Refusal> | Refused {
  const { code, entries, wallet } = payment;
  const { deed, spoken } = eyeOn({ kind: "own", code, teller: "system", entries }, room);
  const outcome = strictest(spoken);
  if (outcome === undefined) return accept([]);
  if (outcome === "warn") return accept(flagsOf(spoken, deed, "went-on", room));

  const binding = bindingOf(payment, room);
  const more = { binding, ...(wallet ? { wallet } : {}) };
  const said = outcome === "confirm" ? answerTo(binding, payment, room) : undefined;
  if (said) return said;

  const phone = room.books.find("customer", payment.customer)?.phone;
  const first = known(spoken[0], "a rule spoke up");
  if (outcome !== "confirm" || !phone) {
    const flags = flagsOf(spoken, deed, "stopped", room, more);
    return { ...refuse({ code: "risk.refused", rule: first.rule }), entries: flags };
  }
  // One question for one payment: what other rules only remark is written down beside it.
  const [asking] = spoken.filter(({ setting }) => setting.outcome === "confirm");
  const others = spoken.filter((one) => one !== asking);
  const flags = [
    ...flagsOf(asking ? [asking] : [], deed, "waiting", room, more),
    ...flagsOf(others, deed, "stopped", room, {}, 1),
  ];
  const values = {
    payee: payment.payee,
    amount: formatFen(payment.amount),
    flag: known(flags[0], "a rule asks").flagged.id,
  };
  const message = tell("risk.confirm", { customer: payment.customer, to: phone, values }, room);
  return { ...firstConfirm(phone), entries: [...flags, message] };
}

/** The binding of exactly this payment: another payee or another fen is another one. */
function bindingOf({ customer, code, elements }: OwnPaymentDeed, { sha256 }: OwnRiskRoom): string {
  return sha256(JSON.stringify([customer, code, ...elements]));
}

/** What follows from her answer about this very payment, or from the question that still waits. */
function answerTo(
  binding: string,
  { customer }: OwnPaymentDeed,
  { books, now }: OwnRiskRoom,
): Result<readonly Entry[], Refusal> | undefined {
  const asked = books
    .list("riskFlag", "customer", customer)
    .filter((flag) => flag.binding === binding && flag.outcome === "confirm");
  const last = asked.at(-1);
  if (!last || isOver(last, now)) return undefined;
  if (last.decision === "denied") return refuse({ code: "risk.denied" });
  if (last.decision === "confirmed") return accept([{ type: "risk.used", flag: last.id }]);

  const phone = books.find("customer", customer)?.phone;
  return last.decision === "waiting" && phone ? firstConfirm(phone) : undefined;
}

/** Whether it is as if she had never been asked: her yes is used up, or either answer too old. */
function isOver({ decision, at, answeredAt = at, used }: RiskFlag, now: number): boolean {
  const minutes = decision === "denied" ? NO_MINUTES : ANSWER_MINUTES;
  return used === true || now >= addMinutes(answeredAt, minutes);
}

/** How a question stands for whoever holds the telephone. */
export function answerStanding(flag: RiskFlag, now: number): "waiting" | "yes" | "no" | "over" {
  if (flag.decision === "confirmed") return "yes";
  if (flag.decision === "denied") return "no";
  return isOver(flag, now) ? "over" : "waiting";
}

function firstConfirm(phone: Parameters<typeof maskPhone>[0]) {
  const masked = maskPhone(phone);
  return refuse({
    ...{ code: "risk.confirm-first", phone: masked, minutes: ANSWER_MINUTES },
  } as const);
}

/**
 * 客户确认: her answer on the telephone (W04). A no freezes the wallet that it would have been paid from,
 * in the same batch, until the branch has looked into it (7101).
 */
export function answerRisk(
  { flag: id, yes }: { readonly flag: RiskFlag["id"]; readonly yes: boolean },
  { books, now }: Pick<RiskRoom, "books" | "now">,
): Result<readonly Entry[], Refusal> {
  const flag = books.find("riskFlag", id);
  if (flag?.decision !== "waiting" || isOver(flag, now)) {
    return refuse({ code: "risk.nothing-to-answer", flag: id });
  }
  const answered = [{ type: "risk.answered", flag: id, yes, at: now } as const];
  const wallet = flag.wallet && books.find("wallet", flag.wallet);
  const isToFreeze = !yes && wallet && !wallet.freezes.some(({ kind }) => kind === "risk");
  if (!isToFreeze) return accept(answered);

  const freeze = { kind: "risk", since: now, words: "客户否认付款" } as const;
  return accept([...answered, { type: "wallet.frozen", wallet: wallet.id, freeze }]);
}

/** What a customer does by herself, whatever it is, as it would be posted. */
export interface OwnDeed {
  readonly code: string;
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

/**
 * The eye over everything that a customer does by herself (R02, R17, W04): the entries that are posted,
 * or the refusal. Rules of payments that have asked `riskOf` themselves are not asked a second time.
 */
export function ownDeedUnderRisk(
  { code, entries, facts }: OwnDeed,
  room: OwnRiskRoom,
): Result<readonly Entry[], Refusal> | Refused {
  if (entries.some(({ type }) => type.startsWith("risk."))) return accept(entries);
  const [payment] = ownPaymentsIn(entries, room.books);
  const watched = payment
    ? riskOf(asPayment(payment, { code, entries, facts }), room)
    : withoutPayment({ code, entries }, room);
  return watched.ok ? accept([...entries, ...watched.value]) : watched;
}

function withoutPayment(
  { code, entries }: Pick<OwnDeed, "code" | "entries">,
  room: OwnRiskRoom,
): Result<readonly Entry[], Refusal> | Refused {
  const { deed, spoken } = eyeOn({ kind: "own", code, teller: "system", entries }, room);
  const [stopping] = spoken.filter(({ setting }) => setting.outcome !== "warn");
  if (!stopping) return accept(flagsOf(spoken, deed, "went-on", room));
  const flags = flagsOf(spoken, deed, "stopped", room);
  return { ...refuse({ code: "risk.refused", rule: stopping.rule }), entries: flags };
}

/** A payment by what it would post: the same legs to the same payee are the same payment. */
function asPayment({ customer, amount }: OwnPayment, deed: OwnDeed): OwnPaymentDeed {
  const { code, entries, facts } = deed;
  const payee = payeeIn(entries) ?? facts.flatMap(payeeOf)[0] ?? "";
  const legs = entries.flatMap((entry) =>
    entry.type === "money.posted"
      ? entry.postings.map((leg) => `${leg.account} ${leg.amount}`)
      : [],
  );
  const wallet = legs
    .map((leg) => WalletId.safeParse(leg.split(" ")[0]).data)
    .find((id) => id !== undefined);
  return {
    ...{ customer, code, entries, payee, amount: fen(amount), elements: [payee, ...legs] },
    ...(wallet ? { wallet } : {}),
  };
}

function payeeIn(entries: readonly Entry[]): string | undefined {
  return entries.flatMap((entry) => (entry.type === "e-pay.paid" ? entry.to : []))[0];
}

function payeeOf(fact: Fact): readonly string[] {
  return fact.name === "payee" && fact.kind === "text" ? [fact.text] : [];
}
