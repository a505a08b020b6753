import { Form, Input } from "antd";
import { useEffect, useState } from "react";
import type { OrderView } from "#core/contract/customer-view.ts";
import { OpenOrders, useOpenOrders } from "#renderer/screens/card/open-orders.tsx";
import { Instead } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { CaseField } from "#renderer/transaction/customer-fields.tsx";
import { fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Step = "order" | "arrive";

/** 8006 制卡申请, 到卡登记: a card of the same number is ordered, and later arrives (L06, V10). */
export function ProduceCard() {
  const subject = useTeller((teller) => teller.subject);
  const isFilling = useTeller((teller) => teller.transaction.step === "filling");
  const waitsForOne = useTeller(
    ({ customer }) =>
      customer?.lossCases.some(
        ({ possible, numbering }) => possible.includes("8006") && numbering !== "new",
      ) ?? false,
  );
  const list = useOpenOrders();
  const [picked, pick] = useState(subject.order);
  // Whoever has a case that waits for a card comes for the order; else the post brings cards.
  const wish: Step = subject.order || !(subject.lossCase || waitsForOne) ? "arrive" : "order";

  return (
    <>
      <TransactionScreen code="8006" needsCustomer={false} initial={{ step: wish }}>
        <StepField />
        <OrderOrArrival orders={list.orders} picked={picked} />
      </TransactionScreen>
      {isFilling && (
        <OpenOrders
          list={list}
          picked={picked}
          onPick={pick}
          isFirst={wish === "arrive" && picked === undefined}
        />
      )}
    </>
  );
}

function StepField() {
  const words = useWords();
  const all = ["order", "arrive"] as const satisfies readonly Step[];
  return (
    <ChooseOneField
      name="step"
      label={words("card:order.step.label")}
      options={all.map((value) => ({ value, label: words(`card:order.step.${value}`) }))}
    />
  );
}

function OrderOrArrival({
  orders,
  picked,
}: {
  readonly orders: readonly OrderView[];
  readonly picked: string | undefined;
}) {
  const form = Form.useFormInstance();
  const step = Form.useWatch<Step | undefined>("step", form);
  useEffect(() => {
    if (picked !== undefined) form.setFieldValue("step", "arrive");
  }, [form, picked]);

  if (step === "order") return <CaseToOrderFor />;
  return step === "arrive" ? <Arrival order={orders.find(({ id }) => id === picked)} /> : null;
}

/** The customer's case for which a card is to be made, or how to come by one. */
function CaseToOrderFor() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  if (!customer) {
    return (
      <Instead
        reasons={[{ text: words("card:order.case.needs-customer"), ways: [{ code: "2001" }] }]}
      />
    );
  }
  if (customer.lossCases.some(({ possible }) => possible.includes("8006"))) {
    return <CaseField transaction="8006" />;
  }
  return <Instead reasons={[{ text: words("card:order.case.none"), ways: [{ code: "9002" }] }]} />;
}

/** The order that was picked in the list, and the person who keeps the card with the teller. */
function Arrival({ order }: { readonly order: OrderView | undefined }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const label = words("card:order.chosen.label");
  const custodian = words("card:order.custodian.label");
  useEffect(() => {
    form.setFieldValue("order", order?.id);
    if (order) form.getFieldInstance("custodian")?.focus?.();
  }, [form, order]);

  return (
    <>
      <Form.Item name="order" label={label} rules={requiredRule(words("card:order.chosen.none"))}>
        <PickedOrder order={order} />
      </Form.Item>
      <Form.Item
        name="custodian"
        label={custodian}
        rules={[
          ...requiredRule(words("kit:required", { label: custodian })),
          { pattern: /^\d{4}$/, message: fieldError(words("card:order.custodian.invalid")) },
        ]}
      >
        <Input maxLength={4} inputMode="numeric" autoComplete="off" className="figures" />
      </Form.Item>
    </>
  );
}

function PickedOrder({
  id,
  order,
}: {
  readonly id?: string;
  readonly order: OrderView | undefined;
}) {
  const words = useWords();
  return (
    <output id={id} className="figures">
      {order
        ? `${order.id} · ${order.customerName} · ${order.cardNumber}`
        : words("card:order.chosen.none")}
    </output>
  );
}
