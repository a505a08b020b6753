import type { Grant } from "#core/authorisation/grant.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Result } from "#core/kernel/result.ts";
import { isOpen } from "#core/loss/loss-case.ts";
import type { Done, RawRequest } from "#tests/support/counter.ts";
import { fc } from "#tests/support/fast-check.ts";
import { type LossDesk, openLossDesk } from "#tests/support/loss-desk.ts";

/** One step of an invented day: time passes, or somebody asks for something in some way. */
export interface Step {
  readonly what: (typeof wishes)[number];
  /** Which card, case or order it is about. */
  readonly pick: number;
  readonly amount: number;
  readonly days: number;
  readonly approvers: readonly string[];
  /** How long the approval lies about before it is used, in ms. */
  readonly waitsMs: number;
  readonly pin: string;
  readonly numbering: "same" | "new";
}

const wishes = [
  ...["wait", "wait", "oral", "formal", "upgrade", "pinLoss", "bothLost", "slipLost", "withdraw"],
  ...["replace", "replace", "close", "resetPin", "resetPin", "order", "order", "arrive", "arrive"],
  ...["collect", "exchange", "activate", "activate", "deposit", "payOut", "retain"],
] as const;

const usually = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

/**
 * Invented days at the loss desk, with right and wrong PINs, approvers and delays. Mostly people do
 * what they should, or no history would get far.
 */
export const anyDays: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...wishes),
    pick: fc.nat(5),
    amount: fc.constantFrom(1, 100_00, 7_999_99, 50_000_00),
    days: fc.constantFrom(1, 5, 8),
    approvers: usually<readonly string[]>(
      ["0900"],
      ...[[], ["0002"], ["0100"], ["0100", "0101"], ["0100", "0100"], ["0001"], ["0300"]],
    ),
    waitsMs: usually(0, 300_000, 300_001),
    pin: usually("246813", "000001", "975310"),
    numbering: fc.constantFrom("same", "new"),
  }),
  { minLength: 40, maxLength: 80 },
);

/** What became of one step. */
export interface Turn {
  readonly request: RawRequest;
  readonly grant: Grant | undefined;
  readonly preview: ReturnType<LossDesk["preview"]>;
  readonly run: Result<Done, Refusal>;
}

/** Three customers, one of them with two cards and one frozen by a court. */
export function openBusyDesk(): LossDesk {
  const desk = openLossDesk();
  desk.set({ sameDayReplacement: "new-number-only", sameNumberProductionDays: 3 });
  desk.enter(1);
  desk.enter(2, { balance: 20_150_00 });
  desk.enter(3, { card: { sequence: 8, life: "issued-inactive" } });
  desk.another(4);
  desk.enter(5, { balance: 0, card: { pin: "locked", pinFailures: 3 } });
  desk.hold({ id: "h-court", account: "a-2", kind: "amount", target: 20_000_00 });
  return desk;
}

/** Takes one step; undefined where there is nothing yet that it could be about. */
export function take(desk: LossDesk, step: Step): Turn | undefined {
  const request = requestFor(desk, step);
  if (!request) return undefined;

  let grant: Grant | undefined;
  for (const approver of step.approvers) {
    const asked = desk.ask(request, approver);
    if (asked.ok) grant = asked.value;
  }
  desk.pass(step.waitsMs);
  const preview = desk.preview(request);
  const written = preview.ok ? desk.write(preview.value) : undefined;
  return { request, grant, preview, run: desk.run(request, { grant: grant?.id, written }) };
}

function requestFor(desk: LossDesk, step: Step): RawRequest | undefined {
  const { what, pick, amount, numbering } = step;
  const pickOf = <T>(all: readonly T[]): T | undefined => all[pick % Math.max(1, all.length)];
  const card = pickOf(desk.books().all("card"));
  const cases = desk.books().all("lossCase");
  const open = cases.filter(isOpen);
  const lossCase = pickOf(open.length > 0 && pick > 0 ? open : cases);
  const order = pickOf(desk.books().all("order"));
  if (what === "wait") {
    desk.pass(step.days * 86_400_000);
    return undefined;
  }
  if (!card) return undefined;
  const pin = desk.pin(card.account, step.pin);
  switch (what) {
    case "oral":
      return desk.oral(card.id);
    case "formal":
      return desk.formal(card.id, { numbering, fee: amount === 1 ? "account" : "cash" });
    case "pinLoss":
      return desk.pinLoss(card.id);
    case "bothLost":
      return desk.pinLoss(card.id, { kind: "both", numbering });
    case "exchange":
      return desk.exchange(card.id, { numbering });
    case "activate":
      return desk.activate(card.id, { pin });
    case "deposit":
      return desk.deposit({ account: card.account, card: card.id, amount });
    case "payOut":
      return desk.payOut(card.id, { amount, pin });
    case "retain":
      return desk.retain(desk.swipe(card.id));
    case "arrive":
      return order && desk.arrive(order.id);
    case "collect":
      return order && desk.collect(order.id, { pin: desk.pin(`a-${order.customer.slice(2)}`) });
    default:
      return lossCase && requestOn(desk, lossCase.number, step);
  }
}

function requestOn(desk: LossDesk, number: string, step: Step): RawRequest | undefined {
  const { account } = desk.see("lossCase", number);
  const pin = desk.pin(account, step.pin);
  switch (step.what) {
    case "upgrade":
      return desk.upgrade(number, { numbering: step.numbering });
    case "slipLost":
      return desk.slipLost(number);
    case "withdraw":
      return desk.withdraw(number, { pin });
    case "replace":
      return desk.replace(number, { numbering: step.numbering, pin });
    case "close":
      return desk.close(number);
    case "resetPin":
      return desk.resetPin(number);
    default:
      return desk.order(number);
  }
}
