import { Checkbox, Form } from "antd";
import type { StockRegisterView } from "#core/contract/stock-view.ts";
import { RangesField } from "#renderer/screens/stock/ranges-field.tsx";
import { RunsTable } from "#renderer/screens/stock/runs-table.tsx";
import { KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { useStockRegister } from "#renderer/screens/stock/use-stock-register.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { requiredRule } from "#renderer/transaction/field.ts";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const whats = ["voided", "unclaimed"] as const;
type What = (typeof whats)[number];

/** 8010 凭证销毁: void pieces, or made cards nobody came for, before two people (V04, V10). */
export function DestroyStock() {
  const words = useWords();
  const { register } = useStockRegister();
  return (
    <TransactionScreen code="8010" needsCustomer={false} initial={{ what: "voided" }}>
      <ChooseOneField
        name="what"
        label={words("stock:destroy.what")}
        options={whats.map((value) => ({ value, label: words(`stock:destroy.${value}`) }))}
      />
      <Which register={register} />
    </TransactionScreen>
  );
}

function Which({ register }: { readonly register: StockRegisterView | undefined }) {
  const form = Form.useFormInstance();
  const what = Form.useWatch<What | undefined>("what", form);
  const kind = Form.useWatch<string | undefined>("kind", form);
  if (what === "unclaimed") return <Unclaimed cards={register?.unclaimed ?? []} />;
  const hand = register?.hands.find((one) => one.kind === kind && one.holder === "voided");
  return (
    <>
      <KindField />
      {hand && hand.held.pieces > 0 && <Waiting hand={hand} />}
      <RangesField />
    </>
  );
}

/** The pieces of the kind that wait for their destruction. */
function Waiting({ hand }: { readonly hand: StockRegisterView["hands"][number] }) {
  const words = useWords();
  return <RunsTable caption={words("stock:destroy.waiting")} column={hand.held} />;
}

function Unclaimed({ cards }: { readonly cards: StockRegisterView["unclaimed"] }) {
  const words = useWords();
  const label = words("stock:destroy.cards");
  return (
    <Form.Item
      name="orders"
      label={label}
      rules={requiredRule(words("kit:required.choice", { label }))}
    >
      {cards.length === 0 ? (
        <output className="nothing">{words("stock:destroy.cards.none")}</output>
      ) : (
        <Checkbox.Group
          aria-label={label}
          options={cards.map(({ order, cardNumber, customerName, arrivedOn }) => ({
            value: order,
            label: words("stock:destroy.card", { order, cardNumber, customerName, arrivedOn }),
          }))}
        />
      )}
    </Form.Item>
  );
}
