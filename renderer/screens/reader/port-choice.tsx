import { Button, Input, Radio } from "antd";
import type { SerialPortView } from "#core/contract/reader-view.ts";
import {
  NONE,
  type PortOption,
  type PortOptions,
  TYPED,
} from "#renderer/screens/reader/port-options.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

interface Props {
  readonly options: PortOptions;
  readonly choice: string;
  readonly typed: string;
  readonly isPortMissing: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: (choice: string) => void;
  readonly onType: (path: string) => void;
}

/** 端口: none, one of those listed, a USB device in whatever socket, or a path that is typed. */
export function PortChoice(props: Props) {
  const words = useWords();
  const isListed = useTeller((teller) => teller.readerDesk?.ports !== undefined);
  // In a demonstration cards are swiped on the presenter's tray unless a cable is set up.
  const isSimulated = useTeller((teller) => teller.workstation?.kind === "demonstration");
  const readReader = useTeller((teller) => teller.readReader);
  const { options, choice, isDisabled, isPortMissing } = props;
  return (
    <>
      {!isListed && <p className="notable">{words("reader:port.unlisted")}</p>}
      <Radio.Group
        name="reader-port"
        aria-label={words("reader:port.label")}
        className="choices"
        disabled={isDisabled}
        value={choice}
        onChange={({ target }) => props.onChoose(String(target.value))}
      >
        <Radio value={NONE}>
          {words(isSimulated ? "reader:port.simulated" : "reader:port.none")}
        </Radio>
        <h4>{words("reader:port.by-path")}</h4>
        <Options options={options.byPath} />
        <Radio value={TYPED}>{words("reader:port.typed")}</Radio>
        {choice === TYPED && <TypedPath {...props} />}
        {isListed && (
          <>
            <h4>{words("reader:port.by-usb")}</h4>
            <Options options={options.byUsb} />
            {options.byUsb.length === 0 && <p className="hint">{words("reader:port.no-usb")}</p>}
          </>
        )}
      </Radio.Group>
      {isPortMissing && (
        <p id="reader-port-missing" role="alert" className="bad">
          {words(choice === TYPED ? "reader:port.path.missing" : "reader:port.missing")}
        </p>
      )}
      <Button size="small" onClick={() => void readReader()}>
        {words("reader:port.list")}
      </Button>
    </>
  );
}

function TypedPath({ typed, isPortMissing, isDisabled, onType }: Props) {
  const words = useWords();
  return (
    <div className="typed-path">
      <Input
        id="reader-path"
        className="figures"
        aria-label={words("reader:port.path")}
        aria-invalid={isPortMissing}
        aria-describedby={isPortMissing ? "reader-port-missing" : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={255}
        disabled={isDisabled}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}

function Options({ options }: { readonly options: readonly PortOption[] }) {
  const words = useWords();
  return options.map((option) => (
    <Radio key={option.key} value={option.key}>
      <span className="figures">{nameOf(words, option)}</span>{" "}
      <small className="hint">{aboutOf(words, option).join(" · ")}</small>
    </Radio>
  ));
}

function nameOf(words: Words, { port }: PortOption): string {
  if (port.by === "path") return port.path;
  return port.by === "usb" ? words("reader:port.usb", { ...port }) : words("reader:port.none");
}

/** What else is known: the maker, the other name of the same port, and what the chip proves. */
function aboutOf(words: Words, { port, found }: PortOption): readonly string[] {
  if (!found) return [words("reader:port.gone")];
  const about = [
    found.manufacturer,
    port.by === "usb" ? found.path : usbOf(words, found),
    port.by === "usb" && port.serialNumber !== undefined
      ? words("reader:port.serial", { serialNumber: port.serialNumber })
      : undefined,
    found.bridge && words("reader:port.bridge", { bridge: found.bridge }),
  ];
  return about.filter((one): one is string => one !== undefined && one !== "");
}

function usbOf(words: Words, { vendorId, productId }: SerialPortView): string | undefined {
  return vendorId === undefined || productId === undefined
    ? undefined
    : words("reader:port.usb", { vendorId, productId });
}
