import type { Hold } from "#core/account/hold.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import {
  heldAccount,
  holdFacts,
  holdNumber,
  liftable,
  othersStay,
} from "#core/commands/held-account.ts";
import { holderFacts } from "#core/commands/identify.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { ControlReason, type TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

type Act<A extends TransactionInput<"6009">["action"]> = Extract<
  TransactionInput<"6009">,
  { readonly action: A }
>;

/**
 * 6009 银行控制 (B-RISK, 3.5): the bank limits an account while a reason lasts, and tells the customer
 * the reason and the remedy (反电诈法 18, 31, 32). Placed before a supervisor, lifted before the
 * branch head.
 */
export const bankControl: Command<"6009"> = (input, context) =>
  input.action === "place" ? place(input, context) : lift(input, context);

/** One control a kind and reason: the same twice would be lifted half. */
function place(input: Act<"place">, context: Context): Result<Decision, Refusal> {
  const found = heldAccount(input.account, context);
  if (!found.ok) return found;
  const { account, customer, holds } = found.value;
  const { control, reason, notice, words } = input;
  const isPlaced = holds.some(
    ({ kind, source }) => kind === control && source.type === "bank" && source.reason === reason,
  );
  if (isPlaced) return refuse({ code: "hold.already-placed" });

  const hold: Hold = {
    id: holdNumber("6009", account, context),
    account: account.id,
    kind: control,
    source: { type: "bank", reason, words },
    placedAt: context.now,
    status: "active",
  };
  const facts = [
    termFact("action", "action.place"),
    ...holderFacts(customer),
    ...holdFacts(hold, account),
    termFact("controlReason", `control-reason.${reason}`),
    textFact("placedWords", words),
    termFact("notice", `notice.${notice}`),
    instantFact("acceptedAt", context.now),
    termFact("note", "note.control-reason-and-remedy"),
  ];
  return accept({
    level: "A2",
    entries: [{ type: "hold.placed", hold }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

function lift(input: Act<"lift">, context: Context): Result<Decision, Refusal> {
  const found = liftable(input.hold, "bank", context);
  if (!found.ok) return found;

  const { hold, source, file } = found.value;
  const facts = [
    termFact("action", "action.lift"),
    ...holderFacts(file.customer),
    ...holdFacts(hold, file.account),
    ...placedFacts(source, hold),
    textFact("liftedWords", input.words),
    termFact("note", "note.control-ended"),
    ...othersStay(file, [hold.id]),
  ];
  return accept({
    level: "A3",
    entries: [{ type: "hold.lifted", hold: hold.id }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

/** Why and when it was placed: whoever agrees to the lifting weighs that against the reason to lift. */
function placedFacts(
  { reason: code, words }: { readonly reason: string; readonly words?: string | undefined },
  { placedAt }: Hold,
): readonly Fact[] {
  const reason = ControlReason.options.find((one) => one === code);
  return [
    instantFact("placedAt", placedAt),
    ...(reason ? [termFact("controlReason", `control-reason.${reason}`)] : []),
    ...(words ? [textFact("placedWords", words)] : []),
  ];
}
