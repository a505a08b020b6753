import type { phone as chinese } from "#renderer/wording/zh-CN/phone.ts";

export const phone = {
  title: "WAP bank",
  signal: "GPRS",
  keys: "Telephone keys",
  choose: "Select",
  back: "Back",
  up: "Previous item",
  down: "Next item",
  erase: "Erase one digit",
} satisfies typeof chinese;
