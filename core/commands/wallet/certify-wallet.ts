import { maskAccountNumber } from "#core/account/account-number.ts";
import type { Command } from "#core/commands/command.ts";
import { identify, identityFacts } from "#core/commands/identify.ts";
import { walletFile } from "#core/commands/wallet/wallet-file.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { mayCertify } from "#core/wallet/wallet-life.ts";

/** 身份证、护照 (W08): what certifies a wallet. */
const accepted: readonly DocumentKind[] = ["resident-id", "passport"];

/**
 * 7102 e钱包 实名认证 (W07, W08): the holder in person, by identity card or passport and its check, and the
 * account that stands behind the wallet from now on. Another account of hers can take its place later.
 */
export const certifyWallet: Command<"7102"> = (input, context) => {
  const { books } = context;
  const found = walletFile(input.customer, books);
  if (!found.ok) return found;
  const { wallet, customer } = found.value;
  const kind = customer.documentKind;
  const identified = identify(customer, input.identity, context);
  if (!identified.ok) return identified;
  if (!accepted.includes(kind)) return refuse({ code: "wallet.document-kind", kind });
  const account = books.find("account", input.account);
  if (!account) return refuse({ code: "account.unknown" });
  const isOwn = account.customer === customer.id && account.product !== "time-deposit";
  if (!isOwn) return refuse({ code: "wallet.account-not-own" });
  if (account.life === "closed") return refuse({ code: "account.closed" });
  const may = mayCertify(wallet, account.id);
  if (!may.ok) return may;

  return accept({
    level: "A1",
    entries: [{ type: "wallet.certified", wallet: wallet.id, account: account.id }],
    outcome: {
      facts: [
        termFact("action", "action.certify"),
        textFact("wallet", wallet.id),
        ...identityFacts(customer, input.identity),
        textFact("linkedAccount", maskAccountNumber(account.number)),
        termFact("note", "note.wallet-certified"),
      ],
      relations: [],
    },
    slip: "general",
  });
};
