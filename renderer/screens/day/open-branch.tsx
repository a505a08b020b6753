import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1004 网点开机/关机: what the day needs next is chosen already (C03). */
export function OpenBranch() {
  const words = useWords();
  const day = useTeller((teller) => teller.workstation?.day);
  useNoCustomer();
  const next = day && day.status !== "closed" ? "close" : "open";
  return (
    <TransactionScreen code="1004" needsCustomer={false} initial={{ action: next }}>
      <p className="notable">
        {day ? words(`day:now.${day.status}`, { date: day.date }) : words("day:now.none")}
      </p>
      <ChooseOneField
        name="action"
        label={words("day:action")}
        options={[
          { value: "open", label: words("term:action.day-open") },
          { value: "close", label: words("term:action.day-close") },
        ]}
      />
    </TransactionScreen>
  );
}
