import { useRef, useState } from "react";
import type { DisplayView } from "#core/contract/display-view.ts";
import { useWindowKeys } from "#renderer/appearance/window-keys.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

type Question = Extract<DisplayView, { readonly status: "pin" }>;

const LENGTH = 6;
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const places = [1, 2, 3, 4, 5, 6] as const;

interface Props {
  readonly question: Question;
  readonly onEnter: (digits: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/**
 * The pad for a card's PIN, a bank's login password or a code that came by message, for fingers, pointer and keyboard. Digits are never shown and never written into the
 * page: they live in this component until the sixth is confirmed, and then nowhere in the window.
 */
export function PinPad({ question, onEnter, onCancel }: Props) {
  const words = useWords();
  const digits = useRef("");
  const [count, tell] = useState(0);
  const [isSending, setSending] = useState(false);

  function put(next: string): void {
    digits.current = next;
    tell(next.length);
  }
  function press(digit: string): void {
    if (!isSending && digits.current.length < LENGTH) put(digits.current + digit);
  }
  async function confirm(): Promise<void> {
    if (isSending || digits.current.length !== LENGTH) return;
    const entered = digits.current;
    put("");
    setSending(true);
    await onEnter(entered);
    setSending(false);
  }
  usePadKeys({ press, erase: () => put(digits.current.slice(0, -1)), confirm, cancel: onCancel });

  return (
    <section className="pin" aria-labelledby="pin-title">
      <h1 id="pin-title">{words(titleOf(question))}</h1>
      <p className="figures">
        {words(`display:${question.of}.number`, { number: question.number })}
      </p>
      {question.codeFor && (
        <p>
          {words("display:code-for", { purpose: words(`display:code-for.${question.codeFor}`) })}
        </p>
      )}
      {question.problem && <p role="alert">{sayProblem(words, question.problem)}</p>}
      <output className="dots" aria-label={words("display:pin.entered", { count })}>
        {places.map((place) => (
          <span key={place} className={place <= count ? "dot filled" : "dot"} />
        ))}
      </output>
      <fieldset className="pad" aria-label={words("display:pad.label")}>
        {keys.map((key) => (
          <button type="button" key={key} onClick={() => press(key)}>
            {key}
          </button>
        ))}
        <button type="button" className="small" onClick={() => put("")}>
          {words("display:pin.clear")}
        </button>
        <button type="button" onClick={() => press("0")}>
          0
        </button>
        <button
          type="button"
          className="small confirm"
          disabled={count !== LENGTH || isSending}
          onClick={() => void confirm()}
        >
          {words("display:pin.confirm")}
        </button>
      </fieldset>
      <button type="button" className="plain" onClick={onCancel}>
        {words("display:pin.cancel")}
      </button>
      <p className="pin-explained">{words(`display:${question.of}.explained`)}</p>
    </section>
  );
}

/** A code is only ever answered, never chosen. */
function titleOf({ of, purpose }: Question) {
  return of === "sms-code" ? "display:sms-code.verify" : (`display:${of}.${purpose}` as const);
}

interface PadKeys {
  readonly press: (digit: string) => void;
  readonly erase: () => void;
  readonly confirm: () => Promise<void>;
  readonly cancel: () => void;
}

/** The keys of a keyboard or an attached numeric pad, wherever the focus is. */
function usePadKeys(pad: PadKeys): void {
  useWindowKeys((event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^\d$/.test(event.key)) pad.press(event.key);
    else if (event.key === "Backspace") pad.erase();
    else if (event.key === "Escape") pad.cancel();
    // Enter on a focused key presses that key, as everywhere.
    else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) {
      void pad.confirm();
    } else return;
    event.preventDefault();
  });
}

const weaknesses = [
  "not-six-digits",
  "repeats",
  "sequence",
  "birthday",
  "identity-digits",
  "phone-digits",
] as const;

function sayProblem(words: Words, problem: string): string {
  if (problem === "different" || problem === "wrong") return words(`display:problem.${problem}`);
  const weakness = weaknesses.find((one) => one === problem);
  return weakness
    ? words("display:problem.weak", { weakness: words(`noun:weak.${weakness}`) })
    : words("display:problem.other");
}
