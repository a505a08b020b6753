import type { CardReader, WriteStage } from "#main/card-reader/reader.ts";
import type { ComposeOptions } from "#main/config.ts";
import { openPresenter, type Presenter } from "#main/demonstration/presenter.ts";
import type { Desk } from "#main/desk.ts";
import { type OwnEPay, openOwnEPay } from "#main/e-pay/own-e-pay.ts";
import { type CounterReader, openCounterReader } from "#main/evidence/counter-reader.ts";
import { type ComposeStripe, stripeComposer } from "#main/issuing/stripe.ts";
import type { Machine } from "#main/machine.ts";
import { type OnlineBank, openOnlineBank } from "#main/online-bank/online-bank.ts";
import { type OperatorCards, openOperatorCards } from "#main/people/operator-card.ts";
import { createPinPad, type PinPad, pinVerifier } from "#main/pin-pad/pin-pad.ts";
import { openStation, type Station } from "#main/reader-desk/station.ts";
import { isRightCode } from "#main/sms/code-digits.ts";
import type { RuleSources } from "#main/transactions.ts";
import type { Vault } from "#main/vault/vault.ts";
import { type OwnWallet, openOwnWallet } from "#main/wallet/own-wallet.ts";
import { displayView, type Tell } from "#main/workstation.ts";

type Stage = "writing" | "erasing" | "verifying";

/** What stands on the counter: card reader and customer's keys; and all that a presenter has besides. */
export interface Devices {
  readonly reader: CardReader;
  /** The same reader with its settings, its trace and its recording. */
  readonly station: Station;
  readonly counter: CounterReader;
  readonly pinPad: PinPad;
  readonly operatorCards: OperatorCards;
  /** Only in a demonstration. */
  readonly presenter: Presenter | undefined;
  /** The customer at home, only in a demonstration. */
  readonly onlineBank: OnlineBank | undefined;
  /** Her e支付, only in a demonstration. */
  readonly ownEPay: OwnEPay | undefined;
  /** Her e钱包, only in a demonstration. */
  readonly ownWallet: OwnWallet | undefined;
  readonly compose: ComposeStripe;
  /** What the status bar says while a card is being written or erased. */
  readonly stage: () => Stage | undefined;
  /** A card is to be pulled through, to have this done to it or to be read back; or it is over. */
  readonly onStage: (stage: WriteStage | "done", changing: Exclude<Stage, "verifying">) => void;
}

/** Plugs the devices in: the reader as it was set up, which in a demonstration may be simulated. */
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
  const { simulate } = presenter ?? {};
  const station = openStation(options, {
    machine,
    simulate,
    onTraced: (line) => desk.atWork().ok && tell("reader.traced", line),
    onChange,
  });
  const { reader } = station;
  reader.onState(onChange);

  let stage: Stage | undefined;
  const pinPad: PinPad = createPinPad({
    pepper: vault.pinPepper,
    isRightCode: (code, digits) => isRightCode(vault.smsCode, code, digits),
    evidence,
    demonstration: presenter !== undefined,
    onChange: () => tell("display.changed", displayView(desk, pinPad)),
  });
  const operatorCards = openOperatorCards({
    ...{ desk, bins, evidence, tell },
    pepper: vault.pinPepper,
  });
  return {
    reader,
    station,
    pinPad,
    presenter,
    ownWallet: presenter && openOwnWallet({ desk, vault, tell, clock: machine.clock }),
    ownEPay:
      presenter && openOwnEPay({ desk, vault, tell, clock: machine.clock, pinPad, evidence }),
    onlineBank: presenter && openOnlineBank({ desk, vault, tell, clock: machine.clock }),
    compose,
    operatorCards,
    counter: openCounterReader(reader, {
      desk,
      operatorCards,
      bins,
      compose,
      evidence,
      onSwipe: (swipe) => tell("card.swiped", swipe),
      onTest: (stripe) => tell("stripe.tested", stripe),
      onFailure: (failure) => options.log.incident(failure),
      clock: machine.clock,
    }),
    stage: () => stage,
    onStage(next, changing) {
      const isOver = next === "done";
      stage = isOver ? undefined : next === "write-swipe" ? changing : "verifying";
      tell("write.stage", { stage: next });
      onChange();
    },
  };
}
