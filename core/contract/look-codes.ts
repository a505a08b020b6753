/**
 * Codes that open a page or act at once and post nothing by themselves: sign-off, lock and the
 * queries (5.7). Who may is said for them as for every transaction (core/commands/rights.ts).
 */
export const lookCodes = [
  "1002",
  "1003",
  "1005",
  "2001",
  "3010",
  "3015",
  "4010",
  "5004",
  "6011",
  "8011",
  "9001",
  "9002",
  "9004",
  "9009",
  "9010",
  "9011",
] as const;
export type LookCode = (typeof lookCodes)[number];
