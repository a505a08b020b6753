import { type RefObject, useEffect, useRef } from "react";

/** How something that was asked for stands. */
interface Went {
  readonly waiting: boolean;
  readonly done: boolean;
  readonly refusal?: unknown;
}

/**
 * Takes whoever asked to what came of it: to the first field of `form` where it is to be typed again,
 * or else to the line that says how it went. Nothing moves before anything was asked.
 */
export function useFocusAfter<Result extends HTMLElement>({
  waiting,
  done,
  refusal,
}: Went): {
  readonly form: RefObject<HTMLDivElement | null>;
  readonly result: RefObject<Result | null>;
} {
  const form = useRef<HTMLDivElement>(null);
  const result = useRef<Result>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (waiting) wasAsked.current = true;
    if (waiting || !wasAsked.current) return;
    wasAsked.current = false;
    if (done) return result.current?.focus();
    const again = form.current?.querySelector<HTMLElement>("input, button[type=submit]");
    if (refusal) again?.focus();
  }, [waiting, done, refusal]);
  return { form, result };
}
