import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { Checkout } from "#renderer/customer/checkout/checkout.tsx";
import { DisplayHead } from "#renderer/customer/display-head.tsx";
import { firstStop, takeLostFocus } from "#renderer/customer/focus.ts";
import { CardBeside, Hand } from "#renderer/customer/hand/hand.tsx";
import { Messages } from "#renderer/customer/messages/messages.tsx";
import { Ringing } from "#renderer/customer/messages/ringing.tsx";
import { Phone } from "#renderer/customer/phone/phone.tsx";
import { Shop } from "#renderer/customer/shop/shop.tsx";
import { Site } from "#renderer/customer/site/site.tsx";
import { createCustomerStore, listenAsCustomer } from "#renderer/customer/store/customer-store.ts";
import { isAtHome, type Place } from "#renderer/customer/store/place-slice.ts";
import { CustomerContext } from "#renderer/customer/store/use-customer.ts";
import { Switcher } from "#renderer/customer/switcher.tsx";
import { WalletPlace } from "#renderer/customer/wallet/wallet.tsx";
import { type BranchNames, Welcome } from "#renderer/customer/welcome.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly bridge: CustomerBridge;
  readonly view: DisplayView;
  /** The pad, while a PIN or password is asked for: then nothing else is there. */
  readonly pad: ReactNode;
}

/**
 * The customer's window of a demonstration. All that it plays stays as it is while another part of it
 * is in view, and while the pad has taken the window over; then it comes back, the focus with it.
 */
export function Playing({ bridge, view, pad }: Props) {
  const [store] = useState(() => createCustomerStore(bridge));
  useEffect(() => listenAsCustomer(store, bridge), [store, bridge]);
  const place = useStore(store, (customer) => customer.place);
  const isBeside = useStore(store, (customer) => customer.isCardBeside);
  const isAsking = pad !== undefined;
  const { keepFocus } = useFocusGivenBack(isAsking);
  const branch = useLastBranch(view);
  useTitle(isAsking ? "counter" : place);

  return (
    <CustomerContext value={store}>
      <DisplayHead isDemonstration>{!isAsking && <Switcher />}</DisplayHead>
      {pad && <main className="asking">{pad}</main>}
      <main className="stage" hidden={isAsking} inert={isAsking} onFocus={keepFocus}>
        <Part name="counter" place={place}>
          <Welcome {...branch} />
        </Part>
        <Part name="internet-bank" place={place}>
          <Site />
        </Part>
        <Part name="shop" place={place}>
          <Shop />
        </Part>
        <Part name="wap-bank" place={place}>
          <Phone />
        </Part>
        <Part name="card" place={place}>
          <Hand />
        </Part>
        <Part name="messages" place={place}>
          <Messages />
        </Part>
        <Part name="wallet" place={place}>
          <WalletPlace />
        </Part>
        <Part name="checkout" place={place}>
          <Checkout />
        </Part>
        {isAtHome(place) && isBeside && <CardBeside />}
      </main>
      <Ringing isAsking={isAsking} />
    </CustomerContext>
  );
}

function Part({
  name,
  place,
  children,
}: {
  readonly name: Place;
  readonly place: Place;
  readonly children: ReactNode;
}) {
  const isHere = name === place;
  const part = useRef<HTMLDivElement>(null);
  // Keys that lead here from another place leave the focus on what is out of view now.
  useEffect(() => {
    if (isHere && part.current) takeLostFocus(firstStop(part.current));
  }, [isHere]);
  return (
    <div ref={part} className={`part ${name}`} hidden={!isHere}>
      {children}
    </div>
  );
}

/** The title of the window says what it plays. */
function useTitle(place: Place): void {
  const words = useWords();
  const title = words("display:title", { place: words(`display:place.${place}`) });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Remembers where the focus was before the pad came, and puts it back there. */
function useFocusGivenBack(isAsking: boolean) {
  const last = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (!isAsking) last.current?.focus();
  }, [isAsking]);
  return {
    keepFocus({ target }: FocusEvent): void {
      if (target instanceof HTMLElement) last.current = target;
    },
  };
}

/** The branch's name comes with the welcome only, and the welcome stays while the pad is there. */
function useLastBranch(view: DisplayView): BranchNames {
  const [name, keep] = useState<BranchNames>({ branchName: "", branchEnglishName: "" });
  const told = view.status === "idle" ? view : name;
  useEffect(() => keep(told), [told]);
  return told;
}
