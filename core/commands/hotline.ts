import type { Command, Context, Decision, Refused } from "#core/commands/command.ts";
import { lastVisit } from "#core/commands/last-visit.ts";
import { maskTypedPhone } from "#core/commands/represent.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import type { Customer } from "#core/customer/customer.ts";
import { type Call, CallId } from "#core/hotline/call.ts";
import { identified, questionsFor } from "#core/hotline/questions.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

type Act<A extends TransactionInput<"7201">["action"]> = Extract<
  TransactionInput<"7201">,
  { readonly action: A }
>;

/**
 * 7201 客服热线 (W12, T03, O10): somebody calls, says who they are, and may then report a loss or ask
 * for a short freeze, as long as the call is open. What was asked and whether it was right is kept; the
 * answers are not.
 */
export const answerHotline: Command<"7201"> = (input, context) =>
  input.action === "start" ? start(input, context) : end(input, context);

/** The call of this teller that is open now, if any. */
export function openCall({ books, teller }: Pick<Context, "books" | "teller">): Call | undefined {
  return books.list("call", "status", "open").find((call) => call.teller === teller.id);
}

/** The same, where it is about this customer. */
export function callAbout(
  customer: string,
  context: Pick<Context, "books" | "teller">,
): Call | undefined {
  const call = openCall(context);
  return call?.customer === customer ? call : undefined;
}

/**
 * Whoever fails is refused, and the attempt is kept as a call that ended at once: somebody tried to be
 * this customer (R17).
 */
function start(input: Act<"start">, context: Context): Result<Decision, Refusal> | Refused {
  const { books, now, teller } = context;
  const customer = books.find("customer", input.customer);
  if (!customer) return refuse({ code: "customer.unknown" });
  const before = openCall(context);
  if (before) return refuse({ code: "call.already-open", call: before.id });

  const { callerName, callerPhone, asked } = input;
  const call: Call = {
    id: CallId.parse(`hc-${books.count("call") + 1}`),
    customer: customer.id,
    teller: teller.id,
    ...{ callerName, callerPhone, asked, startedAt: now, status: "open" },
  };
  const askable = questionsFor(customer, () => lastVisit(context.concerning(customer.id)));
  const proven = identified(asked, askable);
  if (!proven.ok) {
    return proven.refusal.code === "call.not-identified"
      ? { ...proven, entries: [{ type: "call.started", call }, ended(call, context)] }
      : proven;
  }

  return decided(
    [{ type: "call.started", call }],
    [
      termFact("action", "action.call-start"),
      ...callFacts(call, customer),
      ...asked.map(({ question, right }) =>
        termFact(right ? "questionRight" : "questionWrong", `question.${question}`),
      ),
    ],
  );
}

function end(input: Act<"end">, context: Context): Result<Decision, Refusal> {
  const call = openCall(context);
  if (call?.id !== input.call) return refuse({ code: "call.not-open" });
  const customer = known(context.books.find("customer", call.customer), "a call is about somebody");
  return decided(
    [ended(call, context)],
    [
      termFact("action", "action.call-end"),
      ...callFacts(call, customer),
      instantFact("callStartedAt", call.startedAt),
    ],
  );
}

/** A call is over with the one who takes it: whoever leaves the counter ends theirs (D07). */
export function callsEnded({
  books,
  now,
  tellers,
}: Pick<Context, "books" | "now"> & { readonly tellers: readonly string[] }): readonly Entry[] {
  return books
    .list("call", "status", "open")
    .filter(({ teller }) => tellers.includes(teller))
    .map((call) => ended(call, { now }));
}

function ended({ id }: Call, { now }: Pick<Context, "now">): Entry {
  return { type: "call.ended", call: id, at: now };
}

function callFacts({ id, callerName, callerPhone }: Call, { name }: Customer): readonly Fact[] {
  return [
    textFact("call", id),
    textFact("customer", name),
    textFact("caller", callerName),
    textFact("callerPhone", maskTypedPhone(callerPhone)),
  ];
}

/** Nothing is handed over by telephone: there is no slip, and nobody else's word is waited for. */
function decided(entries: readonly Entry[], facts: readonly Fact[]): Result<Decision, Refusal> {
  return accept({ level: "A0", entries, outcome: { facts, relations: [] } });
}
