import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { Watermark } from "#renderer/appearance/watermark.tsx";
import { PinPad } from "#renderer/customer/pin-pad.tsx";
import { switchLanguage } from "#renderer/wording/language.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The customer's display: a welcome, or the pad on which the PIN is keyed in. */
export function Display({ bridge }: { readonly bridge: CustomerBridge }) {
  const [view, show] = useState<DisplayView>();

  useEffect(() => {
    const stop = bridge.onNotice("display.changed", show);
    // Only until the first notice: what is told is newer than what was asked for.
    void bridge.request("display.view", undefined).then((reply) => {
      if (reply.ok) show((told) => told ?? reply.value);
    });
    return stop;
  }, [bridge]);

  if (!view) return null;
  return (
    <main className="display">
      <DisplayHead isDemonstration={view.demonstration} />
      {view.status === "idle" ? (
        <Welcome branchName={view.branchName} />
      ) : (
        // Every question starts with an empty pad; so does the same question asked again.
        <PinPad
          key={`${view.purpose}:${view.number}`}
          question={view}
          onEnter={(digits) => bridge.request("display.enter-pin", { digits })}
          onCancel={() => void bridge.request("display.cancel", undefined)}
        />
      )}
      {view.demonstration && <Watermark />}
    </main>
  );
}

function DisplayHead({ isDemonstration }: { readonly isDemonstration: boolean }) {
  const words = useWords();
  const { i18n } = useTranslation();
  return (
    <header className="display-head">
      <span className="product">
        柜台 <small>Guitai</small>
      </span>
      {isDemonstration && <span className="badge">{words("display:demonstration")}</span>}
      <button type="button" className="plain" onClick={() => void switchLanguage(i18n)}>
        {words("shell:language")}
      </button>
    </header>
  );
}

function Welcome({ branchName }: { readonly branchName: string }) {
  const words = useWords();
  return (
    <section className="welcome">
      <p className="welcome-branch">{branchName}</p>
      <h1>{words("display:welcome")}</h1>
      <p>{words("display:welcome.explained")}</p>
    </section>
  );
}
