import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, type Instant, instant, timeOf } from "#core/calendar/instant.ts";
import { WaitingBadge, WaitingInBar } from "#renderer/screens/queue/waiting-here.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { switchLanguage } from "#renderer/wording/language.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Branch, business time, teller, language; and that a demonstration is one. */
export function TopBar() {
  const words = useWords();
  const { i18n } = useTranslation();
  const workstation = useTeller((teller) => teller.workstation);
  const customer = useTeller((teller) => teller.customer);
  const present = useTeller((teller) => teller.present);
  if (!workstation || workstation.session.status === "signed-off") return null;
  const { branch, kind, session } = workstation;

  return (
    <header className="top-bar">
      <span className="product">
        柜台 <small>Guitai</small>
      </span>
      <span className="top-branch">
        {i18n.language === "en" ? branch?.englishName : branch?.name}{" "}
        <span className="figures">{branch?.code}</span>
      </span>
      {kind === "demonstration" && (
        <button
          type="button"
          className="badge"
          title={words("shell:demonstration.explained")}
          onClick={() => present(true)}
        >
          {words("shell:demonstration")} F9
        </button>
      )}
      {customer && (
        <span className="top-customer">
          {customer.name} <span className="figures">{customer.documentNumber}</span>
          <WaitingBadge customer={customer.id} />
        </span>
      )}
      <span className="top-space" />
      <WaitingInBar />
      <Clock />
      <span>
        {session.name} <span className="figures">{session.teller}</span> ·{" "}
        {words(`shell:role.${session.role}`)}
      </span>
      <Button
        size="small"
        title={words("shell:language.switch")}
        onClick={() => void switchLanguage(i18n)}
      >
        {words("shell:language")}
      </Button>
    </header>
  );
}

/** Business date and time: the server's clock, carried on by the seconds since it was told. */
function Clock() {
  const words = useWords();
  const now = useBusinessNow();
  if (now === undefined) return null;
  return (
    <time className="figures" title={words("shell:clock.label")}>
      {dateOf(now)} {timeOf(now)}
    </time>
  );
}

function useBusinessNow(): Instant | undefined {
  const told = useTeller((teller) => teller.workstation?.now);
  const toldAt = useTeller((teller) => teller.toldAt);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return told === undefined
    ? undefined
    : instant(told + Math.max(0, Math.floor(performance.now() - toldAt)));
}
