import { Button, Checkbox } from "antd";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ReaderDeskView, ReaderSettings as Settings } from "#core/contract/reader-view.ts";
import { PortChoice } from "#renderer/screens/reader/port-choice.tsx";
import { chosenKey, keyOf, portOf, portOptions } from "#renderer/screens/reader/port-options.ts";
import { BaudRateChoice, DialectChoice } from "#renderer/screens/reader/setting-choices.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 读卡器设置 of this machine: what reader, at which port, how fast, and whether it is heard. */
export function ReaderSettings({
  desk,
  onUnsaved,
}: {
  readonly desk: ReaderDeskView;
  /** Told whether anything was changed and not saved. */
  readonly onUnsaved: (isUnsaved: boolean) => void;
}) {
  const words = useWords();
  const talk = useTeller((teller) => teller.readerTalks["reader.configure"]);
  const { mayConfigure } = desk;
  const { draft, change, isPortMissing, isUnsaved, options, save } = useDraft(desk);
  useUnsaved(isUnsaved, onUnsaved);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Who may not change them begins at the tests.
    if (mayConfigure) form.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [mayConfigure]);

  return (
    <section className="reader-part" aria-labelledby="reader-settings">
      <h2 id="reader-settings">{words("reader:settings.title")}</h2>
      {!mayConfigure && <p className="notable">{words("reader:settings.not-allowed")}</p>}
      <form ref={form} onSubmit={save} onKeyDown={submitOnControlEnter}>
        <DialectChoice
          chosen={draft.dialect}
          isDisabled={!mayConfigure}
          onChoose={(dialect) => change({ dialect })}
        />
        {draft.dialect === "wedge" ? (
          <p className="hint">{words("reader:port.wedge")}</p>
        ) : (
          <>
            <h3>{words("reader:port.label")}</h3>
            {desk.isFixedByStart ? (
              <FixedPort port={desk.settings.port} />
            ) : (
              <PortChoice
                options={options}
                choice={draft.choice}
                typed={draft.typed}
                isPortMissing={isPortMissing}
                isDisabled={!mayConfigure}
                onChoose={(choice) => change({ choice })}
                onType={(typed) => change({ typed })}
              />
            )}
            <BaudRateChoice
              chosen={draft.baudRate}
              isDisabled={!mayConfigure}
              onChoose={(baudRate) => change({ baudRate })}
            />
          </>
        )}
        <h3>{words("reader:sound.label")}</h3>
        <Checkbox
          disabled={!mayConfigure}
          checked={draft.sound}
          onChange={({ target }) => change({ sound: target.checked })}
        >
          {words("reader:sound.on")}
        </Checkbox>
        <div className="actions">
          <Button
            type="primary"
            htmlType="submit"
            disabled={!mayConfigure}
            loading={talk.step === "asking"}
          >
            {words("reader:settings.save")} Ctrl+Enter
          </Button>
          <output className={isUnsaved ? "unsaved" : "good"}>
            {isUnsaved && `● ${words("reader:settings.unsaved")}`}
            {!isUnsaved && talk.step === "answered" && `✓ ${words("reader:settings.saved")}`}
          </output>
        </div>
        <RefusalNote refusal={talk.step === "refused" ? talk.refusal : undefined} />
      </form>
    </section>
  );
}

/** A port that the start decides: which, once, and nothing to choose. */
function FixedPort({ port }: Pick<Settings, "port">) {
  const words = useWords();
  return (
    <>
      {port.by === "path" && <p className="figures">{port.path}</p>}
      <p className="hint">{words("reader:settings.fixed")}</p>
    </>
  );
}

/** Says to whom it matters that settings would be lost, and has it asked before they are. */
function useUnsaved(isUnsaved: boolean, onUnsaved: (isUnsaved: boolean) => void): void {
  const beginForm = useTeller((teller) => teller.beginForm);
  useEffect(() => onUnsaved(isUnsaved), [isUnsaved, onUnsaved]);
  useEffect(() => (isUnsaved ? beginForm("3015") : undefined), [isUnsaved, beginForm]);
}

interface Draft {
  readonly dialect: Settings["dialect"];
  readonly choice: string;
  readonly typed: string;
  readonly baudRate: Settings["baudRate"];
  readonly sound: boolean;
}

/** The settings while they are being changed. */
function useDraft({ settings, ports }: ReaderDeskView) {
  const askReader = useTeller((teller) => teller.askReader);
  const options = portOptions(ports, settings.port);
  const [draft, put] = useState<Draft>(() => ({
    dialect: settings.dialect,
    choice: chosenKey(settings.port, options),
    typed: settings.port.by === "path" ? settings.port.path : "",
    baudRate: settings.baudRate,
    sound: settings.sound,
  }));
  const [isPortMissing, sayMissing] = useState(false);

  function change(part: Partial<Draft>): void {
    sayMissing(false);
    put({ ...draft, ...part });
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { dialect, choice, typed, baudRate, sound } = draft;
    // A wedge has no port, so that whatever was set before stays for the next reader.
    const spare = dialect === "wedge" ? settings.port : undefined;
    const port = portOf(choice, typed, options) ?? spare;
    sayMissing(port === undefined);
    if (port) void askReader("reader.configure", { dialect, port, baudRate, sound });
    else event.currentTarget.querySelector<HTMLElement>("#reader-path")?.focus();
  }

  const isUnsaved = !isSaved(draft, settings, portOf(draft.choice, draft.typed, options));
  return { draft, change, isPortMissing, isUnsaved, options, save };
}

/** Whether the settings are what they were, whichever way the same port is chosen. */
function isSaved(draft: Draft, settings: Settings, port: Settings["port"] | undefined): boolean {
  const isSamePort =
    draft.dialect === "wedge" || (port !== undefined && keyOf(port) === keyOf(settings.port));
  return (
    isSamePort &&
    draft.dialect === settings.dialect &&
    draft.baudRate === settings.baudRate &&
    draft.sound === settings.sound
  );
}

/** Enter alone chooses in some fields; with Ctrl it saves from all of them. */
function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !event.ctrlKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
