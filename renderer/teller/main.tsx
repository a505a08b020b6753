import "#renderer/appearance/no-eval.ts";
import "antd/dist/reset.css";
import "antd/dist/antd.css";
import "#renderer/appearance/colours.css";
import "#renderer/appearance/page.css";
import "#renderer/frame/frame.css";
import "#renderer/transaction/transaction.css";
import "#renderer/unlock/unlock.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { TellerBridge } from "#core/contract/bridge.ts";
import { known } from "#core/kernel/assert.ts";
import { dropStyleElements } from "#renderer/appearance/no-style-elements.ts";
import { createTellerStore, listen } from "#renderer/store/teller-store.ts";
import { Surroundings } from "#renderer/teller/surroundings.tsx";
import { createSwipeTones, soundSwipes } from "#renderer/teller/swipe-sound.ts";
import { TellerWindow } from "#renderer/teller/teller-window.tsx";
import { createLanguage, rememberedLanguage } from "#renderer/wording/language.ts";

dropStyleElements();

// The edge of the window: the preload promises the contract, and the main process checks it.
const bridge = known(window.guitai, "the preload exposes the bridge") as TellerBridge;
const store = createTellerStore(bridge);
listen(store, bridge);
soundSwipes(
  store,
  bridge,
  createSwipeTones(() => new AudioContext()),
);
void store.getState().readWorkstation();

const language = createLanguage(rememberedLanguage());
document.documentElement.lang = language.language;

createRoot(known(document.getElementById("root") ?? undefined, "the page has a root")).render(
  <StrictMode>
    <Surroundings store={store} bridge={bridge} language={language}>
      <TellerWindow />
    </Surroundings>
  </StrictMode>,
);
