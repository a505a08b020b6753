import { useEffect, useState } from "react";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** How long cells or a code may still be answered, by the branch's clock. */
export function TimeLeft({ until }: { readonly until: number }) {
  const words = useWords();
  const aheadMs = useCustomer((customer) => customer.clockAheadMs);
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);

  const seconds = Math.max(0, Math.ceil((until - now - aheadMs) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <span className="time-left figures" role="timer">
      {seconds > 0 ? words("bank:time-left", { time }) : words("bank:time-over")}
    </span>
  );
}
