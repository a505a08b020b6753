import { useRef, useState } from "react";
import { timeOf } from "#core/calendar/instant.ts";
import type { BankSessionView } from "#core/contract/bank-view.ts";
import { useWindowKeys } from "#renderer/appearance/window-keys.ts";
import { BankPage, type BankPageName, bankPages } from "#renderer/customer/bank/bank-page.tsx";
import { LogIn } from "#renderer/customer/bank/log-in.tsx";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { Keypad } from "#renderer/customer/phone/keypad.tsx";
import { type PhoneKey, pressPhoneKey, takesKeys } from "#renderer/customer/phone/keys.ts";
import { sessionOn } from "#renderer/customer/store/bank-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 手机银行(WAP): the same bank on a telephone of its time, with its keys (P09). */
export function Phone() {
  const words = useWords();
  const session = useCustomer(sessionOn("wap-bank"));
  const leave = useCustomer((customer) => customer.leavePayment);
  const isPaying = useCustomer(({ payment }) => payment.step !== "none");
  const screen = useRef<HTMLDivElement>(null);
  const turnPage = useCustomer((customer) => customer.turnPage);
  const [page, turnTo] = useState<BankPageName>();

  function open(next: BankPageName | undefined): void {
    turnTo(next);
    if (session) void turnPage();
  }

  function press(key: PhoneKey): void {
    if (screen.current) pressPhoneKey(screen.current, key);
  }
  function back(): void {
    if (isPaying) leave();
    else open(undefined);
  }
  const phone = usePhoneKeys((key) => (key === "back" ? back() : press(key)));

  return (
    <article ref={phone} className="phone" aria-label={words("display:place.wap-bank")}>
      <span className="earpiece" aria-hidden="true" />
      <div className="screen" ref={screen}>
        <PhoneStatus />
        <div className="wap">
          {session ? (
            <WapBank key={session.customer} session={session} page={page} onOpen={open} />
          ) : (
            <>
              <p className="wap-title">{words("phone:title")}</p>
              <LogIn channel="wap-bank" />
            </>
          )}
        </div>
      </div>
      <Keypad onPress={press} onBack={back} />
    </article>
  );
}

function PhoneStatus() {
  const words = useWords();
  const now = useCustomer(({ bank }) => bank?.now);
  return (
    <p className="phone-status">
      <span>{words("phone:signal")}</span>
      {now !== undefined && <time>{timeOf(now).slice(0, 5)}</time>}
    </p>
  );
}

interface WapProps {
  readonly session: BankSessionView;
  readonly page: BankPageName | undefined;
  readonly onOpen: (page: BankPageName | undefined) => void;
}

function WapBank({ session, page, onOpen }: WapProps) {
  const words = useWords();
  const logOut = useCustomer((customer) => customer.logOut);

  async function leaveBank(): Promise<void> {
    onOpen(undefined);
    await logOut();
  }

  if (page) {
    return (
      <>
        <FocusedHeading key={page} level="h2">
          {words(`bank:page.${page}`)}
        </FocusedHeading>
        <BankPage page={page} session={session} />
      </>
    );
  }
  return (
    <>
      <FocusedHeading key="menu" level="h2">
        {words("phone:title")}
      </FocusedHeading>
      <p>{words("bank:greeting", { name: session.name })}</p>
      <ol className="wap-menu">
        {bankPages.map((one, index) => (
          <li key={one}>
            <button type="button" data-digit={index + 1} onClick={() => onOpen(one)}>
              <span aria-hidden="true">{index + 1}. </span>
              {words(`bank:page.${one}`)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" data-digit={0} onClick={() => void leaveBank()}>
            <span aria-hidden="true">0. </span>
            {words("bank:log-out")}
          </button>
        </li>
      </ol>
    </>
  );
}

/**
 * Keys of the keyboard are the telephone's own while it is in view, wherever on it they are pressed,
 * or with nothing in focus; what lies beside it keeps its keys.
 */
function usePhoneKeys(onKey: (key: PhoneKey | "back") => void) {
  const phone = useRef<HTMLElement>(null);
  useWindowKeys((event) => {
    const { current } = phone;
    const { target } = event;
    if (!current || current.closest("[hidden], [inert]")) return;
    if (target !== document.body && !(target instanceof Node && current.contains(target))) return;
    const key = keyOf(event);
    if (!key || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onKey(key);
  });
  return phone;
}

/** Keys of a keyboard as keys of the telephone; undefined where they belong to a field or to nobody. */
function keyOf({ key, target }: KeyboardEvent): PhoneKey | "back" | undefined {
  if (key === "Escape") return "back";
  if (takesKeys(target)) return undefined;
  if (/^\d$/.test(key)) return { does: "digit", digit: key };
  const isRadio = target instanceof HTMLInputElement; // Arrows go from choice to choice there.
  if (key === "ArrowUp" && !isRadio) return { does: "up" };
  if (key === "ArrowDown" && !isRadio) return { does: "down" };
  return undefined;
}
