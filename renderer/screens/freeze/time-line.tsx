import { dateOf, type Instant } from "#core/calendar/instant.ts";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { isOver, sayEnd, sayEnded } from "#renderer/screens/freeze/order-words.ts";
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
          <li key={order.id}>{sayLane(words, order, index + 1, now)}</li>
        ))}
      </ol>
    </figure>
  );
}

function spanOf(orders: readonly FreezeOrderView[], now: number): Span {
  const starts = orders.map(({ deliveredAt }) => Number(deliveredAt));
  const ends = orders.map((order) => endOn(order, now) ?? now);
  const from = Math.min(now, ...starts);
  const last = Math.max(now, ...ends);
  // A margin at the right, so that what has no end runs out of the picture visibly.
  return { from, to: last + Math.max(1, (last - from) / 12) };
}

/**
 * The moment at which the lane of an order stops: where it did end, else where it will; undefined
 * where nothing ends it.
 */
function endOn(order: FreezeOrderView, now: number): number | undefined {
  const { deliveredAt, effectiveAt = deliveredAt, endedAt, endsAt } = order;
  // A paper may be handed over before the order that it ends is entered.
  return isOver(order) ? Math.max(effectiveAt, endedAt ?? now) : endsAt;
}

/** The renewals that an order came to: one that was over before had none of them. */
function begun(order: FreezeOrderView, now: number): FreezeOrderView["renewals"] {
  const end = endOn(order, now);
  return isOver(order) && end !== undefined
    ? order.renewals.filter(({ from }) => from < end)
    : order.renewals;
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
  const { deliveredAt, effectiveAt } = order;
  const ends = endOn(order, now);
  const delivered = across(deliveredAt, span);
  const effective = effectiveAt === undefined ? undefined : across(effectiveAt, span);
  const end = ends === undefined ? WIDTH - 8 : across(ends, span);
  const waitsTo = effective ?? (isOver(order) ? end : across(now, span));
  const isEnded = ends !== undefined && (effective !== undefined || isOver(order));
  return (
    <g className={isOver(order) ? "lane over" : "lane"}>
      <text x={4} y={y} dy="0.35em">
        {place}
      </text>
      <circle cx={delivered} cy={y} r={4} />
      {waitsTo > delivered && (
        <line className="waits" x1={delivered} y1={y} x2={waitsTo} y2={y} strokeDasharray="6 5" />
      )}
      {effective !== undefined && <line className="holds" x1={effective} y1={y} x2={end} y2={y} />}
      {isEnded && <line className="end" x1={end} y1={y - 9} x2={end} y2={y + 9} />}
      {begun(order, now).map(({ from }) => (
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

function sayLane(words: Words, order: FreezeOrderView, place: number, now: number): string {
  const { status, queue, deliveredAt, effectiveAt } = order;
  const effective =
    effectiveAt !== undefined
      ? words("freeze:stack.lane.effective", { at: sayMoment(effectiveAt) })
      : status === "waiting"
        ? words("freeze:stack.lane.waits", { place: queue ?? "" })
        : words("freeze:stack.lane.over");
  const count = begun(order, now).length;
  const renewed =
    count === 0
      ? ""
      : words(count === 1 ? "freeze:stack.lane.renewed.once" : "freeze:stack.lane.renewed", {
          count,
        });
  return words("freeze:stack.lane", {
    place,
    organ: order.organ,
    statusText: words(`freeze:status.${status}`),
    delivered: sayMoment(deliveredAt),
    effective,
    ends: `${renewed}${isOver(order) ? sayOver(words, order) : sayWillEnd(words, order)}`,
  });
}

function sayWillEnd(words: Words, order: FreezeOrderView): string {
  const at = sayEnd(words, order);
  return order.endsAt === undefined ? at : words("freeze:stack.lane.ends", { at });
}

/** When it ended, and by which paper. */
function sayOver(words: Words, order: FreezeOrderView): string {
  const at = sayEnded(order);
  if (at === "") return words(`freeze:status.${order.status}`);
  return order.endedBy
    ? words("freeze:stack.lane.ended.by", { at, document: order.endedBy.documentNumber })
    : words("freeze:stack.lane.ended", { at });
}
