import type { ComponentType } from "react";
import { CloseAccount } from "#renderer/screens/loss/close-account.tsx";
import { FormalLoss } from "#renderer/screens/loss/formal-loss.tsx";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { PinLoss } from "#renderer/screens/loss/pin-loss.tsx";
import { ReplaceCard } from "#renderer/screens/loss/replace-card.tsx";
import { ResetPin } from "#renderer/screens/loss/reset-pin.tsx";
import { SlipLost } from "#renderer/screens/loss/slip-lost.tsx";
import { UpgradeLoss } from "#renderer/screens/loss/upgrade-loss.tsx";
import { WithdrawLoss } from "#renderer/screens/loss/withdraw-loss.tsx";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";

/** The screen behind every code. A code without one is not offered. */
export const screens: Partial<Record<ScreenCode, ComponentType>> = {
  "4001": OralLoss,
  "4002": FormalLoss,
  "4003": UpgradeLoss,
  "4004": PinLoss,
  "4005": SlipLost,
  "4006": WithdrawLoss,
  "4007": ReplaceCard,
  "4008": CloseAccount,
  "4009": ResetPin,
};
