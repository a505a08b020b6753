import { Tag } from "antd";
import { useEffect, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import type { StripeView } from "#core/contract/swipe-view.ts";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

type Track = StripeView["tracks"][number];

/** 3010 磁条检测: a stripe track by track and field by field, as far as it may be shown (K04). */
export function StripeTest() {
  const words = useWords();
  const stripe = useTeller((teller) => teller.stripe);
  const refusal = useArmed();
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="3010" />
      <p className="hint">{words("card:stripe.waiting")}</p>
      {refusal && <p>{words("card:stripe.armed.failed")}</p>}
      <RefusalNote refusal={refusal} />
      {stripe && <StripeResult stripe={stripe} />}
    </section>
  );
}

/** While this page is open swipes are tested; afterwards they find customers again. */
function useArmed(): Refusal | undefined {
  const { bridge, store } = useCounter();
  const [refusal, refuse] = useState<Refusal>();
  useEffect(() => {
    store.getState().tellStripe(undefined);
    void bridge
      .request("stripe.test", { armed: true })
      .then((reply) => refuse(reply.ok ? undefined : reply.refusal));
    return () => {
      void bridge.request("stripe.test", { armed: false });
      store.getState().tellStripe(undefined);
    };
  }, [bridge, store]);
  return refusal;
}

function StripeResult({ stripe }: { readonly stripe: StripeView }) {
  const words = useWords();
  const { tracks, verdict, agrees } = stripe;
  const isEmpty = tracks.every(({ status }) => status !== "good");
  return (
    // A stop of Tab, because on a small screen the page is longer than the window and has no other.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section aria-label={words("card:stripe.result")} aria-live="polite" tabIndex={0}>
      <p className="stripe-verdict">
        {verdict && (
          <>
            {words("card:stripe.verdict")} <strong>{words(`noun:verdict.${verdict}`)}</strong>
          </>
        )}
        {!isEmpty && (
          <span className={agrees ? "good" : "bad"}>
            {agrees ? "✓" : "⚠"} {words(agrees ? "card:stripe.agrees" : "card:stripe.disagrees")}
          </span>
        )}
      </p>
      <div className="tracks">
        {tracks.map((track) => (
          <TrackTable key={track.track} track={track} />
        ))}
      </div>
    </section>
  );
}

const colours = { good: "success", empty: "default", bad: "error" } as const;

function TrackTable({ track }: { readonly track: Track }) {
  const words = useWords();
  const say = useSayRefusal();
  const { status, fields, refusal, length } = track;
  return (
    <section className="track" aria-label={words("card:stripe.track", { track: track.track })}>
      <h2>
        {words("card:stripe.track", { track: track.track })}{" "}
        <Tag color={colours[status]}>{words(`card:stripe.status.${status}`)}</Tag>
        {length > 0 && <small>{words("card:stripe.length", { length })}</small>}
      </h2>
      {/* The contract keeps the refusal loose; it is one of the stripe's own. */}
      {refusal && <p role="alert">{say(refusal as unknown as Refusal)}</p>}
      {fields.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words("card:stripe.field")}</th>
              <th scope="col">{words("card:stripe.value")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{fieldName(words, name)}</th>
                <td className="figures">{fieldValue(words, name, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The contract leaves the names of fields open; they are those of the tracks. */
function fieldName(words: Words, name: string): string {
  return (words as unknown as (key: string, options: object) => string)(`noun:track.${name}`, {
    defaultValue: name,
  });
}

const expiries = ["valid", "expired", "none"] as const;

function fieldValue(words: Words, name: string, value: string): string {
  if (value === "") return words("card:stripe.blank");
  if (value === "•••") return words("card:stripe.hidden");
  const expiry = name === "expiry" ? expiries.find((one) => one === value) : undefined;
  return expiry ? words(`card:stripe.${expiry}`) : value;
}
