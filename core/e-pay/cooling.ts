import { addHours, type Instant } from "#core/calendar/instant.ts";
import type { Customer } from "#core/customer/customer.ts";
import type { EPayRules } from "#core/e-pay/rules.ts";

/**
 * Until when no transfer leaves by telephone, because the telephone is new (O09); undefined where it was
 * never another. Shopping and bills go on.
 */
export function phoneCoolsUntil(
  { phoneSince }: Pick<Customer, "phoneSince">,
  { coolingHours }: EPayRules,
): Instant | undefined {
  return phoneSince === undefined ? undefined : addHours(phoneSince, coolingHours);
}
