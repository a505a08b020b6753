import {
  type CodeSent,
  sendCode,
  type TypedCode,
  takeCode,
} from "#core/commands/online/e-pay/code.ts";
import type { OnlineResult } from "#core/commands/online/online.ts";
import {
  type PersonTyped,
  personTyped,
  verifiersOf,
} from "#core/commands/online/wallet/register.ts";
import type { WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { ownerOf, type WalletFile, walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { goodPasswords, type TypedPasswords } from "#core/wallet/wallet-password.ts";

/** 重置密码, first step: with the link of the counter open, a code goes to the telephone (W10, 7103). */
export function askToReset(typed: PersonTyped, context: WalletContext): OnlineResult<CodeSent> {
  const offered = offeredTo(typed, context);
  if (!offered.ok) return offered;
  const request = { ...bound(offered.value), to: typed.phone, values: {} };
  const sent = sendCode(request, context);
  if (!sent.ok) return sent;
  const { entries, sent: outcome } = sent.value;
  return accept({ entries, outcome, facts: factsOf(offered.value) });
}

/**
 * 重置密码, second step: she chooses both passwords anew (W06, W10, W11). The link is used up by it. What
 * lies on the wallet stays there: a reset lifts nothing.
 */
export function resetPasswords(
  resetting: PersonTyped & { readonly typed: TypedCode; readonly passwords: TypedPasswords },
  context: WalletContext,
): OnlineResult<"reset"> {
  const offered = offeredTo(resetting, context);
  if (!offered.ok) return offered;
  const { wallet, customer } = offered.value;
  const good = goodPasswords(resetting.passwords, ownerOf(customer));
  if (!good.ok) return good;
  const taken = takeCode(resetting.typed, bound(offered.value), context);
  if (!taken.ok) return taken;

  const passwords = verifiersOf(customer, good.value, context);
  return accept({
    entries: [...taken.value, { type: "wallet.passwords-set", wallet: wallet.id, passwords }],
    outcome: "reset",
    facts: factsOf(offered.value),
  });
}

function offeredTo(typed: PersonTyped, context: WalletContext): Result<WalletFile, Refusal> {
  const person = personTyped(typed, context.books);
  if (!person.ok) return person;
  const file = walletFile(person.value.id, context.books);
  if (!file.ok) return file;
  const { resetUntil } = file.value.wallet;
  return resetUntil !== undefined && context.now <= resetUntil
    ? file
    : refuse({ code: "wallet.no-reset-link" });
}

const bound = ({ wallet }: WalletFile) =>
  ({ customer: wallet.customer, purpose: "wallet.reset", elements: [wallet.id] }) as const;

const factsOf = ({ wallet }: WalletFile) => [
  termFact("channel", "channel.e-wallet"),
  textFact("wallet", wallet.id),
];
