import type { MouseEvent } from "react";
import type { PhoneKey } from "#renderer/customer/phone/keys.ts";
import { useWords } from "#renderer/wording/words.ts";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

interface Props {
  readonly onPress: (key: PhoneKey) => void;
  readonly onBack: () => void;
}

/** The keys of the telephone. Pressing one leaves the focus in the screen, where it belongs. */
export function Keypad({ onPress, onBack }: Props) {
  const words = useWords();
  const digit = (one: string) => (
    <button type="button" key={one} onClick={() => onPress({ does: "digit", digit: one })}>
      {one}
    </button>
  );
  return (
    <fieldset className="keys" aria-label={words("phone:keys")} onMouseDown={keepFocus}>
      <div className="soft-keys">
        <button type="button" onClick={() => onPress({ does: "choose" })}>
          {words("phone:choose")}
        </button>
        <button
          type="button"
          className="arrow"
          aria-label={words("phone:up")}
          onClick={() => onPress({ does: "up" })}
        >
          ▲
        </button>
        <button
          type="button"
          className="arrow"
          aria-label={words("phone:down")}
          onClick={() => onPress({ does: "down" })}
        >
          ▼
        </button>
        <button type="button" onClick={onBack}>
          {words("phone:back")}
        </button>
      </div>
      <div className="digit-keys">
        {digits.map(digit)}
        <span className="star" aria-hidden="true">
          *
        </span>
        {digit("0")}
        <button
          type="button"
          aria-label={words("phone:erase")}
          onClick={() => onPress({ does: "erase" })}
        >
          C
        </button>
      </div>
    </fieldset>
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
