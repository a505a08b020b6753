/**
 * 支付失败原因 (W16): what a payment failed of, so that the customer knows what to do: try again, fill
 * up, call the bank; or neither, because the rules said no.
 */
export type FailureCause = "network" | "balance" | "system" | "rule";

const causes: Readonly<Record<string, FailureCause>> = {
  "wallet.network": "network",
  "request.too-many": "network",
  "wallet.short": "balance",
  /** A top-up: the account behind the wallet is short. */
  "account.short": "balance",
  "workstation.fault": "system",
  "workstation.disk-full": "system",
  "workstation.locked": "system",
};

/** The cause behind the code of a refusal. */
export function causeOfFailure(code: string): FailureCause {
  return causes[code] ?? "rule";
}
