import { useEffect, useRef } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { OpenItems } from "#renderer/transaction/open-items.tsx";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";

/** A refusal, said aloud and brought into sight: why not, and what to do now. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | undefined }) {
  const say = useSayRefusal();
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Below a long form it would stand where nobody looks, and Enter would seem dead.
    if (refusal) place.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);

  if (!refusal) return null;
  const items = "items" in refusal ? refusal.items : [];
  return (
    <>
      <p ref={place} role="alert" className="refusal">
        {say(refusal)}
      </p>
      {items.length > 0 && <OpenItems items={items} />}
    </>
  );
}
