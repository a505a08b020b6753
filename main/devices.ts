import { createCardReader } from "#main/card-reader/engine.ts";
import { msr605 } from "#main/card-reader/msr605/msr605.ts";
import type { CardReader, ReaderIncident, WriteStage } from "#main/card-reader/reader.ts";
import { serialTransport } from "#main/card-reader/serial-transport.ts";
import type { ComposeOptions } from "#main/config.ts";
import { openPresenter, type Presenter } from "#main/demonstration/presenter.ts";
import type { Desk } from "#main/desk.ts";
import { type CounterReader, openCounterReader } from "#main/evidence/counter-reader.ts";
import { type ComposeStripe, stripeComposer } from "#main/issuing/stripe.ts";
import type { Log } from "#main/log/log.ts";
import type { Machine } from "#main/machine.ts";
import { type OnlineBank, openOnlineBank } from "#main/online-bank/online-bank.ts";
import { createPinPad, type PinPad, pinVerifier } from "#main/pin-pad/pin-pad.ts";
import type { RuleSources } from "#main/transactions.ts";
import type { Vault } from "#main/vault/vault.ts";
import { displayView, type Tell } from "#main/workstation.ts";

/** What stands on the counter: card reader and customer's keys; and all that a presenter has besides. */
export interface Devices {
  readonly reader: CardReader;
  readonly counter: CounterReader;
  readonly pinPad: PinPad;
  /** Only in a demonstration. */
  readonly presenter: Presenter | undefined;
  /** The customer at home, only in a demonstration. */
  readonly onlineBank: OnlineBank | undefined;
  readonly compose: ComposeStripe;
  /** What the status bar says while a card is being written. */
  readonly stage: () => "writing" | "verifying" | undefined;
  readonly onStage: (stage: WriteStage | "done") => void;
}

/** Plugs the devices in: a simulated reader in a demonstration, else the serial port's. */
export function openDevices(
  options: ComposeOptions,
  parts: {
    readonly machine: Machine;
    readonly desk: Desk;
    readonly vault: Vault;
    readonly rules: RuleSources;
    readonly tell: Tell;
    readonly onChange: () => void;
  },
): Devices {
  const { machine, desk, vault, tell, onChange } = parts;
  const { bins, evidence } = parts.rules;
  const compose = stripeComposer(vault.cardVerification);
  const presenter =
    desk.kind === "demonstration"
      ? openPresenter({
          ...parts,
          evidence,
          compose,
          bins,
          pinVerifier: (account, pin) => pinVerifier(vault.pinPepper, account, pin),
        })
      : undefined;
  const reader = createCardReader({
    transport: presenter?.transport ?? serialTransport({ path: options.readerPath ?? "" }),
    dialect: msr605,
    clock: machine.clock,
    onIncident: noting(options.log),
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
    onlineBank: presenter && openOnlineBank({ desk, vault, tell, clock: machine.clock }),
    compose,
    counter: openCounterReader(reader, {
      desk,
      bins,
      compose,
      evidence,
      onSwipe: (swipe) => tell("card.swiped", swipe),
      onTest: (stripe) => tell("stripe.tested", stripe),
      onFailure: (failure) => options.log.incident(failure),
      clock: machine.clock,
      isThere: presenter !== undefined || options.readerPath !== undefined,
    }),
    stage: () => stage,
    onStage(next) {
      stage = next === "done" ? undefined : STAGES[next];
      tell("write.stage", { stage: next });
      onChange();
    },
  };
}

/** A reader that stays away is looked for every few seconds and noted once. */
function noting(log: Log): (incident: ReaderIncident) => void {
  let awayFor: string | undefined;
  return (incident) => {
    const reason = incident.incident === "lost" ? incident.reason : undefined;
    if (reason === undefined || reason !== awayFor) log.note("reader", { ...incident });
    awayFor = reason;
  };
}

const STAGES = { "write-swipe": "writing", "verify-swipe": "verifying" } as const;
