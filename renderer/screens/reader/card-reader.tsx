import { useEffect, useState } from "react";
import { ReaderRecording } from "#renderer/screens/reader/reader-recording.tsx";
import { ReaderSettings } from "#renderer/screens/reader/reader-settings.tsx";
import { ReaderTests } from "#renderer/screens/reader/reader-tests.tsx";
import { ReaderTrace } from "#renderer/screens/reader/reader-trace.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { readerSigns, readerTone, sayReaderWhole } from "#renderer/wording/say-reader.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 3015 读卡器: its settings, its tests, what is said on its cable, and a recording of it. */
export function CardReader() {
  const words = useWords();
  const desk = useTeller((teller) => teller.readerDesk);
  const refusal = useTeller((teller) => teller.readerRefusal);
  const [isUnsaved, tellUnsaved] = useState(false);
  useReader();
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="3015" />
      <Standing />
      <p className="notable">{words("reader:untried")}</p>
      <RefusalNote refusal={refusal} />
      {desk && (
        <div className="reader-parts">
          <ReaderSettings desk={desk} onUnsaved={tellUnsaved} />
          <div className="reader-column">
            <ReaderTests desk={desk} isUnsaved={isUnsaved} />
            <ReaderRecording recording={desk.recording} />
          </div>
          <ReaderTrace />
        </div>
      )}
    </section>
  );
}

/** Looks at the reader when the screen is opened, and waits for no card once it is left. */
function useReader(): void {
  const { store } = useCounter();
  useEffect(() => {
    void store.getState().readReader();
    return () => store.getState().leaveReader();
  }, [store]);
}

/** What the status bar says in short, in whole sentences. */
function Standing() {
  const words = useWords();
  const reader = useTeller((teller) => teller.workstation?.reader);
  const isFixed = useTeller((teller) => teller.readerDesk?.isFixedByStart);
  if (!reader) return null;
  const tone = readerTone(reader);
  return (
    <p className="reader-standing">
      <strong>{words("reader:now")}</strong>{" "}
      <span className={`reader-${tone}`} aria-hidden="true">
        {readerSigns[tone]}
      </span>{" "}
      {sayReaderWhole(words, reader, isFixed ? "start" : "here")}
    </p>
  );
}
