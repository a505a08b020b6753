import { useEffect } from "react";
import { useTeller } from "#renderer/store/use-teller.ts";
import { EnterPassphrase } from "#renderer/unlock/enter-passphrase.tsx";
import { SetPassphrase } from "#renderer/unlock/set-passphrase.tsx";

/** 1004 网点开机: the page of a live branch whose books are not open yet. */
export function Unlock() {
  const status = useTeller((teller) => teller.vault?.status);
  const read = useTeller((teller) => teller.readVault);
  useEffect(() => {
    void read();
  }, [read]);

  if (status === "locked") return <EnterPassphrase />;
  if (status === "new" || status === "in-clear")
    return <SetPassphrase isOlder={status !== "new"} />;
  return null;
}
