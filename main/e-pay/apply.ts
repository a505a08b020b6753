import { maskPan } from "#core/card/pan.ts";
import { applyForEPay, mayApply, type Wish } from "#core/commands/online/e-pay/enrol.ts";
import type { OnlineContext } from "#core/commands/online/online.ts";
import type { EPayAppliedView } from "#core/contract/own-e-pay-view.ts";
import type { Batch } from "#core/journal/batch.ts";
import { accept } from "#core/kernel/result.ts";
import { type DoOnce, sealedIdentifier } from "#main/e-pay/once.ts";
import type { EPayHandlers, OwnEPayParts } from "#main/e-pay/own-e-pay.ts";
import type { PostOnline } from "#main/online-bank/post-online.ts";

/**
 * 开通, first two steps: what she typed is looked at, then the pad asks for her card's PIN, and only
 * then is anything decided (E08, E09). The PIN comes out of the pad as a keyed hash, serves this once, and
 * is asked for again with every application.
 */
export function applying(
  { desk, vault, pinPad, evidence }: OwnEPayParts,
  {
    post,
    once,
    shown,
  }: {
    readonly post: PostOnline;
    readonly once: DoOnce;
    readonly shown: (batch: Batch) => EPayAppliedView;
  },
): EPayHandlers["e-pay.apply"] {
  const look = (wish: Wish) => (context: OnlineContext) => {
    const found = mayApply(wish, context);
    return found.ok ? accept({ entries: [], outcome: found.value, facts: [] }) : found;
  };

  return async ({ id, ...wish }) => {
    desk.settle();
    const { phone, number: digits, alias, agreement } = wish;
    const who = sealedIdentifier(vault.pinPepper, { phone, digits });
    const asked = { id, content: { what: "apply", who, alias, agreement } };
    if (desk.ledger.requestSeen(id)) {
      const before = once(asked, (context) => applyForEPay(wish, undefined, context));
      return before.ok ? accept(shown(before.value)) : before;
    }

    const found = post("e-pay", look(wish));
    if (!found.ok) return found;
    const { card, customer } = found.value.outcome;
    const { birthDate, documentNumber: identityNumber } = customer;
    const keyed = await pinPad.ask({
      ...{ of: "card", account: card.account, purpose: "verify", number: maskPan(card.pan) },
      owner: { birthDate, phone: customer.phone, identityNumber },
    });
    if (!keyed.ok) return keyed;
    const pin = evidence.look(keyed.value.ref);
    evidence.burn([keyed.value.ref]);

    desk.settle();
    const done = once(asked, (context) => applyForEPay(wish, pin, context));
    return done.ok ? accept(shown(done.value)) : done;
  };
}
