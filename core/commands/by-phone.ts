import { concernedBy } from "#core/books/concern.ts";
import type { Context, Decision } from "#core/commands/command.ts";
import { openCall } from "#core/commands/hotline.ts";
import { customersNamed } from "#core/commands/own-business.ts";
import type { TransactionRequest } from "#core/contract/transactions.ts";
import type { CallRefusal } from "#core/hotline/call.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { textFact } from "#core/slip/facts.ts";

/**
 * Whether a request is one that somebody on the telephone may ask for: a loss that is said, and
 * freezes that the holder takes back herself. Everything here protects, and nothing lets money go.
 */
export function isByPhone({ code, input }: TransactionRequest): boolean {
  switch (code) {
    case "4001":
      return input.channel === "phone";
    case "6008":
      return input.action === "freeze" && input.channel === "phone";
    case "7003":
      return input.action === "suspend" && input.channel === "phone";
    case "7101":
      return input.action === "freeze" && input.channel === "phone";
    case "7201":
      return true;
    default:
      return false;
  }
}

/**
 * While a teller has somebody on the telephone, nothing else is done for that customer: not even what
 * the very same person might ask for at the counter, for she is not there (W12). Other customers are
 * served as ever, and so is she once the call has ended.
 */
export function notByPhone(request: TransactionRequest, context: Context): CallRefusal | undefined {
  const call = openCall(context);
  if (!call || isByPhone(request)) return undefined;
  const isNamed = customersNamed(context.books, request.input).includes(call.customer);
  return isNamed ? { code: "call.not-by-phone", call: call.id } : undefined;
}

/**
 * The same for what a request does not name and would change all the same, such as a hold that is lifted
 * or a posting that is undone. A transfer is the payer's business, even where the caller is paid by it.
 * What may be done names the call on its slip, so that the recording can be found.
 */
export function nothingElseByPhone(
  decision: Decision,
  request: TransactionRequest,
  context: Context,
): Result<Decision, CallRefusal> {
  const call = openCall(context);
  if (!call || request.code === "3013" || request.code === "7201") return accept(decision);
  const { books, now, today } = context;
  const stamp = { recordedAt: now, businessDate: today };
  const isAbout = concernedBy(books, decision.entries, stamp).has(call.customer);
  if (!isAbout) return accept(decision);
  if (!isByPhone(request)) return refuse({ code: "call.not-by-phone", call: call.id });

  const named = textFact("call", call.id);
  const { outcome, paper } = decision;
  return accept({
    ...decision,
    outcome: { ...outcome, facts: [...outcome.facts, named] },
    ...(paper ? { paper: [...paper, named] } : {}),
  });
}
