import { Button } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import type { Answer } from "#core/contract/contract.ts";
import type { ReaderDeskView, ReaderDialect } from "#core/contract/reader-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { Diagnosis } from "#renderer/screens/reader/diagnosis.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 检测: what the reader says of itself, whether its sensor feels, and which language it speaks. */
export function ReaderTests({
  desk: { mayConfigure, settings },
  isUnsaved,
}: {
  readonly desk: ReaderDeskView;
  readonly isUnsaved: boolean;
}) {
  const words = useWords();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where nothing can be set, this is the first thing that can be done.
    if (!mayConfigure) place.current?.querySelector("button")?.focus();
  }, [mayConfigure]);
  return (
    <section ref={place} className="reader-part" aria-labelledby="reader-tests">
      <h2 id="reader-tests">{words("reader:tests.title")}</h2>
      {isUnsaved && <p className="notable">{words("reader:tests.unsaved")}</p>}
      <DiagnoseTest dialect={settings.dialect} />
      <SensorTest />
      {settings.dialect === "wedge" ? (
        <p className="hint reader-test">{words("reader:find.wedge")}</p>
      ) : (
        <DialectTest />
      )}
    </section>
  );
}

function DiagnoseTest({ dialect }: { readonly dialect: ReaderDialect }) {
  const words = useWords();
  const talk = useTeller((teller) => teller.readerTalks["reader.diagnose"]);
  const askReader = useTeller((teller) => teller.askReader);
  return (
    <Test
      id="reader-diagnose"
      name={words("reader:diagnose.run")}
      explained={words("reader:diagnose.explained")}
      isWaiting={talk.step === "asking"}
      onRun={() => void askReader("reader.diagnose", undefined)}
      refusal={talk.step === "refused" ? talk.refusal : undefined}
    >
      {talk.step === "answered" && <Diagnosis diagnosis={talk.answer} dialect={dialect} />}
    </Test>
  );
}

function SensorTest() {
  const words = useWords();
  const talk = useTeller((teller) => teller.readerTalks["reader.test-sensor"]);
  const askReader = useTeller((teller) => teller.askReader);
  const wasCancelled = talk.step === "refused" && talk.refusal.code === "reader.cancelled";
  return (
    <Test
      id="reader-sensor"
      name={words("reader:sensor.run")}
      explained={words("reader:sensor.explained")}
      isWaiting={talk.step === "asking"}
      onRun={() => void askReader("reader.test-sensor", undefined)}
      refusal={talk.step === "refused" && !wasCancelled ? talk.refusal : undefined}
    >
      {talk.step === "asking" && <p className="sensor-waiting">{words("reader:sensor.waiting")}</p>}
      {wasCancelled && <p>{words("reader:sensor.cancelled")}</p>}
      {talk.step === "answered" && (
        <p className={talk.answer.isFelt ? "good" : "bad"}>
          <span aria-hidden="true">{talk.answer.isFelt ? "✓" : "✕"}</span>{" "}
          {words(talk.answer.isFelt ? "reader:sensor.felt" : "reader:sensor.not-felt")}
        </p>
      )}
    </Test>
  );
}

function DialectTest() {
  const words = useWords();
  const talk = useTeller((teller) => teller.readerTalks["reader.find-dialect"]);
  const askReader = useTeller((teller) => teller.askReader);
  return (
    <Test
      id="reader-find"
      name={words("reader:find.run")}
      explained={words("reader:find.explained")}
      more={words("reader:find.explained.more")}
      isWaiting={talk.step === "asking"}
      onRun={() => void askReader("reader.find-dialect", undefined)}
      refusal={talk.step === "refused" ? talk.refusal : undefined}
    >
      {talk.step === "asking" && <p>{words("reader:find.waiting")}</p>}
      {talk.step === "answered" && <FoundDialect found={talk.answer} />}
    </Test>
  );
}

function FoundDialect({ found }: { readonly found: Answer<"reader.find-dialect"> }) {
  const words = useWords();
  const chosen = useTeller((teller) => teller.readerDesk?.settings.dialect);
  if (found.isForeign) {
    return (
      <>
        <Finding isGood={false}>{words("reader:find.foreign")}</Finding>
        <More>{words("reader:find.foreign.more")}</More>
      </>
    );
  }
  if (found.dialect === undefined) {
    return <Finding isGood={false}>{words("reader:find.nothing")}</Finding>;
  }
  // The two kinds of the family answer alike: neither can be told from the other by asking.
  const isFamily = found.dialect === "msr605";
  const dialect = words(isFamily ? "reader:find.family" : `reader:dialect.${found.dialect}`);
  const isSame = chosen === found.dialect || (isFamily && chosen === "ezwriter");
  return chosen === undefined || isSame ? (
    <Finding isGood>{words("reader:find.same", { dialect })}</Finding>
  ) : (
    <Finding isGood={false}>
      {words("reader:find.other", { dialect, chosen: words(`reader:dialect.${chosen}`) })}
    </Finding>
  );
}

function More({ children }: { readonly children: string }) {
  const words = useWords();
  return (
    <details className="more">
      <summary>{words("reader:more")}</summary>
      {children}
    </details>
  );
}

function Finding({ isGood, children }: { readonly isGood: boolean; readonly children: ReactNode }) {
  return (
    <p className={isGood ? "good" : "bad"}>
      <span aria-hidden="true">{isGood ? "✓" : "⚠"}</span> {children}
    </p>
  );
}

/** Their words send to this very screen; here something else is said. */
const speaksOf3015: ReadonlySet<Refusal["code"]> = new Set([
  "reader.not-ready",
  "reader.not-supported",
]);

/** One test: its key, what it needs, and below them what came of it, said aloud. */
function Test({
  id,
  name,
  explained,
  more,
  isWaiting,
  onRun,
  refusal,
  children,
}: {
  readonly id: string;
  readonly name: string;
  readonly explained: string;
  /** What whoever installs a reader wants to know besides. */
  readonly more?: string;
  readonly isWaiting: boolean;
  readonly onRun: () => void;
  readonly refusal: Refusal | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="reader-test">
      <Button aria-describedby={id} loading={isWaiting} onClick={onRun}>
        {name}
      </Button>
      <span id={id} className="hint">
        {explained}
      </span>
      {more !== undefined && <More>{more}</More>}
      <div role="status">{children}</div>
      {refusal?.code === "reader.not-ready" && <NotTested status={refusal.status} />}
      {refusal?.code === "reader.not-supported" && <NotTested status="not-supported" />}
      <RefusalNote refusal={refusal && speaksOf3015.has(refusal.code) ? undefined : refusal} />
    </div>
  );
}

/** Why and what to do stands on this screen already: here, only that nothing was tested. */
function NotTested({ status }: { readonly status: string }) {
  const words = useWords();
  const what =
    status === "lost" || status === "absent" || status === "not-supported" ? status : "not-ready";
  return (
    <p role="alert" className="refusal">
      {words(`reader:untested.${what}`)}
    </p>
  );
}
