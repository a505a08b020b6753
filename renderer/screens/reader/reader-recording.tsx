import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import type { ReaderDeskView } from "#core/contract/reader-view.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 录制: what is said on the cable goes to a file that anybody may contribute. */
export function ReaderRecording({
  recording: { isOn, folder, left },
}: {
  readonly recording: ReaderDeskView["recording"];
}) {
  const words = useWords();
  const talk = useTeller((teller) => teller.readerTalks["reader.record"]);
  const askReader = useTeller((teller) => teller.askReader);
  const [device, name] = useState("");
  const [isNameless, sayNameless] = useState(false);

  function startOrStop(event: FormEvent): void {
    event.preventDefault();
    if (isOn) return void askReader("reader.record", { on: false });
    const named = device.trim();
    sayNameless(named === "");
    if (named !== "") void askReader("reader.record", { on: true, device: named });
  }

  return (
    <section className="reader-part" aria-labelledby="reader-recording">
      <h2 id="reader-recording">{words("reader:record.title")}</h2>
      <p className="hint">{words("reader:record.explained", { folder })}</p>
      <form className="filters" onSubmit={startOrStop}>
        <label htmlFor="reader-device">
          {words("reader:record.device")}
          <Input
            id="reader-device"
            autoComplete="off"
            maxLength={60}
            readOnly={isOn}
            aria-invalid={isNameless}
            aria-describedby={isNameless ? "reader-device-missing" : undefined}
            value={device}
            onChange={({ target }) => name(target.value)}
          />
        </label>
        {/* One key for both, so that the focus stays where it is. */}
        <Button htmlType="submit" loading={talk.step === "asking"}>
          {words(isOn ? "reader:record.stop" : "reader:record.start")}
        </Button>
        {isNameless && (
          <p id="reader-device-missing" role="alert" className="bad">
            {words("reader:record.device.missing")}
          </p>
        )}
      </form>
      <div role="status">
        {isOn && <p className="recording">● {words("reader:record.on")}</p>}
        {!isOn && talk.step === "answered" && <Stopped file={talk.answer.file} />}
        {!isOn && talk.step === "resting" && left !== undefined && (
          <p className="file">{words("reader:record.left", { file: left })}</p>
        )}
      </div>
      <RefusalNote refusal={talk.step === "refused" ? talk.refusal : undefined} />
      <details className="more">
        <summary>{words("reader:more")}</summary>
        <p className="hint">{words("reader:record.contribute")}</p>
      </details>
    </section>
  );
}

function Stopped({ file }: { readonly file: string | undefined }) {
  const words = useWords();
  return (
    <p className="file">
      {file === undefined ? words("reader:record.empty") : words("reader:record.file", { file })}
    </p>
  );
}
