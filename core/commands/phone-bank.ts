import { maskAccountNumber } from "#core/account/account-number.ts";
import { accountBehind } from "#core/commands/account-behind.ts";
import type { CardFile } from "#core/commands/card-file.ts";
import { openOnCard, registeredFacts } from "#core/commands/channel.ts";
import {
  closeAtCounter,
  holderAtCounter,
  openAtCounter,
} from "#core/commands/channel-at-counter.ts";
import type { Command, Context, Decision, Refused } from "#core/commands/command.ts";
import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { identityFacts } from "#core/commands/identify.ts";
import { registeredCard } from "#core/commands/registered-card.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { AGREEMENTS_MAX, type Payee } from "#core/e-bank/e-bank.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";

type Act<A extends TransactionInput<"5011">["action"]> = Extract<
  TransactionInput<"5011">,
  { readonly action: A }
>;

/**
 * 5011 电话银行 开通/注销/转账协议: the seeds' insiders opened it and wrote agreements behind the
 * customer's back, so each of these needs her in person and a supervisor (R17, R19).
 */
export const changePhoneBank: Command<"5011"> = (input, context) => {
  switch (input.action) {
    case "open":
      return openAtCounter("phone-bank", input, context);
    case "close":
      return close(input, context);
    case "agree":
      return agree(input, context);
    case "end-agreement":
      return endAgreement(input, context);
  }
};

function close(input: Act<"close">, context: Context): Result<Decision, Refusal> {
  const closed = closeAtCounter("phone-bank", input, context);
  return closed.ok ? decided(closed.value.entries, closed.value.facts) : closed;
}

/** A payee that money may go to by telephone from now on, agreed on with card and PIN. */
function agree(input: Act<"agree">, context: Context): Result<Decision, Refusal> | Refused {
  const shown = registeredCard({ ...input, checksPin: true }, context);
  if (!shown.ok) return shown;
  const { file } = shown.value;
  const registered = openOnCard("phone-bank", file, context);
  if (!registered.ok) return registered;
  const admitted = admit(input.payee, file, context);
  if (!admitted.ok) return admitted;

  const { customer } = file;
  const facts = [
    termFact("action", "action.agree"),
    ...identityFacts(customer, input.identity),
    ...registeredFacts(registered.value, context),
    termFact("channel", "channel.phone-bank"),
    // In full, for the customer must be able to check what she signs.
    ...payeeFacts(input.payee.name, input.payee.account),
    termFact("note", "note.never-tell-password"),
  ];
  return decided(
    [
      ...shown.value.entries,
      { type: "e-bank.payee-agreed", customer: customer.id, payee: input.payee },
    ],
    facts,
  );
}

/**
 * Refuses the paying account itself, one that is agreed on already, one too many, and of our own
 * accounts those that are closed or whose owner has another name.
 */
function admit(
  payee: Payee,
  { account, customer }: CardFile,
  context: Context,
): Result<Payee, Refusal> {
  const { payees } = eBankFileOf(customer.id, context.books).bank;
  if (payees.some((agreed) => agreed.account === payee.account)) {
    return refuse({ code: "e-bank.payee-known" });
  }
  if (payees.length >= AGREEMENTS_MAX) return refuse({ code: "e-bank.payees-full" });
  const reached = accountBehind(payee.account, context);
  if (reached === "elsewhere") return accept(payee);
  if (!reached.takesCredits) return refuse({ code: "account.unknown" });

  const { id, life, customer: of } = reached.account;
  if (id === account.id) return refuse({ code: "e-bank.same-account" });
  if (life === "closed") return refuse({ code: "account.closed" });
  const owner = known(context.books.find("customer", of), "an account has an owner");
  return owner.name === payee.name ? accept(payee) : refuse({ code: "e-bank.payee-name-differs" });
}

function endAgreement(input: Act<"end-agreement">, context: Context): Result<Decision, Refusal> {
  const holder = holderAtCounter(input, context);
  if (!holder.ok) return holder;
  const customer = holder.value;
  const { open, bank } = eBankFileOf(customer.id, context.books);
  const phone = open["phone-bank"];
  if (!phone) return refuse({ code: "e-bank.not-open", channel: "phone-bank" });
  const payee = bank.payees.find(({ account }) => account === input.account);
  if (!payee) return refuse({ code: "e-bank.payee-unknown" });

  const facts = [
    termFact("action", "action.end-agreement"),
    ...identityFacts(customer, input.identity),
    ...registeredFacts(phone, context),
    termFact("channel", "channel.phone-bank"),
    ...payeeFacts(payee.name, maskAccountNumber(payee.account)),
  ];
  return decided(
    [{ type: "e-bank.payee-ended", customer: customer.id, account: payee.account }],
    facts,
  );
}

function payeeFacts(name: string, account: string): readonly Fact[] {
  return [textFact("payee", name), textFact("payeeAccount", account)];
}

function decided(entries: readonly Entry[], facts: readonly Fact[]): Result<Decision, Refusal> {
  return accept({ level: "A2", entries, outcome: { facts, relations: [] }, slip: "general" });
}
