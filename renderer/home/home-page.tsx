import { useOffered } from "#renderer/frame/offered.ts";
import { DueList } from "#renderer/home/due-list.tsx";
import { FreezesEnding } from "#renderer/home/freezes-ending.tsx";
import { MyDay } from "#renderer/home/my-day.tsx";
import { useDue } from "#renderer/home/use-due.ts";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

const quick: readonly ScreenCode[] = [
  "4001",
  "4002",
  "4007",
  "4006",
  "3003",
  "5001",
  "5002",
  "3012",
  "3011",
  "4010",
];

/** Between customers: what to do next, and what is due. */
export function HomePage() {
  const words = useWords();
  const { due, refusal } = useDue();
  const offered = useOffered();
  const seesCustomers = offered.includes("4010");
  const openScreen = useTeller((teller) => teller.openScreen);
  return (
    <section className="home" aria-labelledby="home-title">
      <header className="home-ready">
        <h1 id="home-title">{words("home:ready.title")}</h1>
        <p>{words("home:ready.explained")}</p>
      </header>
      <MyDay due={due} />
      <section aria-labelledby="quick-title">
        <h2 id="quick-title">{words("home:quick.title")}</h2>
        <div className="quick">
          {quick
            .filter((code) => offered.includes(code))
            .map((code) => (
              <button type="button" key={code} onClick={() => openScreen(code)}>
                <span className="figures code">{code}</span>
                <span>{words(`transaction:${code}`)}</span>
              </button>
            ))}
        </div>
      </section>
      <FreezesEnding />
      {seesCustomers && (refusal ? <RefusalNote refusal={refusal} /> : <DueList due={due} />)}
    </section>
  );
}
