import { Button, Form, Input } from "antd";
import { type KeyboardEvent, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** A first password, typed twice; only the name of its verifier goes into the request. */
export function FirstPasswordField({ teller }: { readonly teller: string | undefined }) {
  const words = useWords();
  return (
    <Form.Item
      name="password"
      label={words("people:password")}
      rules={requiredRule(words("people:password.required"))}
    >
      <PasswordControl teller={teller} />
    </Form.Item>
  );
}

function PasswordControl({
  id,
  value,
  onChange,
  teller,
}: Control<string> & { readonly teller: string | undefined }) {
  const words = useWords();
  const say = useSayRefusal();
  const { bridge } = useCounter();
  const [once, typeOnce] = useState("");
  const [again, typeAgain] = useState("");
  const [problem, tell] = useState<Refusal | "different">();
  const [isWaiting, wait] = useState(false);

  async function take(): Promise<void> {
    if (once !== again) return tell("different");
    tell(undefined);
    wait(true);
    const reply = await bridge.request("people.take-password", {
      password: once,
      ...(teller === undefined ? {} : { teller }),
    });
    wait(false);
    if (reply.ok) {
      typeOnce("");
      typeAgain("");
      onChange?.(reply.value.ref);
    } else {
      tell(reply.refusal);
    }
  }
  function onEnter(event: KeyboardEvent): void {
    if (event.key !== "Enter" || once === "" || again === "") return;
    event.preventDefault();
    void take();
  }

  if (value !== undefined) {
    return (
      <div id={id} className="swipe-field">
        <output>✓ {words("people:password.taken")}</output>
        <Button onClick={() => onChange?.(undefined)}>{words("people:password.again")}</Button>
      </div>
    );
  }
  return (
    <div className="swipe-field">
      <Input
        id={id ?? ""}
        type="password"
        maxLength={128}
        autoComplete="off"
        value={once}
        onChange={({ target }) => typeOnce(target.value)}
      />
      <Input
        type="password"
        maxLength={128}
        autoComplete="off"
        aria-label={words("people:password.repeat")}
        placeholder={words("people:password.repeat")}
        value={again}
        onChange={({ target }) => typeAgain(target.value)}
        onKeyDown={onEnter}
      />
      <Button loading={isWaiting} onClick={() => void take()}>
        {words("people:password.take")}
      </Button>
      {problem && (
        <p role="alert">
          {problem === "different" ? words("session:change.different") : say(problem)}
        </p>
      )}
    </div>
  );
}
