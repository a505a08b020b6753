import { Form } from "antd";
import { DayPictures } from "#renderer/day/pictures.tsx";
import { SaveSlips } from "#renderer/day/save-slips.tsx";
import { ToSettle } from "#renderer/day/to-settle.tsx";
import { useDay } from "#renderer/day/use-day.ts";
import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1105 日终轧账: X tells how the day stands; Z seals the books, once, and ends it (C03). */
export function BalanceDay() {
  const words = useWords();
  const day = useDay();
  useNoCustomer();
  const isSettled = day?.toEnd.length === 0;
  return (
    <TransactionScreen
      code="1105"
      needsCustomer={false}
      initial={{ report: "z" }}
      alsoAsked={<AgreedOnce />}
    >
      <ChooseOneField
        name="report"
        label={words("day:report")}
        options={[
          { value: "x", label: words("day:report.x") },
          { value: "z", label: words("day:report.z") },
        ]}
      />
      <ChosenOnce />
      {day && !isSettled && (
        <>
          <ToSettle items={day.toEnd} title={words("day:to-settle", { count: day.toEnd.length })} />
          <SaveSlips items={day.toEnd} />
        </>
      )}
      {isSettled && <p className="all-settled">✓ {words("day:all-settled")}</p>}
      {day && <DayPictures day={day} />}
      <p className="hint">{words("help:1105.help")}</p>
    </TransactionScreen>
  );
}

function ChosenOnce() {
  const report: unknown = Form.useWatch("report", Form.useFormInstance());
  return <Once report={report} />;
}

function AgreedOnce() {
  const transaction = useTeller((teller) => teller.transaction);
  const input = transaction && "request" in transaction ? transaction.request.input : undefined;
  const asked = typeof input === "object" && input && "report" in input ? input.report : undefined;
  return <Once report={asked} />;
}

/** A day is sealed once, said before anybody agrees to it. */
function Once({ report }: { readonly report: unknown }) {
  const words = useWords();
  return report === "x" ? null : <p className="notable">{words("kit:seal.once")}</p>;
}
