import { Form } from "antd";
import { AccountOnNotice } from "#renderer/screens/freeze/account-on-notice.tsx";
import { Duty } from "#renderer/screens/freeze/duty.tsx";
import { OrderHead, OrderScreen } from "#renderer/screens/freeze/order-screen.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { startOf } from "#renderer/screens/freeze/papers-start.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const blocks = ["debit", "full"] as const;

/** 6007 紧急止付, 续止: 48 hours to the minute, and once more (F-STOP). */
export function EmergencyStop() {
  const order = useTeller((teller) => teller.subject.order);
  return order === undefined ? <Stop /> : <Extend />;
}

function Stop() {
  const words = useWords();
  const isFilling = useTeller((teller) => teller.transaction.step === "filling");
  return (
    <Duty code="6007">
      <TransactionScreen
        code="6007"
        needsCustomer={false}
        initial={{ papers: { organ: { kind: "emergency-stop" } } } as object}
        alsoAsked={<PapersAsked />}
      >
        <Action is="stop" />
        <PapersFields kinds={isStop} />
        <fieldset className="paper-part">
          <legend>{words("freeze:group.account")}</legend>
          <AccountOnNotice />
          <ChooseOneField
            name="block"
            label={words("freeze:block")}
            options={blocks.map((value) => ({ value, label: words(`freeze:block.${value}`) }))}
          />
        </fieldset>
      </TransactionScreen>
      {isFilling && (
        <div className="beside">
          <OpenKeys ways={[{ code: "6011" }]} label={words("freeze:stop.extend")} />
          <span className="hint">{words("freeze:stop.extend.where")}</span>
        </div>
      )}
    </Duty>
  );
}

function Extend() {
  return (
    <OrderScreen code="6007">
      {(order) => (
        <TransactionScreen
          code="6007"
          needsCustomer={false}
          initial={startOf(order)}
          alsoAsked={<PapersAsked />}
        >
          <Action is="extend" />
          <OrderHead order={order} />
          <PapersFields kinds={isStop} />
        </TransactionScreen>
      )}
    </OrderScreen>
  );
}

function Action({ is }: { readonly is: "stop" | "extend" }) {
  const words = useWords();
  return (
    <>
      <p>
        <strong>{words(`freeze:stop.${is}`)}</strong>
      </p>
      <Form.Item name="action" hidden initialValue={is}>
        <input />
      </Form.Item>
    </>
  );
}

function isStop({ kind }: { readonly kind: string }): boolean {
  return kind === "emergency-stop";
}
