import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { EnteredWalletView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { Line } from "#renderer/customer/line.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Declined, typed } from "#renderer/customer/wallet/fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 安全: stopping the wallet at once, letting it go again (W12), and closing it. */
export function Security({
  entered: { freezes },
  onClosed,
}: {
  readonly entered: EnteredWalletView;
  readonly onClosed: () => void;
}) {
  const words = useWords();
  const change = useCustomer((customer) => customer.changeWallet);
  const ask = useCustomer((customer) => customer.askWallet);
  const isStopped = freezes.some(({ kind }) => kind === "customer");
  // Made once, so that pressing twice closes once.
  const closing = useRef(crypto.randomUUID());

  async function close(form: HTMLFormElement): Promise<Refusal | undefined> {
    const password = typed(form, "password");
    const reply = await ask("wallet.close", { id: closing.current, password });
    if (!reply.ok) return reply.refusal;
    onClosed();
    await change("wallet.view", undefined);
    return undefined;
  }
  const second = (
    <Line
      required
      name="password"
      type="password"
      inputMode="numeric"
      maxLength={6}
      label={words("wallet:password.second")}
    />
  );
  return (
    <>
      {isStopped ? (
        <Act
          key="unfreeze"
          what="unfreeze"
          act={(form) => change("wallet.unfreeze", { password: typed(form, "password") })}
        >
          {second}
        </Act>
      ) : (
        <Act
          key="freeze"
          what="freeze"
          act={(form) => change("wallet.freeze", { words: typed(form, "words") })}
        >
          <Line required name="words" label={words("wallet:freeze.words")} maxLength={100} />
        </Act>
      )}
      <Act what="close" act={close}>
        {second}
      </Act>
    </>
  );
}

function Act({
  what,
  act,
  children,
}: {
  readonly what: "freeze" | "unfreeze" | "close";
  readonly act: (form: HTMLFormElement) => Promise<Refusal | undefined>;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const [refusal, refuse] = useState<Refusal>();

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    refuse(await act(event.currentTarget));
  }
  return (
    <form aria-label={words(`wallet:${what}.title`)} onSubmit={(event) => void send(event)}>
      <h3>{words(`wallet:${what}.title`)}</h3>
      <p className="explained">{words(`wallet:${what}.explained`)}</p>
      {children}
      <Declined refusal={refusal} />
      <div className="actions">
        <button type="submit" className={what === "close" ? "plain" : "primary"}>
          {words(`wallet:${what}.now`)}
        </button>
      </div>
    </form>
  );
}
