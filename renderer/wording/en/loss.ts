import type { loss as chinese } from "#renderer/wording/zh-CN/loss.ts";

export const loss = {} satisfies typeof chinese;
