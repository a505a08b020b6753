import { Form } from "antd";
import { useIsOnThePhone, useOwnChannel } from "#renderer/screens/hotline/on-the-phone.ts";
import { isReportable, noCardToReport, useLikelyLost } from "#renderer/screens/loss/reportable.ts";
import { useUsualReasons } from "#renderer/screens/loss/usual-reasons.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChannelField, MediumField } from "#renderer/transaction/choice-fields.tsx";
import { CardField } from "#renderer/transaction/customer-fields.tsx";
import { ShownDocumentField } from "#renderer/transaction/identity-field.tsx";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const whyNot = noCardToReport(["card"]);

/** 4001 口头挂失: stops the card at once, until the oral report lapses. */
export function OralLoss() {
  const customer = useTeller((teller) => teller.customer);
  const likely = useLikelyLost(["card"]);
  const usual = useUsualReasons();
  const channel = useOwnChannel();
  return (
    <Suited code="4001" whyNot={whyNot}>
      <TransactionScreen code="4001" initial={{ medium: "card", channel }}>
        <CardField only={isReportable(customer, ["card"])} likely={likely} />
        <MediumField />
        <ChannelField />
        <Caller />
        <ShownDocumentField />
        <ReasonField usual={usual} />
      </TransactionScreen>
    </Suited>
  );
}

/** Who called, where the report comes by phone. */
function Caller() {
  const words = useWords();
  const channel = Form.useWatch<unknown>("channel", Form.useFormInstance());
  const isSaid = useIsOnThePhone();
  // Whoever takes a call has noted its caller already (7201).
  if (channel !== "phone" || isSaid) return null;
  return (
    <>
      <TextField name={["caller", "name"]} label={words("kit:caller.name")} />
      <TextField
        name={["caller", "phone"]}
        label={words("kit:caller.phone")}
        longest={20}
        inputMode="tel"
      />
    </>
  );
}
