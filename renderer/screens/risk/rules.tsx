import { Form } from "antd";
import { useEffect, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import type { RiskRulesView } from "#core/contract/risk-view.ts";
import { RuleEditor } from "#renderer/screens/risk/rule-editor.tsx";
import { TryOut } from "#renderer/screens/risk/try-out.tsx";
import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 9013 风险规则: what each rule looks at, from which numbers on, and what it does; with a try-out. */
export function RiskRules() {
  useNoCustomer();
  const words = useWords();
  const { view, refusal } = useRules();
  return (
    <TransactionScreen code="9013" needsCustomer={false}>
      <RefusalNote refusal={refusal} />
      {!view && !refusal && <output>{words("risk:rules.read")}</output>}
      {view && (
        <Form.Item name="changes" rules={requiredRule(words("risk:rules.none"))}>
          <RuleEditor view={view} />
        </Form.Item>
      )}
      {view && <TryOut />}
      <ReasonField />
    </TransactionScreen>
  );
}

/** The rules as they are, read again whenever the books have moved. */
function useRules(): { readonly view?: RiskRulesView; readonly refusal?: Refusal } {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const [answer, tell] = useState<ReturnType<typeof useRules>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: it says when to read, not what.
  useEffect(() => {
    let isWanted = true;
    void bridge.request("risk.rules", undefined).then((reply) => {
      if (isWanted) tell(reply.ok ? { view: reply.value } : { refusal: reply.refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, version]);
  return answer;
}
