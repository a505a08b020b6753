import { Suspense } from "react";
import { Presenter } from "#renderer/demonstration/presenter.tsx";
import { ChangeCustomer } from "#renderer/frame/change-customer.tsx";
import { Help } from "#renderer/frame/help.tsx";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import { useIdleLock } from "#renderer/frame/idle-lock.ts";
import { LeaveForm } from "#renderer/frame/leave-form.tsx";
import { Palette } from "#renderer/frame/palette.tsx";
import { SidePanel } from "#renderer/frame/side-panel.tsx";
import { StatusBar } from "#renderer/frame/status-bar.tsx";
import { SwipeAlert } from "#renderer/frame/swipe-alert.tsx";
import { TopBar } from "#renderer/frame/top-bar.tsx";
import { HomePage } from "#renderer/home/home-page.tsx";
import { screens } from "#renderer/screens/screens.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

/** The desk of a teller who is signed on: bars around one screen. */
export function Desk() {
  const overlay = useTeller((teller) => teller.overlay);
  const isDemonstration = useTeller((teller) => teller.workstation?.kind === "demonstration");
  const isPresenting = useTeller((teller) => teller.isPresenting);
  useIdleLock();
  useDeskKeys(isDemonstration);

  return (
    <div className="desk">
      <TopBar />
      <SidePanel />
      <main className="desk-main">
        <SwipeAlert />
        <Screen />
      </main>
      {isDemonstration && isPresenting && <Presenter />}
      <StatusBar />
      {overlay === "palette" && <Palette />}
      {overlay === "help" && <Help />}
      <ChangeCustomer />
      <LeaveForm />
    </div>
  );
}

function useDeskKeys(isDemonstration: boolean): void {
  const { store } = useCounter();
  const toggle = (overlay: "palette" | "help") => () =>
    store.getState().showOverlay(store.getState().overlay === overlay ? "none" : overlay);

  useHotKey("F1", toggle("help"));
  useHotKey("Control+k", toggle("palette"));
  useHotKey("F9", () => {
    const { present, isPresenting } = store.getState();
    if (isDemonstration) present(!isPresenting);
  });
  useHotKey("Escape", () => store.getState().back());
  useHotKey("Control+l", () => void store.getState().lock(false));
}

/**
 * The screen of the code that was opened; a new visit starts afresh. What must be done first lies
 * over it, and it waits behind as it was.
 */
function Screen() {
  const place = useTeller((teller) => teller.place);
  const visit = useTeller((teller) => teller.visit);
  const aside = useTeller((teller) => teller.aside);
  const Opened = place.at === "screen" ? screens[place.code] : undefined;
  const Aside = aside && screens[aside.code];
  return (
    <Suspense>
      {Aside && <Aside />}
      <div hidden={aside !== undefined}>
        {Opened ? <Opened key={visit} /> : <HomePage key={visit} />}
      </div>
    </Suspense>
  );
}
