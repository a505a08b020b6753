import type { CustomerView } from "#core/contract/customer-view.ts";
import type { EPayView } from "#core/contract/e-pay-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { isUsable } from "#renderer/screens/e-bank/registered-card.tsx";
import { useIsFilling } from "#renderer/screens/filling.ts";
import { OpenKeys, type Way } from "#renderer/screens/open-keys.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** Enrolments that are in use or suspended. */
export function liveEnrolments({ ePay }: CustomerView): readonly EPayView[] {
  return ePay.enrolments.filter(({ status }) => status === "enrolled" || status === "suspended");
}

/** e支付 on the customer's page: each enrolment with its limits, what stops it, and what next. */
export function EPayOfCustomer({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { enrolments } = customer.ePay;
  const open = enrolments.filter(({ status }) => status !== "cancelled");
  const ended = enrolments.length - open.length;
  return (
    <section aria-labelledby="e-pay">
      <h2 id="e-pay">{words("ePay:title")}</h2>
      {open.length === 0 && <p className="nothing">{words("ePay:none")}</p>}
      {open.map((enrolment) => (
        <article key={enrolment.id} className="case" aria-label={enrolment.alias}>
          <EnrolmentLines enrolment={enrolment} month={customer.ePay.month} />
          <OpenKeys ways={waysOf(enrolment)} label={enrolment.alias} />
        </article>
      ))}
      {ended > 0 && <p className="hint">{words("ePay:ended", { count: ended })}</p>}
      {customer.cards.some(isUsable) && (
        <OpenKeys ways={[{ code: "7001" }]} label={words("ePay:enrol.another")} />
      )}
    </section>
  );
}

function waysOf({ id, status }: EPayView): readonly Way[] {
  const subject = { enrolment: id };
  if (status === "pending") return [{ code: "7004", subject }];
  return [
    { code: "7003", subject },
    { code: "7002", subject },
    { code: "7005", subject },
    { code: "7004", subject },
  ];
}

/** An enrolment by what the customer knows it by, and what it may pay. */
function EnrolmentLines({
  enrolment,
  month,
}: {
  readonly enrolment: EPayView;
  readonly month: CustomerView["ePay"]["month"];
}) {
  const words = useWords();
  const { single, day, paidToday, paidThisMonth, coolsUntil, stopped, agreement } = enrolment;
  return (
    <>
      <p className="figures">
        <strong>{enrolment.alias}</strong> · {sayEnrolment(enrolment, words)}
      </p>
      <p className="figures hint">
        {words("ePay:limits.said", {
          single: formatFen(single),
          day: formatFen(day),
          month: formatFen(month),
        })}{" "}
        · {words("ePay:paid.said", { day: formatFen(paidToday), month: formatFen(paidThisMonth) })}{" "}
        · {words("ePay:agreement.said", { version: agreement.version })}
      </p>
      {stopped && <p className="notable">⚠ {words(`ePay:stopped.${stopped}`)}</p>}
      {coolsUntil !== undefined && (
        <p className="notable">{words("ePay:cools", { until: sayMoment(coolsUntil) })}</p>
      )}
    </>
  );
}

/** The last four of its card, its masked telephone and its state, on one line (K06). */
export function sayEnrolment({ cardTail, phone, status }: EPayView, words: Words): string {
  return words("ePay:said", { cardTail, phone, status: words(`ePay:status.${status}`) });
}

/** The customer's enrolments beside the form that changes one. */
export function EPayBeside() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const isFilling = useIsFilling();
  if (!customer || !isFilling) return null;
  const open = customer.ePay.enrolments.filter(({ status }) => status !== "cancelled");
  return (
    <aside className="screen beside" aria-label={words("ePay:title")}>
      <div>
        <h2>{words("ePay:title")}</h2>
        {open.length === 0 && <p className="nothing">{words("ePay:none")}</p>}
        {open.map((enrolment) => (
          <EnrolmentLines key={enrolment.id} enrolment={enrolment} month={customer.ePay.month} />
        ))}
        <p className="hint">
          {words("ePay:ceiling.said", { ceiling: formatFen(customer.ePay.ceiling) })}
        </p>
      </div>
    </aside>
  );
}
