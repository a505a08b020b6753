import { Form } from "antd";
import { Duty } from "#renderer/screens/freeze/duty.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 6012 协助查询登记: an organ asked what the bank knows of the customer found before (F03, F15). */
export function AssistedQuery() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  return (
    <Duty code="6012">
      <TransactionScreen code="6012" alsoAsked={<PapersAsked />}>
        <p className="holder">
          {words("freeze:holder.at-counter", {
            name: customer?.name ?? "",
            document: customer?.documentNumber ?? "",
          })}
        </p>
        <Form.Item name="customer" hidden initialValue={customer?.id}>
          <input />
        </Form.Item>
        <PapersFields errand="query" />
        <TextField name="asked" label={words("freeze:asked")} longest={200} />
      </TransactionScreen>
    </Duty>
  );
}
