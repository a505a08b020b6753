import { Input, type InputRef } from "antd";
import { useRef, useState } from "react";
import { useWindowKeys } from "#renderer/appearance/window-keys.ts";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import { enterCode, isKept, isOffered } from "#renderer/frame/offered.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Four digits and Enter open a transaction. F2, or a digit typed into nothing, comes here. */
export function CodeBox() {
  const words = useWords();
  const { store } = useCounter();
  const input = useRef<InputRef>(null);
  const [code, type] = useState("");
  const [unknown, sayUnknown] = useState<string>();

  useHotKey("F2", () => input.current?.focus({ cursor: "all" }));
  useStrayDigits((digit) => {
    sayUnknown(undefined);
    type(digit);
    input.current?.focus({ cursor: "end" });
  });

  function enter(): void {
    if (!isOffered(code) || isKept(store.getState().workstation, code)) {
      sayUnknown(code);
      return;
    }
    sayUnknown(undefined);
    type("");
    enterCode(store.getState(), code);
  }

  return (
    <form
      className="code-box"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <label htmlFor="transaction-code">
        {words("shell:code.label")} <kbd>F2</kbd>
      </label>
      <Input
        id="transaction-code"
        ref={input}
        value={code}
        maxLength={4}
        inputMode="numeric"
        autoComplete="off"
        className="figures"
        placeholder={words("shell:code.placeholder")}
        aria-invalid={unknown !== undefined}
        onChange={({ target }) => type(target.value.replace(/\D/g, ""))}
      />
      {unknown !== undefined && (
        <p role="alert">
          {words(isOffered(unknown) ? "shell:code.not-yours" : "shell:code.unknown", {
            code: unknown,
          })}
        </p>
      )}
    </form>
  );
}

/** Digits typed where nothing takes them; a dialog or a field keeps its own. */
function useStrayDigits(take: (digit: string) => void): void {
  useWindowKeys((event) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (!isPlain || event.defaultPrevented || !/^\d$/.test(event.key)) return;
    if (takesText(document.activeElement) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    take(event.key);
  });
}

function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !/^(radio|checkbox|button)$/.test(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
