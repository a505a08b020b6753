import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isFrozen, type Wallet, type WalletFreezeKind } from "#core/wallet/wallet.ts";
import type { WalletRefusal } from "#core/wallet/wallet-refusal.ts";

type May = Result<Wallet, WalletRefusal>;

/**
 * Whether a wallet may be given money or let it go at its owner's wish (5.5): certified, and nothing on
 * it. One that was stolen must not even be filled up out of the account behind it.
 */
export function mayMoveMoney(wallet: Wallet): May {
  const { life, freezes } = wallet;
  if (life === "closed") return refuse({ code: "wallet.none" });
  if (isFrozen(wallet)) {
    return refuse({ code: "wallet.frozen", kinds: freezes.map(({ kind }) => kind) });
  }
  return life === "registered" ? refuse({ code: "wallet.not-real-name" }) : accept(wallet);
}

/** Whether another's money may come in: a freeze lets nothing out and turns nothing away (L10). */
export function mayReceive({ life }: Wallet): boolean {
  return life === "real-name" || life === "active";
}

/** Whether it may be certified, or linked to another account than before (W07, W08). */
export function mayCertify(wallet: Wallet, account: string): May {
  const { life, freezes } = wallet;
  if (life === "closed") return refuse({ code: "wallet.none" });
  if (isFrozen(wallet)) {
    return refuse({ code: "wallet.frozen", kinds: freezes.map(({ kind }) => kind) });
  }
  return wallet.account === account ? refuse({ code: "wallet.already-real-name" }) : accept(wallet);
}

/** Whether a freeze of this kind may be laid on it: once, whatever others lie there (5.5). */
export function mayFreeze(wallet: Wallet, kind: WalletFreezeKind): May {
  if (wallet.life === "closed") return refuse({ code: "wallet.none" });
  return wallet.freezes.some((freeze) => freeze.kind === kind)
    ? refuse({ code: "wallet.already-frozen", kind })
    : accept(wallet);
}

/** Whether the freeze of this kind may be lifted: it alone, and no other with it (5.5). */
export function mayUnfreeze(wallet: Wallet, kind: WalletFreezeKind): May {
  if (wallet.life === "closed") return refuse({ code: "wallet.none" });
  return wallet.freezes.some((freeze) => freeze.kind === kind)
    ? accept(wallet)
    : refuse({ code: "wallet.not-frozen", kind });
}

/** Whether it may be closed: nothing lies on it (5.5). */
export function mayClose(wallet: Wallet): May {
  const { life, freezes } = wallet;
  if (life === "closed") return refuse({ code: "wallet.none" });
  return isFrozen(wallet)
    ? refuse({ code: "wallet.frozen", kinds: freezes.map(({ kind }) => kind) })
    : accept(wallet);
}
