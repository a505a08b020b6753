import { Form } from "antd";
import { useEffect, useState } from "react";
import type { ParametersView } from "#core/contract/people-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { ParameterEditor } from "#renderer/screens/people/parameter-editor.tsx";
import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 9006 参数维护: every parameter with its rule, bounds and present value; the new one beside (5.0). */
export function SetParameters() {
  useNoCustomer();
  const words = useWords();
  const { view, refusal } = useParameters();
  return (
    <TransactionScreen code="9006" needsCustomer={false}>
      <RefusalNote refusal={refusal} />
      {!view && !refusal && <output>{words("parameter:page.read")}</output>}
      {view && (
        <Form.Item name="changes" rules={requiredRule(words("parameter:page.none"))}>
          <ParameterEditor view={view} />
        </Form.Item>
      )}
      <ReasonField />
    </TransactionScreen>
  );
}

/** The parameters as they are, read again whenever the books have moved. */
function useParameters(): { readonly view?: ParametersView; readonly refusal?: Refusal } {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const [answer, tell] = useState<ReturnType<typeof useParameters>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: it says when to read, not what.
  useEffect(() => {
    let isWanted = true;
    void bridge.request("parameters.view", undefined).then((reply) => {
      if (isWanted) tell(reply.ok ? { view: reply.value } : { refusal: reply.refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, version]);
  return answer;
}
