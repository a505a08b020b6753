import { cleanup, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { onTestFinished } from "vitest";
import type { CustomerView } from "#core/contract/customer-view.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import { createTellerStore, listen } from "#renderer/store/teller-store.ts";
import { Surroundings } from "#renderer/teller/surroundings.tsx";
import { createLanguage, type Language } from "#renderer/wording/language.ts";
import { type Answers, fakeBridge } from "#tests/renderer/support/fake-bridge.ts";
import { workstationView } from "#tests/renderer/support/views.ts";

interface Setting {
  readonly answers?: Answers;
  readonly workstation?: WorkstationView;
  readonly customer?: CustomerView;
  readonly language?: Language;
}

/** Puts a screen before a teller who is signed on, with a fake main process behind it. */
export function renderCounter(screen: ReactNode, setting: Setting = {}) {
  const bridge = fakeBridge(setting.answers);
  const store = createTellerStore(bridge);
  const stop = listen(store, bridge);
  onTestFinished(() => {
    stop();
    cleanup();
  });

  store.getState().tellWorkstation(setting.workstation ?? workstationView());
  if (setting.customer) store.getState().chooseCustomer(setting.customer);

  const language = createLanguage(setting.language ?? "zh-CN");
  const view = render(
    <Surroundings store={store} bridge={bridge} language={language}>
      {screen}
    </Surroundings>,
  );
  return { ...view, bridge, store, language, user: userEvent.setup() };
}
