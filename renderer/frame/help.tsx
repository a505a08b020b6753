import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { useWords } from "#renderer/wording/words.ts";

const keys = [
  ["F1", "F1"],
  ["F2", "F2"],
  ["Enter", "Enter"],
  ["Esc", "Escape"],
  ["Ctrl+K", "ControlK"],
  ["Ctrl+P", "ControlP"],
  ["Ctrl+L", "ControlL"],
  ["Ctrl+Shift+L", "ControlShiftL"],
  ["F9", "F9"],
] as const;

/** Keys of one screen alone, before those that work everywhere. */
const ownKeys: Readonly<Partial<Record<ScreenCode, readonly (readonly [string, ReaderKey])[]>>> = {
  "3015": [
    ["Ctrl+Enter", "ControlEnter"],
    ["Ctrl+D", "ControlD"],
  ],
};
type ReaderKey = "ControlEnter" | "ControlD";

/** F1: what this screen is for, and the keys that work everywhere. */
export function Help() {
  const words = useWords();
  const place = useTeller((teller) => teller.place);
  const showOverlay = useTeller((teller) => teller.showOverlay);
  const isDemonstration = useTeller((teller) => teller.workstation?.kind === "demonstration");

  return (
    <Dialog title={words("shell:help")} onClose={() => showOverlay("none")} className="help">
      {place.at === "screen" ? (
        <>
          <h3>
            <span className="figures code">{place.code}</span> {words(`transaction:${place.code}`)}
          </h3>
          <p>{words(`help:${place.code}.help`)}</p>
        </>
      ) : (
        <p>{words("home:ready.explained")}</p>
      )}
      <h3>{words("shell:keys.title")}</h3>
      <dl className="keys">
        {(place.at === "screen" ? (ownKeys[place.code] ?? []) : []).map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words(`reader:key.${name}`)}</dd>
          </div>
        ))}
        {keys
          .filter(([key]) => key !== "F9" || isDemonstration)
          .map(([key, name]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words(`shell:key.${name}`)}</dd>
            </div>
          ))}
      </dl>
      <div className="actions">
        <button type="button" className="plain" onClick={() => showOverlay("none")}>
          {words("shell:close")} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}
