import { useRef, useState } from "react";
import type { EnteredWalletView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { fen, fenFromText, formatFen } from "#core/money/fen.ts";
import { Line } from "#renderer/customer/line.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Declined, typed } from "#renderer/customer/wallet/fields.tsx";
import { useIntent } from "#renderer/customer/wallet/forms.tsx";
import { Moving } from "#renderer/customer/wallet/moving.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Bill = EnteredWalletView["bills"][number];

/** 账单 (W01): what waits to be paid, and what is laid in to be reminded of. */
export function Bills({ bills }: Pick<EnteredWalletView, "bills">) {
  const words = useWords();
  return (
    <>
      {bills.length === 0 && <p className="nothing">{words("wallet:bills.none")}</p>}
      <ul className="bills">
        {bills.map((bill) => (
          <BillLine key={bill.id} bill={bill} />
        ))}
      </ul>
      <NewBill />
    </>
  );
}

function BillLine({ bill }: { readonly bill: Bill }) {
  const words = useWords();
  const intent = useIntent();
  const change = useCustomer((customer) => customer.changeWallet);
  const { id, biller, reference, amount, dueOn, status } = bill;
  const said = { biller, amount: formatFen(amount) };
  return (
    <li>
      <p>
        <strong>{biller}</strong> <span className="figures">{reference}</span>{" "}
        {words(status === "reminded" ? "wallet:bill.reminded" : "wallet:bill.due", { dueOn })}
      </p>
      <Moving
        submit={words("wallet:bill.pay", said)}
        read={() => intent({ kind: "bill", bill: id }, biller, amount)}
      >
        <button
          type="button"
          className="plain"
          onClick={() => void change("wallet.remove-bill", { bill: id })}
        >
          {words("wallet:bill.remove", said)}
        </button>
      </Moving>
    </li>
  );
}

function NewBill() {
  const words = useWords();
  const today = useCustomer((customer) => customer.wallet?.today);
  const change = useCustomer((customer) => customer.changeWallet);
  const form = useRef<HTMLFormElement>(null);
  const [refusal, refuse] = useState<Refusal>();

  async function add(): Promise<void> {
    const filled = form.current;
    if (!filled) return;
    const bill = {
      biller: typed(filled, "biller"),
      reference: typed(filled, "reference"),
      // What cannot be read is nothing, and nothing is refused as no amount.
      amount: fenFromText(typed(filled, "amount")) ?? fen(0),
      dueOn: typed(filled, "dueOn"),
    };
    const refused = await change("wallet.add-bill", { bill });
    refuse(refused);
    if (!refused) filled.reset();
  }
  return (
    <form
      ref={form}
      aria-label={words("wallet:bill.new")}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{words("wallet:bill.new")}</h3>
      <Line required name="biller" label={words("wallet:biller")} />
      <Line required name="reference" label={words("wallet:reference")} maxLength={30} />
      <Line
        required
        name="amount"
        label={words("wallet:amount")}
        inputMode="decimal"
        maxLength={12}
      />
      <Line
        required
        name="dueOn"
        type="date"
        label={words("wallet:due-on")}
        {...(today ? { defaultValue: today } : {})}
      />
      <Declined refusal={refusal} />
      <div className="actions">
        <button type="submit" className="primary">
          {words("wallet:bill.add")}
        </button>
      </div>
    </form>
  );
}
