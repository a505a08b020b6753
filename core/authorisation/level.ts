import { z } from "zod";
import type { Role } from "#core/teller/teller.ts";

/**
 * 授权级别 (3.9): A0 the teller alone, A1 a second teller, A2 a supervisor on the spot, A3 the
 * branch head or two supervisors.
 */
export const Level = z.enum(["A0", "A1", "A2", "A3"]);
export type Level = z.infer<typeof Level>;

/** How much of a level one person's word is worth. */
export function isWorth(role: Role, level: Level): "whole" | "half" | "nothing" {
  if (role === "auditor" || role === "administrator") return "nothing";
  if (role === "branch-head") return "whole";
  if (role === "supervisor") return level === "A3" ? "half" : "whole";
  return level === "A1" || level === "A0" ? "whole" : "nothing";
}
