import { dateOf, type Instant } from "#core/calendar/instant.ts";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { sayEnd } from "#renderer/screens/freeze/order-words.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

const WIDTH = 1000;
const NAME = 60;
const LANE = 30;
const AXIS = 26;

/** From the first delivery to the last end, or a while beyond now where nothing ends. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The orders of an account through time, one lane each: delivered, waiting, in force, renewed, ended.
 * The list below says the same in words.
 */
export function TimeLine({ orders }: { readonly orders: readonly FreezeOrderView[] }) {
  const words = useWords();
  const now = useTeller((teller) => teller.workstation?.now);
  if (orders.length === 0 || now === undefined) return null;

  const span = spanOf(orders, now);
  const height = AXIS + orders.length * LANE;
  return (
    <figure className="time-line" aria-label={words("freeze:stack.time")}>
      <h3>{words("freeze:stack.time")}</h3>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words("freeze:stack.time")}>
        <Axis span={span} now={now} height={height} nowText={words("freeze:stack.now")} />
        {orders.map((order, index) => (
          <Lane key={order.id} order={order} place={index + 1} span={span} now={now} />
        ))}
      </svg>
      <p className="hint">{words("freeze:stack.key")}</p>
      <ol className="figures">
        {orders.map((order, index) => (
          <li key={order.id}>{sayLane(words, order, index + 1)}</li>
        ))}
      </ol>
    </figure>
  );
}

function spanOf(orders: readonly FreezeOrderView[], now: number): Span {
  const starts = orders.map(({ deliveredAt }) => Number(deliveredAt));
  const ends = orders.map(({ endsAt }) => Number(endsAt ?? now));
  const from = Math.min(now, ...starts);
  const last = Math.max(now, ...ends);
  // A margin at the right, so that what has no end runs out of the picture visibly.
  return { from, to: last + Math.max(1, (last - from) / 12) };
}

function across(at: number, { from, to }: Span): number {
  return NAME + ((at - from) / (to - from)) * (WIDTH - NAME - 8);
}

function Axis({
  span,
  now,
  height,
  nowText,
}: {
  readonly span: Span;
  readonly now: Instant;
  readonly height: number;
  readonly nowText: string;
}) {
  const x = across(now, span);
  const isRight = x > WIDTH * 0.8;
  return (
    <g className="axis">
      <line x1={x} y1={AXIS - 8} x2={x} y2={height} />
      <text x={isRight ? x - 4 : x + 4} y={AXIS - 10} textAnchor={isRight ? "end" : "start"}>
        {nowText} {dateOf(now)}
      </text>
    </g>
  );
}

function Lane({
  order,
  place,
  span,
  now,
}: {
  readonly order: FreezeOrderView;
  readonly place: number;
  readonly span: Span;
  readonly now: Instant;
}) {
  const y = AXIS + (place - 0.5) * LANE;
  const { deliveredAt, effectiveAt, endsAt, renewals, status } = order;
  const isOver = status !== "active" && status !== "waiting";
  const delivered = across(deliveredAt, span);
  const effective = effectiveAt === undefined ? undefined : across(effectiveAt, span);
  const end =
    endsAt === undefined ? (isOver ? across(now, span) : WIDTH - 8) : across(endsAt, span);
  const waitsTo = effective ?? (isOver ? delivered : across(now, span));
  return (
    <g className={isOver ? "lane over" : "lane"}>
      <text x={4} y={y} dy="0.35em">
        {place}
      </text>
      <circle cx={delivered} cy={y} r={4} />
      {waitsTo > delivered && (
        <line className="waits" x1={delivered} y1={y} x2={waitsTo} y2={y} strokeDasharray="6 5" />
      )}
      {effective !== undefined && <line className="holds" x1={effective} y1={y} x2={end} y2={y} />}
      {effective !== undefined && endsAt !== undefined && (
        <line className="end" x1={end} y1={y - 9} x2={end} y2={y + 9} />
      )}
      {renewals.map(({ from }) => (
        <text
          key={from}
          className="renewal"
          x={across(from, span)}
          y={y}
          dy="0.35em"
          textAnchor="middle"
        >
          ◆
        </text>
      ))}
    </g>
  );
}

function sayLane(words: Words, order: FreezeOrderView, place: number): string {
  const { status, queue, deliveredAt, effectiveAt, renewals } = order;
  const effective =
    effectiveAt !== undefined
      ? words("freeze:stack.lane.effective", { at: sayMoment(effectiveAt) })
      : status === "waiting"
        ? words("freeze:stack.lane.waits", { place: queue ?? "" })
        : words("freeze:stack.lane.over");
  const renewed =
    renewals.length > 0 ? words("freeze:stack.lane.renewed", { count: renewals.length }) : "";
  const at = sayEnd(words, order);
  const end = order.endsAt === undefined ? at : words("freeze:stack.lane.ends", { at });
  return words("freeze:stack.lane", {
    place,
    organ: order.organ,
    statusText: words(`freeze:status.${status}`),
    delivered: sayMoment(deliveredAt),
    effective,
    ends: end === "" ? words(`freeze:status.${status}`) : `${renewed}${end}`,
  });
}
