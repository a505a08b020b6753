import { type AgencyRefusal, serves } from "#core/agency/agency.ts";
import type { OnBehalf, RegisteredAgent } from "#core/agency/on-behalf.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import { onBehalfFacts } from "#core/commands/represent.ts";
import type { Identity, Reporter, TransactionRequest } from "#core/contract/transactions.ts";
import { comerOf } from "#core/contract/who-may-come.ts";
import { accept, type Result } from "#core/kernel/result.ts";

/** Where a request may name somebody besides the holder; every input that has a place has this one. */
interface People {
  readonly reporter?: Reporter | undefined;
  readonly identity?: Identity | undefined;
}

/**
 * Whether whoever stands at the counter may ask for this at all (3.7), by the table of who may come:
 * asked of every request before any rule of its own.
 *
 * A guardian, or somebody for a holder who was visited at home, may come for what is the holder's; an
 * agent and a power of attorney never, whatever it says. An agency of the register serves through its
 * last day, and for its own transactions alone.
 */
export function agencyRefusal(
  request: TransactionRequest,
  context: Context,
): AgencyRefusal | undefined {
  const { reporter, identity }: People = request.input as People; // Both are these where they are.
  const agent = reporter === undefined || reporter.by === "holder" ? undefined : reporter;
  const onBehalf = identity?.onBehalf;
  if (agent && onBehalf) return { code: "agency.two-agents" };

  const { by, rule } = comerOf(request);
  if (agent && by !== "agent") return { code: "agency.holder-only", rule };
  if (agent?.by === "registered-agent") {
    return registeredRefusal(agent.agent, request, context);
  }
  return onBehalf && onBehalfRefusal(onBehalf, request, context);
}

function onBehalfRefusal(
  onBehalf: OnBehalf,
  request: TransactionRequest,
  context: Context,
): AgencyRefusal | undefined {
  if (onBehalf.basis !== "registered") {
    // T20, T24: nobody but the holder, or the legal representative of a child, keys in a secret.
    const isTold = onBehalf.basis === "home-visit" && asksPad(request.input);
    return isTold ? { code: "agency.pin-in-person" } : undefined;
  }

  const agency = context.books.find("agency", onBehalf.agent.agency);
  if (agency?.basis === "power-of-attorney") {
    return { code: "agency.holder-only", rule: comerOf(request).rule };
  }
  return registeredRefusal(onBehalf.agent, request, context);
}

function registeredRefusal(
  { agency }: RegisteredAgent,
  { code }: TransactionRequest,
  { books, today }: Context,
): AgencyRefusal | undefined {
  const served = serves(books.find("agency", agency), { code, today });
  return served.ok ? undefined : served.refusal;
}

/** Whether a request brings what was keyed in on the pad: a PIN, or a login password. */
function asksPad(input: TransactionRequest["input"]): boolean {
  const keyed = ["pin", "password", "open"] as const;
  return keyed.some((name) => name in input && input[name as keyof typeof input] !== undefined);
}

/**
 * Whatever is done for a holder who cannot act needs the branch head or two supervisors (3.7), and
 * slip and outcome name whoever came, with both checks.
 */
export function representedAtA3(
  decision: Decision,
  request: TransactionRequest,
  context: Context,
): Result<Decision, never> {
  const { identity }: People = request.input as People; // As above.
  if (!identity?.onBehalf) return accept(decision);

  const lines = onBehalfFacts(identity.onBehalf, context);
  const { outcome, paper } = decision;
  return accept({
    ...decision,
    level: "A3",
    outcome: { ...outcome, facts: [...outcome.facts, ...lines] },
    ...(paper ? { paper: [...paper, ...lines] } : {}),
  });
}
