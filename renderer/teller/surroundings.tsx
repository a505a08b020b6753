import type { i18n } from "i18next";
import { type ReactNode, useMemo } from "react";
import { I18nextProvider } from "react-i18next";
import type { TellerBridge } from "#core/contract/bridge.ts";
import { Appearance } from "#renderer/appearance/appearance.tsx";
import type { TellerStore } from "#renderer/store/teller-store.ts";
import { CounterContext } from "#renderer/store/use-teller.ts";

interface Props {
  readonly store: TellerStore;
  readonly bridge: TellerBridge;
  readonly language: i18n;
  readonly children: ReactNode;
}

/** What every component of the teller's window stands in: counter, language, appearance. */
export function Surroundings({ store, bridge, language, children }: Props) {
  const counter = useMemo(() => ({ store, bridge }), [store, bridge]);
  return (
    <CounterContext value={counter}>
      <I18nextProvider i18n={language}>
        <Appearance>{children}</Appearance>
      </I18nextProvider>
    </CounterContext>
  );
}
