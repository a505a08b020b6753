import { openCases } from "#renderer/screens/loss/case-reasons.ts";
import { Reprinted } from "#renderer/screens/reprinted.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { ReasonField, SlipField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 4011 挂失申请书补打: the paper of a report once more, counted and marked as a copy (3.12). */
export function ReprintApplication() {
  const words = useWords();
  const subject = useTeller((teller) => teller.subject.slip);
  const customer = useTeller((teller) => teller.customer);
  const slips = customer
    ? openCases(customer).flatMap(({ slip, number, cardNumber }) =>
        slip ? [{ value: slip, label: `${slip} · ${number} · ${cardNumber}` }] : [],
      )
    : [];
  const isTyped = slips.length === 0 || (subject && !slips.some(({ value }) => value === subject));
  const slip = subject ?? (slips.length === 1 ? slips[0]?.value : undefined);

  return (
    <>
      <TransactionScreen
        code="4011"
        needsCustomer={false}
        initial={slip === undefined ? {} : { slip }}
      >
        {isTyped ? (
          <SlipField />
        ) : (
          <ChooseOneField name="slip" label={words("loss:slip-of-case")} options={slips} />
        )}
        <ReasonField />
        <FeeField isInCash isOptional />
      </TransactionScreen>
      <Reprinted />
    </>
  );
}
