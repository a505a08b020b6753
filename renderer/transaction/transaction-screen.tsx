import { Button, Form, type FormInstance, Steps } from "antd";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { TransactionCode, transactions } from "#core/contract/transactions.ts";
import { filling, isOver, type Transaction } from "#renderer/store/transaction.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { AuthoriseDialog } from "#renderer/transaction/authorise-dialog.tsx";
import { BatchMaking } from "#renderer/transaction/batch-making.tsx";
import { CardErasing } from "#renderer/transaction/card-erasing.tsx";
import { CardWriting } from "#renderer/transaction/card-writing.tsx";
import { goOn, goOnAfter, goTo, holdsAnything, onFormKey } from "#renderer/transaction/forward.ts";
import { NeedsCustomer } from "#renderer/transaction/needs-customer.tsx";
import { ParkedPage } from "#renderer/transaction/parked-page.tsx";
import { Preview } from "#renderer/transaction/preview.tsx";
import { ReceiptPage } from "#renderer/transaction/receipt-page.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { Resumed } from "#renderer/transaction/resumed.ts";
import { TakenUpNote } from "#renderer/transaction/taken-up-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The input of a transaction as its form gives it, before the contract has branded it. */
export type Draft<C extends TransactionCode> = z.input<(typeof transactions)[C]>;

/** What a form may hold while it is being filled: any part of the input. */
type Start<C extends TransactionCode> = C extends TransactionCode ? Partial<Draft<C>> : never;

interface Props<C extends TransactionCode> {
  readonly code: C;
  /** What the form starts with. */
  readonly initial?: Start<C>;
  /** Turns what was filled in into the input, where the names of the fields are not enough. */
  readonly toInput?: (draft: Draft<C>) => Draft<C>;
  /** False where the transaction does not concern the customer at the counter. */
  readonly needsCustomer?: boolean;
  /** What a preview is to show of the request beyond the outcome, to whoever approves it as well. */
  readonly alsoAsked?: ReactNode;
  /** The fields. Each writes under its name into the input of the contract. */
  readonly children: ReactNode;
}

/** One transaction of the counter: fill in, preview, approval, card, receipt. */
export function TransactionScreen<C extends TransactionCode>(props: Props<C>) {
  const words = useWords();
  const hasCustomer = useTeller((teller) => teller.customer !== undefined);
  const { code, needsCustomer = true, alsoAsked } = props;
  const transaction = useOwnTransaction(code);
  const title = `title-${code}`;

  return (
    <section className="screen" aria-labelledby={title}>
      <header className="screen-head">
        <h1 id={title}>
          <span className="figures code">{code}</span> {words(`transaction:${code}`)}
        </h1>
        <Progress transaction={transaction} />
      </header>
      {needsCustomer && !hasCustomer && !isOver(transaction) ? (
        <NeedsCustomer />
      ) : (
        <Filling {...props} />
      )}
      {transaction.step === "previewed" && <Preview transaction={transaction}>{alsoAsked}</Preview>}
      {transaction.step === "authorising" && (
        <>
          <Preview transaction={transaction}>{alsoAsked}</Preview>
          <AuthoriseDialog transaction={transaction}>{alsoAsked}</AuthoriseDialog>
        </>
      )}
      {transaction.step === "writing" &&
        (transaction.preview.erases ? (
          <CardErasing transaction={transaction} />
        ) : (
          <CardWriting transaction={transaction} />
        ))}
      {transaction.step === "making" && <BatchMaking transaction={transaction} />}
      {transaction.step === "done" && <ReceiptPage transaction={transaction} />}
      {transaction.step === "parked" && <ParkedPage transaction={transaction} />}
    </section>
  );
}

/** The transaction of this screen: while another one lies over it, it is still being filled in. */
function useOwnTransaction(code: TransactionCode): Transaction {
  return useTeller(({ aside, transaction }) =>
    aside !== undefined && aside.code !== code ? filling : transaction,
  );
}

/** The form. It stays mounted behind the later steps, so that a step back loses nothing. */
function Filling<C extends TransactionCode>({ code, initial, toInput, children }: Props<C>) {
  const words = useWords();
  const [form] = Form.useForm<Draft<C>>();
  const transaction = useOwnTransaction(code);
  const preview = useTeller((teller) => teller.previewTransaction);
  const forgetRefusal = useTeller((teller) => teller.abandonTransaction);
  const isFilling = transaction.step === "filling";
  const isInFront = useTeller(({ aside }) => aside === undefined || aside.code === code);
  const place = useRef<HTMLDivElement>(null);
  const isResumed = useKept(code, form);
  const tellChange = useBegun(code, isResumed);

  useEffect(() => {
    const on = () => place.current && goOn(form, place.current);
    if (!isFilling || !isInFront) return undefined;
    on();
    // Once more when the fields have come that hang on what was chosen beforehand.
    const later = setTimeout(on);
    return () => clearTimeout(later);
  }, [form, isFilling, isInFront]);

  useEffect(() => {
    // A wrong PIN is used up (T25); what is asked for again must not look as if it were there.
    const why = transaction.step === "filling" ? transaction.refusal?.code : undefined;
    const gone = why === undefined ? undefined : keyedIn[why];
    if (gone) form.resetFields(gone as never); // Not every draft has them.
  }, [form, transaction]);

  return (
    <div hidden={!isFilling} ref={place}>
      <Form<Draft<C>>
        // A name of its own keeps the ids of its fields apart from those of a form behind it.
        name={`form-${code}`}
        form={form}
        layout="vertical"
        className="transaction-form"
        // antd's own type of a partial form is a deep one; ours is exact about the first level.
        initialValues={initial as object}
        onFinish={(draft) =>
          void preview({ code, input: withoutGaps(toInput ? toInput(draft) : draft) })
        }
        onFinishFailed={({ errorFields }) => {
          // What the rules said of an earlier filling is not said of this one.
          if (transaction.step === "filling" && transaction.refusal) forgetRefusal();
          if (!place.current) return;
          goTo(
            errorFields.map(({ name }) => name),
            place.current,
          );
        }}
        onKeyDown={(event) => place.current && onFormKey(event, form, place.current)}
        onValuesChange={(changed) => {
          tellChange(changed);
          if (place.current) goOnAfter(changed, form, place.current);
        }}
        requiredMark={false}
        validateTrigger="onSubmit"
      >
        <TakenUpNote code={code} />
        <Resumed value={isResumed}>{children}</Resumed>
        <div className="actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={transaction.step === "filling" && transaction.waiting}
          >
            {words("kit:next")}
          </Button>
        </div>
      </Form>
      {transaction.step === "filling" && transaction.declined && (
        <p role="alert" className="refusal">
          {words("kit:authorise.declined", { ...transaction.declined })}
        </p>
      )}
      {transaction.step === "filling" && <RefusalNote refusal={transaction.refusal} />}
    </div>
  );
}

/** What was keyed in on the pad, and has to be once more after such a refusal. */
const keyedIn: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "card.pin-wrong": [["pin"]],
  "pin.used-up": [["pin"], ["password"], ["open", "password"]],
};

/**
 * Says that a form was begun once something was put into it, until it is gone. What it opens with,
 * such as the swipe that brought the customer, was not filled in by anybody.
 */
function useBegun(code: TransactionCode, isResumed: boolean): (changed: unknown) => void {
  const beginForm = useTeller((teller) => teller.beginForm);
  const isOpen = useRef(false);
  const [isBegun, begin] = useState(isResumed);

  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  useEffect(() => (isBegun ? beginForm(code) : undefined), [isBegun, beginForm, code]);
  return (changed) => {
    if (isOpen.current && holdsAnything(changed)) begin(true);
  };
}

/**
 * Goes on with what was kept for this form, and keeps what is in it when the counter is locked: then
 * nothing of it may stay in the page (D07). Says whether there was anything.
 */
function useKept(code: TransactionCode, form: FormInstance): boolean {
  const { store } = useCounter();
  const [isResumed] = useState(() => {
    const filled = store.getState().filledBefore(code);
    if (filled) form.setFieldsValue(filled);
    return filled !== undefined;
  });
  useLayoutEffect(() => {
    store.getState().forgetFilled(code);
    return () => {
      const { workstation, keepFilled } = store.getState();
      if (workstation?.session.status !== "locked") return;
      keepFilled(code, form.getFieldsValue(true));
    };
  }, [store, code, form]);
  return isResumed;
}

/** Forms hold `undefined` where nothing was filled in; the contract's objects are exact. */
function withoutGaps(input: unknown): unknown {
  if (Array.isArray(input) || typeof input !== "object" || input === null) return input;
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined && value !== "")
      .map(([key, value]) => [key, withoutGaps(value)]),
  );
}

const steps = ["fill", "preview", "authorise", "write", "make", "done"] as const;
type Step = (typeof steps)[number];

const stepOf: Readonly<Record<Transaction["step"], Step>> = {
  filling: "fill",
  previewed: "preview",
  authorising: "authorise",
  writing: "write",
  making: "make",
  done: "done",
  parked: "authorise",
};

function Progress({ transaction }: { readonly transaction: Transaction }) {
  const words = useWords();
  const shown = steps.filter((step) => isNeeded(step, transaction));
  return (
    <Steps
      size="small"
      current={shown.indexOf(stepOf[transaction.step])}
      items={shown.map((step) => ({ title: words(`kit:step.${titleOf(step, transaction)}`) }))}
    />
  );
}

/** Approval, card writing and making are shown once the preview says that they come. */
function isNeeded(step: Step, transaction: Transaction): boolean {
  if (step !== "authorise" && step !== "write" && step !== "make") return true;
  if (transaction.step === "filling") return false;

  const { level, writes, makes, erases } = transaction.preview;
  if (step === "authorise") return level !== "A0";
  return step === "write" ? writes || erases === true : makes !== undefined;
}

/** A card that is erased goes through the reader like one that is written. */
function titleOf(step: Step, transaction: Transaction): Step | "erase" {
  const erases = transaction.step !== "filling" && transaction.preview.erases;
  return step === "write" && erases ? "erase" : step;
}
