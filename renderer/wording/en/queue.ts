import type { queue as chinese } from "#renderer/wording/zh-CN/queue.ts";

export const queue = {
  "status.waiting": "waiting for approval",
  "status.approved": "approved, not yet posted",
  "status.lapsed": "approval lapsed, waiting",
  "status.declined": "declined",
  "status.withdrawn": "withdrawn",
  "status.taken-up": "posted",
} satisfies typeof chinese;
