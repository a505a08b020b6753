import type { Command, Context, Decision } from "#core/commands/command.ts";
import { holderFacts, identify, identityFacts, matchDocument } from "#core/commands/identify.ts";
import {
  otherFreezesStay,
  type WalletFile,
  walletFacts,
  walletFile,
} from "#core/commands/wallet/wallet-file.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { instantFact, termFact, textFact } from "#core/slip/facts.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { WalletFreeze, WalletFreezeKind } from "#core/wallet/wallet.ts";
import { mayFreeze, mayUnfreeze } from "#core/wallet/wallet-life.ts";

type Input = TransactionInput<"7101">;
type Act<A extends Input["action"]> = Extract<Input, { readonly action: A }>;

/**
 * 7101 e钱包 冻结/解冻 (W04, W12–W15): stopping protects and waits for nobody. A freeze is lifted by whom
 * 5.5 says: her own by herself, one for theft and one for risk on a supervisor's word and for a reason.
 */
export const freezeWallet: Command<"7101"> = (input, context) => {
  const found = walletFile(input.customer, context.books);
  if (!found.ok) return found;
  switch (input.action) {
    case "freeze":
      return freeze(input, found.value, context);
    case "unfreeze":
      return unfreeze(input, found.value, context);
    case "risk-freeze":
      return riskFreeze(input, found.value, context);
    case "risk-unfreeze":
      return riskUnfreeze(input, found.value, context);
    default:
      return unreachable(input);
  }
};

/** At her wish for a while, or because it was stolen: then for a case, with what she keeps (W13, W14). */
function freeze(
  input: Act<"freeze">,
  file: WalletFile,
  context: Context,
): Result<Decision, Refusal> {
  const matched = matchDocument(file.customer, input.document, context);
  if (!matched.ok) return matched;
  const { kind, words, evidence, case: number } = input;
  if (kind === "stolen" && !number) return refuse({ code: "wallet.case-needed" });
  const laid: WalletFreeze =
    kind === "stolen" && number
      ? { kind, since: context.now, words, case: number, evidence }
      : { kind, since: context.now, words };
  const note = kind === "stolen" ? "stolen-investigated" : "holder-lifts";
  return stopped(file, laid, context, [
    termFact("channel", `channel.${input.channel}`),
    ...holderFacts(file.customer),
    ...(laid.case ? [textFact("walletCase", laid.case)] : []),
    ...(laid.evidence ?? []).map((item) => textFact("evidence", item)),
    termFact("note", `note.wallet-${note}`),
  ]);
}

/** 风险冻结 (W04): the bank's own doubt about how the wallet is used. */
function riskFreeze(
  { words }: Act<"risk-freeze">,
  file: WalletFile,
  context: Context,
): Result<Decision, Refusal> {
  const laid = { kind: "risk", since: context.now, words } as const;
  return stopped(file, laid, context, [
    ...holderFacts(file.customer),
    termFact("note", "note.wallet-risk-looked-at"),
  ]);
}

function stopped(
  { wallet }: WalletFile,
  laid: WalletFreeze,
  { books, now }: Context,
  told: readonly Fact[],
): Result<Decision, Refusal> {
  const may = mayFreeze(wallet, laid.kind);
  if (!may.ok) return may;
  return accept({
    level: "A0",
    entries: [{ type: "wallet.frozen", wallet: wallet.id, freeze: laid }],
    outcome: {
      facts: [
        termFact("action", "action.freeze"),
        ...walletFacts(wallet, books),
        termFact("walletFreeze", `wallet-freeze.${laid.kind}`),
        textFact("reason", laid.words),
        ...told,
        instantFact("acceptedAt", now),
        termFact("note", "note.wallet-lets-nothing-out"),
      ],
      relations: [],
    },
    slip: "general",
  });
}

/**
 * By the holder in person: her own wish back at once, a theft only after the bank has looked into it and
 * says what it found (W15).
 */
function unfreeze(
  input: Act<"unfreeze">,
  file: WalletFile,
  context: Context,
): Result<Decision, Refusal> {
  const identified = identify(file.customer, input.identity, context);
  if (!identified.ok) return identified;
  const { kind, finding } = input;
  if (kind === "stolen" && !finding) return refuse({ code: "wallet.finding-needed" });
  return lifted(file, kind, context, [
    ...identityFacts(file.customer, input.identity),
    ...(finding ? [textFact("foundOut", finding)] : []),
  ]);
}

/** What the bank doubted is settled: in words, by two (W04). */
function riskUnfreeze(
  { finding }: Act<"risk-unfreeze">,
  file: WalletFile,
  context: Context,
): Result<Decision, Refusal> {
  return lifted(file, "risk", context, [
    ...holderFacts(file.customer),
    textFact("foundOut", finding),
  ]);
}

function lifted(
  { wallet }: WalletFile,
  kind: WalletFreezeKind,
  { books }: Context,
  told: readonly Fact[],
): Result<Decision, Refusal> {
  const may = mayUnfreeze(wallet, kind);
  if (!may.ok) return may;
  const freezes = wallet.freezes.filter((one) => one.kind === kind);
  return accept({
    level: kind === "customer" ? "A0" : "A2",
    entries: [{ type: "wallet.unfrozen", wallet: wallet.id, kind }],
    outcome: {
      facts: [
        termFact("action", "action.unfreeze"),
        ...walletFacts(wallet, books),
        termFact("walletFreeze", `wallet-freeze.${kind}`),
        ...freezes.flatMap(({ since, case: number }) => [
          instantFact("placedAt", since),
          ...(number ? [textFact("walletCase", number)] : []),
        ]),
        ...told,
        termFact("note", "note.wallet-freeze-ended"),
        ...otherFreezesStay(wallet, kind),
      ],
      relations: [],
    },
    slip: "general",
  });
}
