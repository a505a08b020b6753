import { Button } from "antd";
import { sayStanding } from "#renderer/screens/queue/say-standing.ts";
import { useWaitingFor } from "#renderer/screens/queue/use-queue.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** On a customer's page: what waits for a second person. None of it is done, and it says so. */
export function WaitingHere({ customer }: { readonly customer: string }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const waiting = useWaitingFor(customer);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-here">
      <h2 id="waiting-here">{words("queue:here.title")}</h2>
      {waiting.map((parked) => (
        <article key={parked.id} className="case" aria-label={parked.id}>
          <p className="figures">
            {words("queue:here.line", {
              id: parked.id,
              code: parked.code,
              name: words(`transaction:${parked.code}`),
              status: sayStanding(words, parked),
            })}
          </p>
        </article>
      ))}
      <Button onClick={() => openScreen("9004")}>{words("queue:parked.to-queue")}</Button>
    </section>
  );
}

/** In the bar of the customer at the counter: how many requests wait. */
export function WaitingBadge({ customer }: { readonly customer: string }) {
  const words = useWords();
  const { length: count } = useWaitingFor(customer);
  return count === 0 ? null : <span className="waits">{words("queue:here.badge", { count })}</span>;
}

/** In the top bar: what waits for the word of whoever sits here, or for being posted by them. */
export function WaitingInBar() {
  const words = useWords();
  const leave = useTeller((teller) => teller.leave);
  const openScreen = useTeller((teller) => teller.openScreen);
  const waiting = useTeller(({ workstation }) => workstation?.waiting);
  const { others = 0, approved = 0 } = waiting ?? {};
  if (others + approved === 0) return null;
  return (
    <Button size="small" onClick={() => leave(() => openScreen("9004"))}>
      {others > 0 && words("queue:bar.waiting", { count: others })}
      {others > 0 && approved > 0 && " · "}
      {approved > 0 && words("queue:bar.approved", { count: approved })}
    </Button>
  );
}
