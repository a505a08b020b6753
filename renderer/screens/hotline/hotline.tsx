import { useEffect } from "react";
import { OpenCall } from "#renderer/screens/hotline/open-call.tsx";
import { TakeCall } from "#renderer/screens/hotline/take-call.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";

/** 7201 客服热线: a call is taken, what it may ask for is opened from here, and it is ended here (W12). */
export function Hotline() {
  const call = useTeller(({ workstation }) => workstation?.call);
  const transaction = useTeller((teller) => teller.transaction);
  const goOn = useTeller((teller) => teller.abandonTransaction);
  const isTaken = transaction.step === "done" && isStart(transaction.request.input);

  // The caller waits: what can be done now comes in the place of a receipt, which nobody is handed.
  useEffect(() => {
    if (call && isTaken) goOn();
  }, [call, isTaken, goOn]);

  return call && transaction.step === "filling" ? <OpenCall call={call} /> : <TakeCall />;
}

function isStart(input: unknown): boolean {
  return (
    typeof input === "object" && input !== null && "action" in input && input.action === "start"
  );
}
