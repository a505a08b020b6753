import { Button, Form } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { SentCode } from "#core/contract/sms-view.ts";
import { useBranchNow } from "#renderer/store/use-branch-now.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { type Control, type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { useAsked } from "#renderer/transaction/use-asked.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What the code is to be good for; undefined until the fields that say so are filled in. */
type Asked = Sent<"sms-code.send"> | undefined;

/**
 * A code by message to the customer's telephone, keyed in on her own pad (E10, E11). This window sees
 * where it went and how long it holds, and never a digit. What it is for may change after it was sent:
 * then it is no longer the code for that, and another is sent.
 */
export function SmsCodeField({
  name = "code",
  label,
  isOptional,
  asked,
}: Partial<FieldProps> & { readonly asked: Asked }) {
  const words = useWords();
  const said = label ?? words("kit:sms-code.label");
  return (
    <Form.Item
      label={said}
      name={name}
      rules={requiredRule(words("kit:sms-code.required"), isOptional)}
    >
      <SmsCodeControl asked={asked} />
    </Form.Item>
  );
}

interface Kept {
  readonly sent: SentCode;
  /** What it was sent for, as one text. */
  readonly forWhat: string;
}

function SmsCodeControl({
  id,
  value,
  onChange,
  asked,
}: Control<string> & { readonly asked: Asked }) {
  const words = useWords();
  const say = useSayRefusal();
  const { bridge } = useCounter();
  const cancel = useCallback(() => void bridge.request("pin.cancel", undefined), [bridge]);
  const pad = useAsked(onChange, cancel);
  const [kept, keep] = useState<Kept>();
  const [sendRefusal, refuse] = useState<Refusal>();
  const forWhat = asked ? JSON.stringify(asked) : "";
  const sent = kept?.forWhat === forWhat ? kept.sent : undefined;
  const now = useBranchNow(sent !== undefined);
  useTakenBack(forWhat, () => {
    if (pad.isWaiting) cancel();
    refuse(undefined);
    onChange?.(undefined);
  });

  async function ask(code: SentCode["code"]): Promise<void> {
    await pad.ask(() => bridge.request("sms-code.ask", { code }));
  }
  async function send(): Promise<void> {
    if (!asked) return;
    refuse(undefined);
    onChange?.(undefined);
    if (pad.isWaiting) await bridge.request("pin.cancel", undefined);
    const reply = await bridge.request("sms-code.send", asked);
    if (!reply.ok) return refuse(reply.refusal);
    keep({ sent: reply.value, forWhat });
    await ask(reply.value.code);
  }

  const refusal = sendRefusal ?? (pad.isWaiting ? undefined : pad.refusal);
  const isExpired = sent !== undefined && now > sent.expiresAt;
  return (
    <div id={id} className="swipe-field sms-code-field">
      {!sent && (
        <Button disabled={!asked} onClick={() => void send()}>
          {words("kit:sms-code.send")}
        </Button>
      )}
      {!asked && <span>{words("kit:sms-code.needs-fields")}</span>}
      {sent && <SentLine sent={sent} now={now} />}
      {pad.isWaiting && <output>{words("kit:sms-code.waiting")}</output>}
      {pad.isWaiting && <Button onClick={cancel}>{words("kit:pin.cancel")}</Button>}
      {value !== undefined && <output>✓ {words("kit:pin.taken")}</output>}
      {sent && !pad.isWaiting && !isExpired && (
        <Button onClick={() => void ask(sent.code)}>{words("kit:sms-code.ask")}</Button>
      )}
      {sent && (
        <Button disabled={now < sent.againAt} onClick={() => void send()}>
          {now < sent.againAt
            ? words("kit:sms-code.again-in", { seconds: secondsUntil(sent.againAt, now) })
            : words("kit:sms-code.again")}
        </Button>
      )}
      {refusal && <p role="alert">{say(refusal)}</p>}
    </div>
  );
}

/** Where it went and how long it still holds. The time runs silently: nobody wants it read out. */
function SentLine({ sent, now }: { readonly sent: SentCode; readonly now: number }) {
  const words = useWords();
  const left = secondsUntil(sent.expiresAt, now);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <>
      <output>{words("kit:sms-code.sent", { to: sent.to })}</output>
      {left > 0 ? (
        <span className="figures">{words("kit:sms-code.holds", { time })}</span>
      ) : (
        <p role="alert">{words("kit:sms-code.expired")}</p>
      )}
      {!sent.hasGateway && <p role="alert">{words("kit:sms-code.no-gateway")}</p>}
    </>
  );
}

function secondsUntil(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000));
}

/** Whatever was keyed in was for something else than what the fields say by now. */
function useTakenBack(forWhat: string, takeBack: () => void): void {
  const before = useRef(forWhat);
  const latest = useRef(takeBack);
  useEffect(() => {
    latest.current = takeBack;
  });
  useEffect(() => {
    if (before.current === forWhat) return;
    before.current = forWhat;
    latest.current();
  }, [forWhat]);
}
