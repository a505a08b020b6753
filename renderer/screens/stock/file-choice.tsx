import { useRef, useState } from "react";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly id?: string | undefined;
  /** What the key says. */
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/**
 * A file chosen from the machine. The browser's own key speaks the language of the system, so it is
 * covered by a label that bears ours; it still has the focus, and Space opens it.
 */
export function FileChoice({ id, label, accept, onFile }: Props) {
  const words = useWords();
  const own = id ?? "chosen-file";
  const input = useRef<HTMLInputElement>(null);
  const [name, show] = useState<string>();

  function take(file: File | undefined): void {
    // The same file must be able to be chosen again after it was mended.
    if (input.current) input.current.value = "";
    if (!file) return;
    show(file.name);
    onFile(file);
  }
  return (
    <div className="file-choice">
      <input
        ref={input}
        id={own}
        type="file"
        accept={accept}
        aria-label={label}
        onChange={({ target }) => take(target.files?.[0])}
      />
      <label htmlFor={own} aria-hidden="true" className="plain">
        {label}
      </label>
      <output htmlFor={own} className="figures">
        {name ?? words("stock:file.none")}
      </output>
    </div>
  );
}
