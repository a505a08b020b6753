import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { CardReader, WriteStage } from "#main/card-reader/reader.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import type { ComposeOptions } from "#main/config.ts";
import { openPresenter, type Presenter } from "#main/demonstration/presenter.ts";
import type { Desk } from "#main/desk.ts";
import { type CounterReader, openCounterReader } from "#main/evidence/counter-reader.ts";
import { type ComposeStripe, stripeComposer } from "#main/issuing/stripe.ts";
import { createPinPad, type PinPad } from "#main/pin-pad/pin-pad.ts";
import type { RuleSources } from "#main/transactions.ts";
import type { Vault } from "#main/vault/vault.ts";
import { displayView, type Tell } from "#main/workstation.ts";

/** What stands on the counter: the card reader, the customer's keys, and the presenter's tray. */
export interface Devices {
  readonly reader: CardReader;
  readonly counter: CounterReader;
  readonly pinPad: PinPad;
  /** Only in a demonstration. */
  readonly presenter: Presenter | undefined;
  readonly compose: ComposeStripe;
  /** What the status bar says while a card is being written. */
  readonly stage: () => "writing" | "verifying" | undefined;
  readonly onStage: (stage: WriteStage | "done") => void;
}

/** Plugs the devices in: a simulated reader in a demonstration, else the serial port's. */
export function openDevices(
  options: ComposeOptions,
  parts: {
    readonly desk: Desk;
    readonly vault: Vault;
    readonly rules: RuleSources;
    readonly tell: Tell;
    readonly onChange: () => void;
  },
): Devices {
  const { desk, vault, tell, onChange } = parts;
  const { bins, evidence } = parts.rules;
  const compose = stripeComposer(vault.cardVerification);
  const presenter =
    desk.kind === "demonstration"
      ? openPresenter({ desk, evidence, compose, bins, tell })
      : undefined;
  const reader = createCardReader({
    transport: presenter?.transport ?? serialTransport({ path: options.readerPath ?? "" }),
    dialect: msr605,
    onIncident: ({ incident }) => options.log.note("reader", { incident }),
  });
  reader.onState(onChange);

  let stage: "writing" | "verifying" | undefined;
  const pinPad: PinPad = createPinPad({
    pepper: vault.pinPepper,
    evidence,
    demonstration: presenter !== undefined,
    onChange: () => tell("display.changed", displayView(desk, pinPad)),
  });
  return {
    reader,
    pinPad,
    presenter,
    compose,
    counter: openCounterReader(reader, {
      desk,
      bins,
      compose,
      evidence,
      onSwipe: (swipe) => tell("card.swiped", swipe),
      onTest: (stripe) => tell("stripe.tested", stripe),
    }),
    stage: () => stage,
    onStage(next) {
      stage = next === "done" ? undefined : STAGES[next];
      tell("write.stage", { stage: next });
      onChange();
    },
  };
}

const STAGES = { "write-swipe": "writing", "verify-swipe": "verifying" } as const;
