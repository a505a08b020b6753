import type { Entry } from "#core/journal/entry.ts";
import { drawCoordinates } from "#core/password-card/draw.ts";
import { coordinatesOf } from "#core/password-card/grid.ts";
import type { PasswordCard } from "#core/password-card/password-card.ts";
import { Relation, type RelationKind } from "#core/replacement/relation.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import { lowestPiece, pieceGiven } from "#main/demonstration/pieces.ts";
import { unusedPasswordCard } from "#main/demonstration/printed-cards.ts";
import { type Counter, type Happening, visitMoment, visitorOf } from "#main/demonstration/visit.ts";

/**
 * An internet bank and its password card are taken over from the bank's former system as they stood
 * there, with so many challenges `answered`: a past too long to be told payment by payment.
 */
export function bringOver(
  { number, date }: When,
  counter: Counter,
  { answered, draw }: { readonly answered: number; readonly draw: Draw },
): Happening {
  const at = visitMoment(number, date, 0);
  return {
    at,
    happen(past) {
      const books = past.books();
      const { customer, account, card } = visitorOf(past, number, counter);
      const teller = counter.teller.id;
      const serial = lowestPiece(books, "password-card", teller);
      const issued = { serial, customer: customer.id, issuedOn: account.openedOn };
      const relation = (kind: RelationKind, label: string, place: number): Entry => ({
        type: "relation.bound",
        relation: Relation.parse({
          id: `r-${books.count("relation") + place}`,
          kind,
          customer: customer.id,
          account: account.id,
          card: card.id,
          label,
          status: "active",
        }),
      });
      const password = counter.bankPassword(customer);
      past.record({
        at,
        teller: "system",
        code: "system",
        entries: [
          relation("internet-bank", "个人网上银行", 1),
          { type: "e-bank.opened", customer: customer.id, channel: "internet-bank", password },
          pieceGiven("password-card", serial, { teller, customer: customer.id }),
          {
            type: "password-card.entered",
            card: used(unusedPasswordCard(books, issued), answered, draw),
          },
          relation("password-card", serial, 2),
        ],
      });
    },
  };
}

/** The card after so many right answers, with the cells that were asked for on the way. */
function used(card: PasswordCard, answered: number, draw: Draw): PasswordCard {
  const cells = coordinatesOf(card.grid);
  const seen = Array.from({ length: answered }, () =>
    drawCoordinates(cells, card.grid.challengeSize, draw.below),
  );
  return {
    ...card,
    life: "active",
    used: answered,
    answered,
    cellsSeen: [...new Set(seen.flat())],
  };
}
