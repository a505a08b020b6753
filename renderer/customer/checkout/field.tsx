import { type InputHTMLAttributes, useId } from "react";

/** A field that cannot be sent as it is typed, with what is wrong about it. */
export type Wrong = Readonly<Partial<Record<string, string>>>;

interface Props
  extends Pick<InputHTMLAttributes<HTMLInputElement>, "inputMode" | "defaultValue" | "maxLength"> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly wrong: Wrong;
}

/** One line of a form; what is wrong with it stands below and is read with it. */
export function Line({ name, label, hint, wrong, ...input }: Props) {
  const id = useId();
  const problem = wrong[name];
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        autoComplete="off"
        maxLength={60}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-wrong` : hint ? `${id}-hint` : undefined}
        {...input}
      />
      {hint && !problem && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
      {problem && (
        <small id={`${id}-wrong`} className="wrong" role="alert">
          {problem}
        </small>
      )}
    </div>
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
