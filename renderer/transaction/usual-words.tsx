import { Button, Input, type InputRef } from "antd";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { Control } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/**
 * A line of text beside a short list of what is said most often. While nothing stands in it, a digit
 * writes what the list has under it; whoever erases that again may begin with a digit of their own.
 */
export function UsualWords({
  id,
  value,
  onChange,
  usual,
  longest,
}: Control<string> & { readonly usual: readonly string[]; readonly longest: number }) {
  const words = useWords();
  const hint = useId();
  const input = useRef<InputRef>(null);
  const [isErased, erase] = useState(false);
  const isOpen = (value ?? "") === "" && !isErased;

  function onKeyDown(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const written = /^[1-9]$/.test(event.key) ? usual[Number(event.key) - 1] : undefined;
    if (!isPlain || !isOpen || written === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onChange?.(written);
  }

  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        ref={input}
        value={value ?? ""}
        maxLength={longest}
        autoComplete="off"
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          erase(target.value === "");
          onChange?.(target.value);
        }}
        onBlur={() => erase(false)}
      />
      <div className="usual-words" id={hint}>
        {usual.map((text, at) => (
          // The keys are the digits: a stop of Tab each would only lie in the way.
          <Button
            key={text}
            size="small"
            tabIndex={-1}
            onClick={() => {
              onChange?.(text);
              input.current?.focus({ cursor: "end" });
            }}
          >
            <span className="figures">{at + 1}</span> {text}
          </Button>
        ))}
        <span className="hint">{words("kit:usual.hint")}</span>
      </div>
    </>
  );
}
