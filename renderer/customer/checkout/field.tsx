import { Line, type LineProps } from "#renderer/customer/line.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** A field that cannot be sent as it is typed, with what is wrong about it. */
export type Wrong = Readonly<Partial<Record<string, string>>>;

/** One line of a form that says what is wrong about it. */
export function CheckedLine({ wrong, ...line }: LineProps & { readonly wrong: Wrong }) {
  return <Line {...line} problem={wrong[line.name]} />;
}

/** The telephone that she is known by. */
export function PhoneLine({ wrong }: { readonly wrong: Wrong }) {
  const words = useWords();
  return (
    <CheckedLine
      name="phone"
      label={words("ePayHome:phone")}
      hint={words("ePayHome:phone.hint")}
      inputMode="tel"
      maxLength={20}
      wrong={wrong}
    />
  );
}

/** Puts the focus on the first field that is wrong. */
export function focusWrong(form: HTMLFormElement, wrong: Wrong): void {
  const control = form.querySelector<HTMLElement>(
    Object.keys(wrong)
      .map((name) => `[name="${name}"]`)
      .join(",") || "[name]",
  );
  control?.focus();
}

/** What a form says under a name, without blanks at its ends. */
export function typedIn(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => String(data.get(name) ?? "").trim();
}
