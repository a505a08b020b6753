import type { ReaderView } from "#core/contract/workstation-view.ts";
import { NoticeList } from "#renderer/frame/notice-list.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** Reader, stock, notices and keys, along the lower edge. */
export function StatusBar() {
  const words = useWords();
  const workstation = useTeller((teller) => teller.workstation);
  if (!workstation) return null;
  const { reader, stock } = workstation;

  return (
    <footer className="status-bar">
      <output
        className={`reader reader-${toneOf(reader)}`}
        aria-label={words("shell:reader.label")}
      >
        <span aria-hidden="true">{icons[toneOf(reader)]}</span> {sayReader(words, reader)}
      </output>
      <span className="stock">
        {words("shell:vouchers.label")}
        {stock.map(({ kind, left }) => (
          <span key={kind} className={left === 0 ? "reader reader-bad" : "reader"}>
            {left === 0 && <span aria-hidden="true">▲ </span>}
            {words("shell:vouchers.left", { kind: words(`term:voucher.${kind}`), left })}
          </span>
        ))}
      </span>
      <NoticeList notices={workstation.notices} />
      <span className="top-space" />
      <span className="status-keys">
        <kbd>F1</kbd> {words("shell:help")} <kbd>F2</kbd> {words("shell:code.label")}{" "}
        <kbd>Ctrl+K</kbd> {words("shell:palette.open")} <kbd>Esc</kbd> {words("shell:back")}
      </span>
    </footer>
  );
}

type Tone = "good" | "busy" | "bad";

const icons: Readonly<Record<Tone, string>> = { good: "●", busy: "◐", bad: "▲" };

function toneOf({ status }: ReaderView): Tone {
  if (status === "ready") return "good";
  return status === "absent" || status === "lost" ? "bad" : "busy";
}

function sayReader(words: Words, { status, doing, model, simulated, reason }: ReaderView): string {
  const state =
    status === "busy" && doing ? words(`shell:reader.${doing}`) : words(`shell:reader.${status}`);
  const about = [
    model,
    simulated ? words("shell:reader.simulated") : undefined,
    reason && wordOf(words, "inserted", `lost.${reason}`, reason),
  ];
  const known = about.filter((one) => one !== undefined);
  return known.length === 0 ? state : `${state} (${known.join(" · ")})`;
}
