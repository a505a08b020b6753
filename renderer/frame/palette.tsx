import { type KeyboardEvent, useMemo, useState } from "react";
import { enterCode, useOffered } from "#renderer/frame/offered.ts";
import { type Found, indexOf, search } from "#renderer/frame/palette-search.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Ctrl+K: finds a transaction by code, name, pinyin initials or English, and opens it. */
export function Palette() {
  const words = useWords();
  const { store } = useCounter();
  const showOverlay = useTeller((teller) => teller.showOverlay);
  const offered = useOffered();
  const index = useMemo(() => indexOf(offered), [offered]);
  const [text, type] = useState("");
  const [at, move] = useState(0);
  const found = search(index, text);
  const chosen = found[Math.min(at, found.length - 1)];

  function open(one: Found | undefined): void {
    if (!one) return;
    showOverlay("none");
    enterCode(store.getState(), one.code);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      move((Math.min(at, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      open(chosen);
    }
  }

  return (
    <Dialog
      title={words("shell:palette.open")}
      onClose={() => showOverlay("none")}
      className="palette"
    >
      <input
        type="text"
        role="combobox"
        aria-label={words("shell:palette.label")}
        aria-expanded="true"
        aria-controls="palette-found"
        aria-activedescendant={chosen ? `palette-${chosen.code}` : undefined}
        placeholder={words("shell:palette.label")}
        autoComplete="off"
        value={text}
        onChange={({ target }) => [type(target.value), move(0)]}
        onKeyDown={onKeyDown}
      />
      <FoundList found={found} chosen={chosen} onOpen={open} />
      {found.length === 0 && <p role="alert">{words("shell:palette.none")}</p>}
    </Dialog>
  );
}

function FoundList({
  found,
  chosen,
  onOpen,
}: {
  readonly found: readonly Found[];
  readonly chosen: Found | undefined;
  readonly onOpen: (one: Found) => void;
}) {
  const words = useWords();
  return (
    <div id="palette-found" role="listbox" aria-label={words("shell:menu.label")}>
      {found.map((one) => (
        <div
          key={one.code}
          id={`palette-${one.code}`}
          role="option"
          tabIndex={-1}
          aria-selected={one === chosen}
          ref={one === chosen ? scrollIntoView : undefined}
          onPointerDown={() => onOpen(one)}
        >
          <span className="figures code">{one.code}</span> {words(`transaction:${one.code}`)}
        </div>
      ))}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
