import type { loss as chinese } from "#renderer/wording/zh-CN/loss.ts";

export const loss = {
  "4001.help":
    "An oral report stops the card at once, but lapses by itself. At the counter check the document; by phone take down the caller's name and number. Remind the customer to make it written before its last day.",
} satisfies typeof chinese;
