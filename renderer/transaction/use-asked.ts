import { useEffect, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";

type Answered =
  | { readonly ok: true; readonly value: { readonly ref: string } }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Asks a device for something and waits for its answer; a field that goes away meanwhile calls the
 * question off. The value is taken back as soon as it is asked for anew. `cancel` must be stable.
 */
export function useAsked(
  onChange: ((ref: string | undefined) => void) | undefined,
  cancel: () => void,
) {
  const [refusal, refuse] = useState<Refusal>();
  const [isWaiting, wait] = useState(false);
  const asking = useRef(false);
  useEffect(
    () => () => {
      if (asking.current) cancel();
    },
    [cancel],
  );

  async function ask(question: () => Promise<Answered>): Promise<void> {
    refuse(undefined);
    onChange?.(undefined);
    wait(true);
    asking.current = true;
    const reply = await question();
    asking.current = false;
    wait(false);
    if (reply.ok) onChange?.(reply.value.ref);
    else refuse(reply.refusal);
  }
  return { ask, isWaiting, refusal };
}
