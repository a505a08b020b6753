import { useEffect, useState } from "react";
import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { DisplayView } from "#core/contract/display-view.ts";
import { Watermark } from "#renderer/appearance/watermark.tsx";
import { DisplayHead } from "#renderer/customer/display-head.tsx";
import { PinPad } from "#renderer/customer/pin-pad.tsx";
import { Playing } from "#renderer/customer/playing.tsx";
import { Welcome } from "#renderer/customer/welcome.tsx";

/**
 * The customer's display: a welcome, or the pad on which a PIN or password is keyed in. In a
 * demonstration it plays what the customer has at home besides, and gives way to the pad.
 */
export function Display({ bridge }: { readonly bridge: CustomerBridge }) {
  const [view, show] = useState<DisplayView>();

  useEffect(() => {
    const stop = bridge.onNotice("display.changed", show);
    // Only until the first notice: what is told is newer than what was asked for.
    void bridge.request("display.view", undefined).then((reply) => {
      if (reply.ok) show((told) => told ?? reply.value);
    });
    return stop;
  }, [bridge]);

  if (!view) return null;
  const pad = view.status === "pin" && (
    // Every question starts with an empty pad; so does the same question asked again.
    <PinPad
      key={`${view.purpose}:${view.of}:${view.number}`}
      question={view}
      onEnter={(digits) => bridge.request("display.enter-pin", { digits })}
      onCancel={() => void bridge.request("display.cancel", undefined)}
    />
  );
  return view.demonstration ? (
    <div className="display">
      <Playing bridge={bridge} pad={pad || undefined} view={view} />
      <Watermark />
    </div>
  ) : (
    <main className="display">
      <DisplayHead />
      {view.status === "idle" ? <Welcome {...view} /> : pad}
    </main>
  );
}
