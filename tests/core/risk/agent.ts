import { identityNumber } from "#tests/main/ledger/invented.ts";

/** Somebody who reports a loss for others. */
export const agent = {
  name: "代理人",
  documentKind: "resident-id",
  documentNumber: identityNumber(77),
  phone: "13900000077",
  relation: "朋友",
  check: "match-with-photo",
  reason: "客户住院",
} as const;
