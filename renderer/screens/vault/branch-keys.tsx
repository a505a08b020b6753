import { useEffect } from "react";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { ChangePassphrase } from "#renderer/screens/vault/change-passphrase.tsx";
import { RotateKey } from "#renderer/screens/vault/rotate-key.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 1005: the passphrase and the data key of the branch, for those who keep them. */
export function BranchKeys() {
  const words = useWords();
  const vault = useTeller((teller) => teller.vault);
  const read = useTeller((teller) => teller.readVault);
  const role = useTeller((teller) => {
    const session = teller.workstation?.session;
    return session && "role" in session ? session.role : undefined;
  });
  useEffect(() => {
    void read();
  }, [read]);

  if (vault?.status !== "open") return null;
  const isLive = vault.kind === "live";
  const byStore = vault.keyStore ? "key-store" : "no-key-store";
  const opensBy = isLive ? byStore : "demonstration";
  const isKeeper = role === "branch-head" || role === "supervisor";
  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code="1005" isFirst={!isKeeper} />
      <p>
        {words("vault:keys.now", { number: vault.dataKey })}
        {words(`vault:keys.${opensBy}`)}
      </p>
      {!isKeeper && <p className="notable">{words("vault:keys.not-allowed")}</p>}
      {isLive && isKeeper && <ChangePassphrase />}
      {role === "branch-head" && <RotateKey isLive={isLive} />}
    </section>
  );
}
