import type { OpenItem } from "#core/day/open-item.ts";
import { settleAt } from "#renderer/day/settle-at.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useSayOpenItem } from "#renderer/transaction/open-items.tsx";

/** 日终清单: what keeps the day from ending, each with the way to where it is settled (C03). */
export function ToSettle({
  items,
  title,
}: {
  readonly items: readonly OpenItem[];
  readonly title: string;
}) {
  const say = useSayOpenItem();
  const openScreen = useTeller((teller) => teller.openScreen);
  const session = useTeller((teller) => teller.workstation?.session);
  const looker = session && session.status !== "signed-off" ? session : undefined;
  return (
    <section className="to-settle" aria-label={title}>
      <h2>{title}</h2>
      <ul className="open-list">
        {items.map((item) => {
          const way = looker && settleAt(item, looker);
          const key = `${item.what} ${item.whose} ${item.which ?? ""}`;
          return (
            <li key={key} data-open={item.what}>
              {way ? (
                <button
                  type="button"
                  className="open-way"
                  onClick={() => openScreen(way.code, way.subject)}
                >
                  {say(item)}
                </button>
              ) : (
                say(item)
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
