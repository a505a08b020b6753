import type { Refusal } from "#core/contract/refusal.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";

/** A refusal, said aloud: why not, and what to do now. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | undefined }) {
  const say = useSayRefusal();
  return refusal ? (
    <p role="alert" className="refusal">
      {say(refusal)}
    </p>
  ) : null;
}
