import { Form } from "antd";
import { ActionField, useAction } from "#renderer/screens/e-bank/action-field.tsx";
import {
  EnrolmentField,
  noEnrolment,
  useChosenEnrolmentId,
} from "#renderer/screens/e-pay/enrolment-field.tsx";
import { EPayBeside, liveEnrolments } from "#renderer/screens/e-pay/enrolments.tsx";
import { useOwnChannel } from "#renderer/screens/hotline/on-the-phone.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChannelField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { IdentityField, ShownDocumentField } from "#renderer/transaction/identity-field.tsx";
import { SmsCodeField } from "#renderer/transaction/sms-code-field.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 7003 e支付 冻结/解冻: stopped by document alone, back by the holder in person or by a code (5.5). */
export function SuspendEPay() {
  const customer = useTeller((teller) => teller.customer);
  const about = useTeller((teller) => teller.subject.enrolment);
  const channel = useOwnChannel();
  const live = customer ? liveEnrolments(customer) : [];
  const stopped = live.filter(({ status }) => status === "suspended");
  const meant = live.find(({ id }) => id === about) ?? (live.length === 1 ? live[0] : undefined);
  const first = meant?.status === "suspended" ? "resume" : "suspend";
  return (
    <Suited code="7003" whyNot={noEnrolment}>
      <div className="with-beside">
        <TransactionScreen
          code="7003"
          initial={first === "resume" ? { action: first } : { action: first, channel }}
          toInput={withoutProof}
        >
          <ActionField
            actions={
              stopped.length === live.length
                ? ["resume"]
                : stopped.length > 0
                  ? ["suspend", "resume"]
                  : ["suspend"]
            }
          />
          <FieldsOfAction />
        </TransactionScreen>
        <EPayBeside />
      </div>
    </Suited>
  );
}

function FieldsOfAction() {
  const action = useAction();
  if (action === "resume") return <ResumeFields />;
  return action === "suspend" ? (
    <>
      <EnrolmentField only={({ status }) => status === "enrolled"} />
      <ChannelField />
      <ShownDocumentField />
    </>
  ) : null;
}

const proofs = ["in-person", "sms-code"] as const;

function ResumeFields() {
  const words = useWords();
  const proof = Form.useWatch<unknown>("proof", Form.useFormInstance());
  const customer = useTeller((teller) => teller.customer?.id);
  const enrolment = useChosenEnrolmentId();
  const asked = customer && enrolment && { purpose: "e-pay.resume" as const, customer, enrolment };
  return (
    <>
      <EnrolmentField only={({ status }) => status === "suspended"} />
      <IdentityField />
      <ChooseOneField
        name="proof"
        label={words("ePay:proof")}
        options={proofs.map((value) => ({ value, label: words(`term:proof.${value}`) }))}
      />
      {proof === "sms-code" && <SmsCodeField asked={asked || undefined} />}
      <SignedTick />
    </>
  );
}

/** By what it is proved is the form's own question; the request has the code, or has none. */
function withoutProof(draft: Draft<"7003">): Draft<"7003"> {
  if (draft.action !== "resume" || !("proof" in draft)) return draft;
  const { proof: _proof, ...rest } = draft;
  return rest;
}
