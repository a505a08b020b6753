import { type InputHTMLAttributes, useId } from "react";

export interface LineProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "inputMode" | "defaultValue" | "maxLength" | "readOnly" | "list" | "type" | "required"
  > {
  readonly name: string;
  readonly label: string;
  /** What helps, below it; what is wrong with it stands there instead, and is read with it. */
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** One line of a form in the customer's window. */
export function Line({ name, label, hint, problem, ...input }: LineProps) {
  const id = useId();
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
