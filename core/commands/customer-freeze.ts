import type { Hold } from "#core/account/hold.ts";
import type { Command, Context, Decision } from "#core/commands/command.ts";
import {
  type HeldAccount,
  heldAccount,
  holdFacts,
  holdNumber,
  liftable,
  othersStay,
} from "#core/commands/held-account.ts";
import { holderFacts, identify, identityFacts, matchDocument } from "#core/commands/identify.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";

type Act<A extends TransactionInput<"6008">["action"]> = Extract<
  TransactionInput<"6008">,
  { readonly action: A }
>;

/**
 * 6008 客户申请冻结/解冻 (W12, W13, B-CUST): at once and by anybody's quickest way, the counter or the
 * hotline, if the identity items agree; back only by the holder in person, before a supervisor.
 */
export const customerFreeze: Command<"6008"> = (input, context) =>
  input.action === "freeze" ? freeze(input, context) : unfreeze(input, context);

/**
 * Nothing leaves the account from this second; money still comes in. One that was stolen is frozen
 * for the police's case, with what the customer keeps as evidence (W13, W14).
 */
function freeze(input: Act<"freeze">, context: Context): Result<Decision, Refusal> {
  const found = heldAccount(input.account, context);
  if (!found.ok) return found;
  const { account, customer, holds } = found.value;
  const matched = matchDocument(customer, input.document, context);
  if (!matched.ok) return matched;
  const { why, policeCase, evidence } = input;
  if (why === "stolen" && !policeCase) return refuse({ code: "hold.police-case-needed" });
  if (holds.some(({ source }) => source.type === "customer" && source.why === why)) {
    return refuse({ code: "hold.already-placed" });
  }

  const hold: Hold = {
    id: holdNumber("6008", account, context),
    account: account.id,
    kind: "debit-block",
    source: { type: "customer", why, evidence, ...(policeCase ? { policeCase } : {}) },
    placedAt: context.now,
    status: "active",
  };
  const facts = [
    termFact("action", "action.freeze"),
    termFact("channel", `channel.${input.channel}`),
    ...holderFacts(customer),
    ...holdFacts(hold, account),
    termFact("freezeWhy", `freeze-why.${why}`),
    ...(policeCase ? [textFact("policeCase", policeCase)] : []),
    ...evidence.map((item) => textFact("evidence", item)),
    instantFact("acceptedAt", context.now),
    termFact("note", "note.credits-reach-frozen"),
    termFact("note", "note.holder-alone-unfreezes"),
    ...(why === "stolen" ? [termFact("note", "note.stolen-investigated")] : []),
  ];
  return accept({
    level: "A0",
    entries: [{ type: "hold.placed", hold }],
    outcome: { facts, relations: [] },
    slip: "general",
  });
}

/**
 * The holder takes back her own word. Of a stolen account the bank must have looked into it first
 * (W15). Only this one hold ends, whatever else lies on the account.
 */
function unfreeze(input: Act<"unfreeze">, context: Context): Result<Decision, Refusal> {
  const found = liftable(input.hold, "customer", context);
  if (!found.ok) return found;
  const { hold, source, file } = found.value;
  const identified = identify(file.customer, input.identity, context);
  if (!identified.ok) return identified;
  if (source.why === "stolen" && !input.finding) return refuse({ code: "hold.finding-needed" });

  return accept({
    level: "A2",
    entries: [{ type: "hold.lifted", hold: hold.id }],
    outcome: { facts: unfreezeFacts(input, hold, file), relations: [] },
    slip: "general",
  });
}

function unfreezeFacts(input: Act<"unfreeze">, hold: Hold, file: HeldAccount) {
  const { account, customer } = file;
  const { finding, identity } = input;
  const policeCase = hold.source.type === "customer" ? hold.source.policeCase : undefined;
  return [
    termFact("action", "action.unfreeze"),
    ...identityFacts(customer, identity),
    ...holdFacts(hold, account),
    instantFact("placedAt", hold.placedAt),
    ...(policeCase ? [textFact("policeCase", policeCase)] : []),
    ...(finding ? [textFact("finding", finding)] : []),
    termFact("note", "note.customer-freeze-ended"),
    ...othersStay(file, [hold.id]),
  ];
}
