import { Button, Spin } from "antd";
import { useTranslation } from "react-i18next";
import { Watermark } from "#renderer/appearance/watermark.tsx";
import { Desk } from "#renderer/frame/desk.tsx";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import { ChangePassword } from "#renderer/sign-on/change-password.tsx";
import { FoundBranch } from "#renderer/sign-on/found-branch.tsx";
import { Locked } from "#renderer/sign-on/locked.tsx";
import { SignOn } from "#renderer/sign-on/sign-on.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { Unlock } from "#renderer/unlock/unlock.tsx";
import { switchLanguage } from "#renderer/wording/language.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The teller's window: opening, sign-on or desk, by what the workstation says of itself. */
export function TellerWindow() {
  const { i18n } = useTranslation();
  const kind = useTeller((teller) => teller.workstation?.kind);
  useHotKey("Control+Shift+l", () => void switchLanguage(i18n));
  return (
    <>
      <Standing />
      {kind === "demonstration" && <Watermark />}
    </>
  );
}

/** Exactly one of these is mounted: what is locked away is not in the page at all. */
function Standing() {
  const isKnown = useTeller((teller) => teller.workstation !== undefined);
  const isLocked = useTeller((teller) => teller.workstationRefusal?.code === "workstation.locked");
  const hasBranch = useTeller((teller) => teller.workstation?.branch !== undefined);
  const status = useTeller((teller) => teller.workstation?.session.status);

  if (isLocked) return <Unlock />;
  if (!isKnown) return <Starting />;
  if (!hasBranch) return <FoundBranch />;
  if (status === "signed-on") return <Desk />;
  if (status === "locked") return <Locked />;
  if (status === "must-change-password") return <ChangePassword />;
  return <SignOn />;
}

function Starting() {
  const words = useWords();
  const refusal = useTeller((teller) => teller.workstationRefusal);
  const read = useTeller((teller) => teller.readWorkstation);
  if (!refusal) return <Spin className="starting" size="large" />;
  return (
    <main className="gate">
      <h1>{words("session:start.failed")}</h1>
      <RefusalNote refusal={refusal} />
      <Button type="primary" autoFocus onClick={() => void read()}>
        {words("session:start.again")}
      </Button>
    </main>
  );
}
