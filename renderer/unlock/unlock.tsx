import { useEffect } from "react";
import { Gate } from "#renderer/sign-on/gate.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { EnterPassphrase } from "#renderer/unlock/enter-passphrase.tsx";
import { SetPassphrase } from "#renderer/unlock/set-passphrase.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1004 网点开机: the page of a live branch whose books are not open yet. */
export function Unlock() {
  const status = useTeller((teller) => teller.vault?.status);
  const read = useTeller((teller) => teller.readVault);
  useEffect(() => {
    void read();
  }, [read]);

  if (status === "opening") return <Opening />;
  if (status === "locked") return <EnterPassphrase />;
  if (status === "new" || status === "in-clear")
    return <SetPassphrase isOlder={status !== "new"} />;
  return null;
}

/** The books are being read for whoever gave the passphrase; the window hears when they are open. */
function Opening() {
  const words = useWords();
  return (
    <Gate title={words("vault:open.title")}>
      <p role="status">{words("vault:opening")}</p>
    </Gate>
  );
}
