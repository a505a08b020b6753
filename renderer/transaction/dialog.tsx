import { type ReactNode, useEffect, useRef } from "react";
import { Watermark } from "#renderer/appearance/watermark.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly className?: string;
}

/** A dialog of the browser itself: it keeps the focus inside, and the rest of the window out. */
export function Dialog({ title, children, onClose, className = "" }: Props) {
  const isDemonstration = useTeller((teller) => teller.workstation?.kind === "demonstration");
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The browser would take whatever comes first, and a page that scrolls does.
    dialog?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={place}
      className={`dialog ${className}`}
      aria-label={title}
      onCancel={(event) => {
        // Esc: the store decides what goes, so that one key never takes two steps.
        event.preventDefault();
        onClose();
      }}
      onClose={({ currentTarget }) => {
        // A browser that was told no once closes it all the same on the next Esc.
        if (!currentTarget.open) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.stopPropagation();
      }}
    >
      <h2>{title}</h2>
      {children}
      {/* A dialog lies above all else in the page, the mark of the window included. */}
      {isDemonstration && <Watermark />}
    </dialog>
  );
}
