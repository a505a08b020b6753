import { type FormEvent, useState } from "react";
import type { EnteredView } from "#core/contract/own-e-pay-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { fenFromText, formatFen } from "#core/money/fen.ts";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";
import {
  CheckedLine,
  focusWrong,
  typedIn,
  type Wrong,
} from "#renderer/customer/checkout/field.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** What became of the last change: done, or why not. */
type Outcome = Refusal | "done" | undefined;
type Tell = (outcome: Outcome) => void;

/** What is hers, and what she may do with it herself (E13, E15). */
export function EnteredPage({ entered }: { readonly entered: EnteredView }) {
  const words = useWords();
  const say = useSayToCustomer();
  const leave = useCustomer((customer) => customer.leaveEPay);
  const [outcome, tell] = useState<Outcome>();
  const isInUse = entered.status === "enrolled";
  return (
    <section className="entered">
      <FocusedHeading level="h3">{entered.alias}</FocusedHeading>
      <Facts entered={entered} />
      {entered.coolsUntil && <Cooling until={entered.coolsUntil} />}
      {!isInUse && <p className="caution">{words("ePayHome:own.suspended")}</p>}
      {outcome === "done" && <p role="status">{words("ePayHome:own.changed")}</p>}
      {outcome && outcome !== "done" && <p role="alert">{say(outcome)}</p>}
      {isInUse && (
        <LowerLimits
          key={`${entered.limits.single}:${entered.limits.day}`}
          {...{ entered, tell }}
        />
      )}
      <Rename key={entered.alias} {...{ entered, tell }} />
      <Ending {...{ isInUse, tell }} />
      <button type="button" className="link" onClick={() => void leave()}>
        {words("ePayHome:own.leave")}
      </button>
    </section>
  );
}

function Facts({ entered }: { readonly entered: EnteredView }) {
  const words = useWords();
  const yuan = (amount: Parameters<typeof formatFen>[0]) =>
    words("ePayHome:yuan", { amount: formatFen(amount) });
  const { status, phone, card, limits, month, paid, agreement } = entered;
  const lines = [
    ["state", words(`ePayHome:own.state.${status}`)],
    ["phone", phone],
    ["card", card],
    ["single", yuan(limits.single)],
    ["day", yuan(limits.day)],
    ["month", yuan(month)],
    ["paid-day", yuan(paid.day)],
    ["paid-month", yuan(paid.month)],
    ["agreement", agreement.version],
  ] as const;
  return (
    <dl className="facts">
      {lines.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{words(`ePayHome:own.${name}`)}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** No transfers yet, for the telephone is new (O09). */
function Cooling({ until }: { readonly until: NonNullable<EnteredView["coolsUntil"]> }) {
  const words = useWords();
  const now = useCustomer(({ ePay }) => ePay?.now) ?? until;
  const [before, after] = words("ePayHome:own.cools", { until: GAP }).split(GAP);
  return now < until ? (
    <p className="caution">
      {before}
      <InstantText instant={until} />
      {after}
    </p>
  ) : null;
}

/** No sentence has such a sign in it. */
const GAP = "\u0001";

/** 调低限额: down only (E15). */
function LowerLimits({ entered, tell }: { readonly entered: EnteredView; readonly tell: Tell }) {
  const words = useWords();
  const lower = useCustomer((customer) => customer.lowerEPayLimits);
  const [wrong, tellWrong] = useState<Wrong>({});

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const text = typedIn(form);
    const [single, day] = [fenFromText(text("single")), fenFromText(text("day"))];
    const found: Wrong = {
      ...(single === undefined ? { single: words("ePayHome:wrong.single") } : {}),
      ...(day === undefined ? { day: words("ePayHome:wrong.day") } : {}),
    };
    tellWrong(found);
    if (single === undefined || day === undefined) return focusWrong(form, found);
    tell((await lower({ single, day })) ?? "done");
  }
  return (
    <form className="order" onSubmit={(event) => void send(event)} noValidate>
      <h3>{words("ePayHome:own.limits")}</h3>
      <p className="hint">{words("ePayHome:own.limits.explained")}</p>
      {(["single", "day"] as const).map((name) => (
        <CheckedLine
          key={name}
          name={name}
          label={words(`ePayHome:own.${name}`)}
          inputMode="decimal"
          defaultValue={formatFen(entered.limits[name])}
          wrong={wrong}
        />
      ))}
      <div className="actions">
        <button type="submit" className="primary">
          {words("ePayHome:own.limits.lower")}
        </button>
      </div>
    </form>
  );
}

/** 别名: what she calls the card (E13). */
function Rename({ entered, tell }: { readonly entered: EnteredView; readonly tell: Tell }) {
  const words = useWords();
  const rename = useCustomer((customer) => customer.renameEPay);
  const [wrong, tellWrong] = useState<Wrong>({});

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const alias = typedIn(form)("alias");
    const isFit = alias !== "" && !/[0-9０-９]{5}/.test(alias);
    const found: Wrong = isFit ? {} : { alias: words("ePayHome:wrong.alias") };
    tellWrong(found);
    if (!isFit) return focusWrong(form, found);
    tell((await rename(alias)) ?? "done");
  }
  return (
    <form className="order" onSubmit={(event) => void send(event)} noValidate>
      <h3>{words("ePayHome:own.rename")}</h3>
      <CheckedLine
        name="alias"
        label={words("ePayHome:own.alias")}
        defaultValue={entered.alias}
        maxLength={20}
        wrong={wrong}
      />
      <div className="actions">
        <button type="submit" className="plain">
          {words("ePayHome:own.rename.do")}
        </button>
      </div>
    </form>
  );
}

/** 暂停 and 注销; what cannot be taken back is asked once more. */
function Ending({ isInUse, tell }: { readonly isInUse: boolean; readonly tell: Tell }) {
  const words = useWords();
  const suspend = useCustomer((customer) => customer.suspendEPay);
  const cancel = useCustomer((customer) => customer.cancelEPay);
  const [isSure, ask] = useState(false);
  return (
    <div className="ending">
      {isInUse && (
        <button
          type="button"
          className="plain"
          onClick={async () => tell((await suspend()) ?? "done")}
        >
          {words("ePayHome:own.suspend")}
        </button>
      )}
      {isSure ? (
        <p role="alert" className="sure">
          {words("ePayHome:own.cancel.sure")}{" "}
          <button type="button" className="plain" onClick={async () => tell(await cancel())}>
            {words("ePayHome:own.cancel.do")}
          </button>{" "}
          <button type="button" className="plain" onClick={() => ask(false)}>
            {words("ePayHome:back")}
          </button>
        </p>
      ) : (
        <button type="button" className="plain" onClick={() => ask(true)}>
          {words("ePayHome:own.cancel")}
        </button>
      )}
    </div>
  );
}
