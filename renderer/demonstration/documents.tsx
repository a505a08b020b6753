import { Button } from "antd";
import type { TrayView } from "#core/contract/display-view.ts";
import { useRows } from "#renderer/demonstration/rows.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Documents to lay on the reader, with the invented holder's PIN. */
export function Documents({ tray }: { readonly tray: TrayView }) {
  const words = useWords();
  const show = useTeller((teller) => teller.showDocument);
  const { keyAt, walk } = useRows(tray.documents.length);
  return (
    <section aria-labelledby="documents-title">
      <h3 id="documents-title">{words("home:presenter.documents")}</h3>
      <ul className="tray" onKeyDown={walk}>
        {tray.documents.map((document, row) => (
          <li key={document.customer}>
            <span>
              {document.name}{" "}
              <span className="figures">
                {document.pin && words("home:presenter.pin", { pin: document.pin })}
              </span>
            </span>
            <Button
              size="small"
              {...keyAt(row, 0)}
              aria-label={`${words("home:presenter.show")} ${document.name}`}
              onClick={() => void show(document.customer)}
            >
              {words("home:presenter.show")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
