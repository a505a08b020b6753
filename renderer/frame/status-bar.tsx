import { NoticeList } from "#renderer/frame/notice-list.tsx";
import { ReaderState } from "#renderer/frame/reader-state.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Reader, stock, notices and keys, along the lower edge. */
export function StatusBar() {
  const words = useWords();
  const workstation = useTeller((teller) => teller.workstation);
  if (!workstation) return null;
  const { reader, stock, session } = workstation;
  // Whoever serves nobody has no box, and so nothing that could run out (D02).
  const hasBox = session.status !== "signed-off" && session.role === "teller";

  return (
    <footer className="status-bar">
      <ReaderState reader={reader} />
      {hasBox && (
        <span className="stock">
          {words("shell:vouchers.label")}
          {stock.map(({ kind, left }) => (
            <span key={kind} className={left === 0 ? "reader reader-bad" : "reader"}>
              {left === 0 && <span aria-hidden="true">▲ </span>}
              {words("shell:vouchers.left", { kind: words(`shell:vouchers.${kind}`), left })}
            </span>
          ))}
        </span>
      )}
      <NoticeList notices={workstation.notices} />
      <span className="top-space" />
      <span className="status-keys">
        <kbd>F1</kbd> {words("shell:help")} <kbd>F2</kbd> {words("shell:key.code")}{" "}
        <kbd>Ctrl+K</kbd> {words("shell:key.find")} <kbd>Esc</kbd> {words("shell:back")}
      </span>
    </footer>
  );
}
