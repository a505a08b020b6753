import { CodeBox } from "#renderer/frame/code-box.tsx";
import { enterCode, useOffered } from "#renderer/frame/offered.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The code box, always in the same place, and every transaction that can be entered. */
export function SidePanel() {
  const words = useWords();
  const { store } = useCounter();
  const offered = useOffered();
  const place = useTeller((teller) => teller.place);
  const visit = useTeller((teller) => teller.visit);
  const goHome = useTeller((teller) => teller.goHome);
  const leave = useTeller((teller) => teller.leave);
  const showOverlay = useTeller((teller) => teller.showOverlay);
  const current = place.at === "screen" ? place.code : undefined;

  return (
    <aside className="side-panel">
      {/* A new visit begins with an empty box. */}
      <CodeBox key={visit} />
      <nav aria-label={words("shell:menu.label")}>
        <button
          type="button"
          className="menu-item"
          aria-current={place.at === "home" ? "page" : undefined}
          onClick={() => leave(goHome)}
        >
          <span>{words("shell:home")}</span>
        </button>
        <button type="button" className="menu-item" onClick={() => showOverlay("palette")}>
          <span>{words("shell:palette.open")}</span> <kbd>Ctrl+K</kbd>
        </button>
        <ul>
          {offered.map((code) => (
            <li key={code}>
              {/* Reached by its code or the palette: thirty stops would bury the screen. */}
              <button
                type="button"
                tabIndex={-1}
                className="menu-item"
                aria-current={code === current ? "page" : undefined}
                onClick={() => enterCode(store.getState(), code)}
              >
                <span className="figures code">{code}</span>{" "}
                <span>{words(`transaction:${code}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </aside>
  );
}
