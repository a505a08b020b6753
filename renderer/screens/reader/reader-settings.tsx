import { Button, Checkbox, Radio } from "antd";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import {
  type ReaderDeskView,
  ReaderDialect,
  type ReaderSettings as Settings,
} from "#core/contract/reader-view.ts";
import { PortChoice } from "#renderer/screens/reader/port-choice.tsx";
import { chosenKey, portOf, portOptions } from "#renderer/screens/reader/port-options.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

const baudRates = [9600, 19200, 38400, 115200] as const satisfies readonly Settings["baudRate"][];

/** 读卡器设置 of this machine: what reader, at which port, how fast, and whether it is heard. */
export function ReaderSettings({ desk }: { readonly desk: ReaderDeskView }) {
  const words = useWords();
  const talk = useTeller((teller) => teller.readerTalks["reader.configure"]);
  const { mayConfigure } = desk;
  const { draft, change, isPortMissing, options, save } = useDraft(desk);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
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
            {desk.isFixedByStart && <p className="notable">{words("reader:settings.fixed")}</p>}
            <PortChoice
              options={options}
              choice={draft.choice}
              typed={draft.typed}
              isPortMissing={isPortMissing}
              isDisabled={!mayConfigure || desk.isFixedByStart}
              onChoose={(choice) => change({ choice })}
              onType={(typed) => change({ typed })}
            />
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
        </div>
        {talk.step === "answered" && (
          <output className="good">✓ {words("reader:settings.saved")}</output>
        )}
        <RefusalNote refusal={talk.step === "refused" ? talk.refusal : undefined} />
      </form>
    </section>
  );
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

  return { draft, change, isPortMissing, options, save };
}

function DialectChoice({
  chosen,
  isDisabled,
  onChoose,
}: {
  readonly chosen: Settings["dialect"];
  readonly isDisabled: boolean;
  readonly onChoose: (dialect: Settings["dialect"]) => void;
}) {
  const words = useWords();
  return (
    <>
      <h3>{words("reader:dialect.label")}</h3>
      <p className="hint">{words("reader:dialect.explained")}</p>
      <Radio.Group
        name="reader-dialect"
        aria-label={words("reader:dialect.label")}
        className="choices"
        disabled={isDisabled}
        value={chosen}
        onChange={({ target }) => onChoose(ReaderDialect.parse(target.value))}
      >
        {ReaderDialect.options.map((dialect) => (
          <Radio key={dialect} value={dialect}>
            {words(`reader:dialect.${dialect}`)}
            <small className="hint choice-is">{words(`reader:dialect.${dialect}.is`)}</small>
          </Radio>
        ))}
      </Radio.Group>
    </>
  );
}

function BaudRateChoice({
  chosen,
  isDisabled,
  onChoose,
}: {
  readonly chosen: Settings["baudRate"];
  readonly isDisabled: boolean;
  readonly onChoose: (baudRate: Settings["baudRate"]) => void;
}) {
  const words = useWords();
  return (
    <>
      <h3>{words("reader:baud.label")}</h3>
      <p className="hint">{words("reader:baud.explained")}</p>
      <Radio.Group
        name="reader-baud"
        aria-label={words("reader:baud.label")}
        className="choose-one"
        disabled={isDisabled}
        value={chosen}
        onChange={({ target }) =>
          onChoose(baudRates.find((rate) => rate === target.value) ?? chosen)
        }
      >
        {baudRates.map((rate) => (
          <Radio key={rate} value={rate} className="figures">
            {rate}
          </Radio>
        ))}
      </Radio.Group>
    </>
  );
}

/** Enter alone chooses in some fields; with Ctrl it saves from all of them. */
function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !event.ctrlKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
