import { useRef } from "react";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Whom to ask before anybody has signed on, when there is no desk with a help of its own yet (F1). */
export function GateHelp({ text }: { readonly text: string }) {
  const words = useWords();
  const place = useRef<HTMLDetailsElement>(null);
  useHotKey("F1", () => {
    if (place.current) place.current.open = !place.current.open;
  });
  return (
    <details ref={place} className="gate-help">
      <summary>{words("vault:help.title")} F1</summary>
      <p>{text}</p>
    </details>
  );
}
