import "#renderer/appearance/no-eval.ts";
import "antd/dist/reset.css";
import "#renderer/appearance/colours.css";
import "#renderer/appearance/page.css";
import "#renderer/customer/display.css";
import "#renderer/customer/bank/bank.css";
import "#renderer/customer/site/site.css";
import "#renderer/customer/shop/shop.css";
import "#renderer/customer/phone/phone.css";
import "#renderer/customer/hand/hand.css";
import "#renderer/customer/messages/messages.css";
import "#renderer/customer/wallet/wallet.css";
import "#renderer/customer/checkout/checkout.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import { known } from "#core/kernel/assert.ts";
import { Display } from "#renderer/customer/display.tsx";
import { createLanguage, rememberedLanguage } from "#renderer/wording/language.ts";

// The edge of the window: the preload promises the contract, and the main process checks it.
const bridge = known(window.guitai, "the preload exposes the bridge") as CustomerBridge;
const language = createLanguage(rememberedLanguage());
document.documentElement.lang = language.language;

createRoot(known(document.getElementById("root") ?? undefined, "the page has a root")).render(
  <StrictMode>
    <I18nextProvider i18n={language}>
      <Display bridge={bridge} />
    </I18nextProvider>
  </StrictMode>,
);
