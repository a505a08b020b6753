import { Radio } from "antd";
import { ReaderDialect, type ReaderSettings as Settings } from "#core/contract/reader-view.ts";
import { useWords } from "#renderer/wording/words.ts";

const baudRates = [9600, 19200, 38400, 115200] as const satisfies readonly Settings["baudRate"][];

/** 读卡器类型: what each can do, and for whoever installs one, what to know of it. */
export function DialectChoice({
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
      <details className="more">
        <summary>{words("reader:dialect.more")}</summary>
        <dl>
          {ReaderDialect.options.map((dialect) => (
            <div key={dialect}>
              <dt>{words(`reader:dialect.${dialect}`)}</dt>
              <dd>{words(`reader:dialect.${dialect}.more`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** 波特率: how fast the line is. */
export function BaudRateChoice({
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
