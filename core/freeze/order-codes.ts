/**
 * Transactions on orders of the state: whoever lacks the duty is shown nothing of them anywhere (no
 * tipping off). Those of the customer's and the bank's own holds (6008–6010) are everybody's.
 */
export const orderCodes = [
  "6001",
  "6002",
  "6003",
  "6004",
  "6005",
  "6006",
  "6007",
  "6011",
  "6012",
] as const;

/** Whether a transaction acts on orders of the state, or looks at them. */
export function isOfOrders(code: string): boolean {
  return orderCodes.some((one) => one === code);
}
