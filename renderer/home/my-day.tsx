import type { DayView } from "#core/contract/day-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { useDay } from "#renderer/day/use-day.ts";
import { useOffered } from "#renderer/frame/offered.ts";
import type { Due } from "#renderer/home/use-due.ts";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** One number of the day and the page that it leads to. */
interface Tile {
  readonly name: string;
  readonly code: ScreenCode;
  readonly label: string;
  readonly number: string;
  /** Something that somebody has to do. */
  readonly isCalling?: boolean;
}

/** 我的今天: the numbers of whoever sits here, each the way to its list. */
export function MyDay({ due }: { readonly due: Due | undefined }) {
  const words = useWords();
  const day = useDay();
  const workstation = useTeller((teller) => teller.workstation);
  const offered = useOffered();
  const openScreen = useTeller((teller) => teller.openScreen);
  const session = workstation?.session;
  if (!day || !session || session.status === "signed-off") return null;

  const tiles = [
    ...(session.role === "teller" ? boxTiles(day, session.teller, words) : chiefTiles(day, words)),
    ...queueTiles(day, due, words),
  ].filter(({ code }) => offered.includes(code));
  return (
    <section className="my-day" aria-labelledby="my-day-title">
      <h2 id="my-day-title">
        {words("day:mine.title", { date: day.date })}{" "}
        {day.status && <span className="day-status">{words(`day:status.${day.status}`)}</span>}
      </h2>
      <ul className="tiles">
        {tiles.map(({ name, code, label, number, isCalling }) => (
          <li key={name}>
            <button
              type="button"
              className={isCalling ? "tile calling" : "tile"}
              onClick={() => openScreen(code)}
            >
              <span className="figures number">{number}</span>
              <span>{label}</span>
              <span className="figures code">{code}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a teller holds: cash, and blank pieces of each kind (C01, V05). */
function boxTiles(day: DayView, teller: string, words: Words): readonly Tile[] {
  const cash = day.figures.find((fact) => fact.kind === "cash-day" && fact.box === teller);
  const isOpen = day.box === "open";
  return [
    {
      name: "box",
      code: isOpen ? "1103" : "1101",
      label: words(`day:box.${day.box ?? "none"}`),
      number: cash?.kind === "cash-day" ? formatFen(cash.held) : "—",
      isCalling: !isOpen,
    },
    ...day.figures.flatMap((fact): Tile[] =>
      fact.kind === "stock-day" && fact.holder === teller
        ? [
            {
              name: fact.voucher,
              code: "8001",
              label: words(`term:voucher.${fact.voucher}`),
              number: String(fact.held),
              isCalling: fact.held < FEW_PIECES,
            },
          ]
        : [],
    ),
  ];
}

/** So few blank pieces that more should be drawn before the next customer. */
const FEW_PIECES = 5;

/** What keeps the day from ending, for those who end it. */
function chiefTiles({ toEnd }: DayView, words: Words): readonly Tile[] {
  return [
    {
      name: "to-end",
      code: "1105",
      label: words("day:mine.to-end"),
      number: String(toEnd.length),
    },
  ];
}

function queueTiles(
  { parked, mine }: DayView,
  due: Due | undefined,
  words: Words,
): readonly Tile[] {
  const unprinted = mine.filter(({ what }) => what === "slip-unprinted").length;
  const arrived = due?.orders.filter(({ status }) => status === "arrived").length;
  const counted = (name: string, code: ScreenCode, label: string, count: number | undefined) =>
    count === undefined ? [] : [{ name, code, label, number: String(count), isCalling: count > 0 }];
  return [
    ...counted("parked", "9004", words("day:mine.parked"), parked),
    ...counted("unprinted", "9003", words("day:mine.unprinted"), unprinted),
    ...counted("matured", "4010", words("day:mine.matured"), due?.matured.length),
    ...counted("collect", "3004", words("day:mine.collect"), arrived),
  ];
}
