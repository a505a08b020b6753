import { z } from "zod";

/** A wallet by its number of registration; also the account that its money is posted to. */
export const WalletId = z
  .string()
  .regex(/^wa-\d+$/)
  .brand<"WalletId">();
export type WalletId = z.infer<typeof WalletId>;
