import type { ComponentType } from "react";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";

/** The screen behind every code. A code without one is not offered. */
export const screens: Partial<Record<ScreenCode, ComponentType>> = {
  "4001": OralLoss,
};
