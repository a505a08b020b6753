import { Form, Radio } from "antd";
import { useEffect, useState } from "react";
import type { CallQuestions } from "#core/contract/call-view.ts";
import { Reveal } from "#renderer/screens/enquiry/reveal.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Question = CallQuestions[number]["question"];

/** What the form holds besides the input: how each question was answered, if it was asked. */
interface Answers {
  readonly answers?: Partial<Record<Question, "right" | "wrong" | "not-asked">>;
}

/** Who calls, from which number, and what they knew of the record (O10). The answers are not typed. */
export function TakeCall() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id);
  // The end of a call is asked for elsewhere, whoever is at the counter by then.
  const isEnding = useTeller(({ workstation }) => workstation?.call !== undefined);
  return (
    <TransactionScreen
      code="7201"
      needsCustomer={!isEnding}
      initial={{ action: "start" }}
      toInput={(draft) => withAsked(draft, customer)}
    >
      <Form.Item name="action" hidden initialValue="start">
        <input />
      </Form.Item>
      <TextField name="callerName" label={words("kit:caller.name")} />
      <TextField
        name="callerPhone"
        label={words("kit:caller.phone")}
        longest={20}
        inputMode="tel"
      />
      {customer !== undefined && <Questions customer={customer} />}
    </TransactionScreen>
  );
}

function withAsked(draft: Draft<"7201">, customer: string | undefined): Draft<"7201"> {
  if (draft.action !== "start") return draft;
  // The fields of the questions are this form's own, and no part of the contract.
  const { answers = {}, ...start } = draft as typeof draft & Answers;
  const asked = Object.entries(answers).flatMap(([question, answer]) =>
    answer === "right" || answer === "wrong"
      ? [{ question: question as Question, right: answer === "right" }]
      : [],
  );
  return { ...start, customer: customer ?? "", asked };
}

/** The questions one below the other, what the record has beside each, and how it was answered. */
function Questions({ customer }: { readonly customer: string }) {
  const words = useWords();
  const questions = useQuestions(customer);
  return (
    <section className="call-questions" aria-labelledby="call-questions">
      <h2 id="call-questions">{words("hotline:questions.title")}</h2>
      <p className="hint">{words("hotline:questions.how")}</p>
      {questions.map(({ question, record }) => (
        <Form.Item
          key={question}
          name={["answers", question]}
          initialValue="not-asked"
          label={`${words(`term:question.${question}`)} ${record}`}
          extra={<Shown question={question} customer={customer} />}
        >
          <Radio.Group
            aria-label={words(`term:question.${question}`)}
            className="choose-one"
            options={(["right", "wrong", "not-asked"] as const).map((value) => ({
              value,
              label: words(`hotline:answer.${value}`),
            }))}
          />
        </Form.Item>
      ))}
    </section>
  );
}

/** A masked number in full, for a reason (K10): the teller cannot compare what is hidden. */
function Shown({ question, customer }: { readonly question: Question; readonly customer: string }) {
  if (question === "document-number") return <Reveal customer={customer} what="document" />;
  return question === "reserved-phone" ? <Reveal customer={customer} what="phone" /> : null;
}

/** What this customer can be asked; nothing until the answer has come. */
function useQuestions(customer: string): CallQuestions {
  const { bridge } = useCounter();
  const [questions, ask] = useState<CallQuestions>([]);
  useEffect(() => {
    let isWanted = true;
    void bridge.request("call.questions", { customer }).then((reply) => {
      if (isWanted && reply.ok) ask(reply.value);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, customer]);
  return questions;
}
