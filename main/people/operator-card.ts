import { createHmac } from "node:crypto";
import { type BinTable, findBin } from "#core/card/bin.ts";
import { Pan } from "#core/card/pan.ts";
import { bearerOfCard } from "#core/commands/manage-people.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { EvidenceRef } from "#core/contract/transactions.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { OperatorCardHash } from "#core/teller/teller.ts";
import type { TrackTexts } from "#main/card-reader/track.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import type { Tell } from "#main/workstation.ts";

type Taken = Result<{ readonly ref: EvidenceRef }, Refusal>;

/** 柜员卡 at the reader: one that is being given out, or one whose bearer signs on. */
export interface OperatorCards {
  /** Whether the card that went through was meant as one; then it is nothing else. */
  readonly take: (tracks: TrackTexts) => boolean;
  /** Nobody is at work any more, or asked to wait no longer. */
  readonly letGo: () => void;
  readonly handlers: Pick<Handlers, "operator-card.ask" | "operator-card.cancel">;
}

/**
 * The keyed hash by which an operator card is known: of what its Track 2 says, sentinels left out,
 * so that readers of every kind agree (K05). The text itself goes no further.
 */
export function operatorCardHash(pepper: Uint8Array, track2: string): OperatorCardHash {
  const said = track2.replace(/^;|\?.?$/g, "");
  const hash = createHmac("sha256", pepper).update(`operator-card:${said}`).digest("base64url");
  return OperatorCardHash.parse(hash);
}

/** Waits for operator cards at the sign-on page, and where one is given out (9008). */
export function openOperatorCards(parts: {
  readonly desk: Desk;
  readonly bins: BinTable;
  readonly pepper: Uint8Array;
  readonly evidence: EvidenceBox;
  readonly tell: Tell;
}): OperatorCards {
  const { desk, evidence, tell } = parts;
  let answer: ((taken: Taken) => void) | undefined;

  function settle(taken: Taken): void {
    const waiting = answer;
    answer = undefined;
    waiting?.(taken);
  }

  const letGo = () => settle(refuse({ code: "reader.cancelled" }));

  return {
    take(tracks) {
      if (desk.sitting() && !answer) return false;
      const hash = hashOf(tracks, parts);
      if (answer) {
        settle(hash.ok ? accept({ ref: keep(hash.value, evidence) }) : hash);
        return true;
      }
      const bearer = hash.ok ? bearerOfCard(desk.books.all("teller"), hash.value) : undefined;
      tell(
        "operator-card.swiped",
        hash.ok && bearer
          ? { status: "known", teller: bearer.id, ref: keep(hash.value, evidence) }
          : { status: "unknown" },
      );
      return true;
    },
    handlers: {
      "operator-card.ask": () => {
        const teller = mayLook(desk, "9008");
        if (!teller.ok) return teller;
        if (answer) return refuse({ code: "reader.busy" });
        return new Promise<Taken>((resolve) => {
          answer = resolve;
        });
      },
      "operator-card.cancel": () => {
        letGo();
        return accept("done");
      },
    },
    letGo,
  };
}

function keep(hash: OperatorCardHash, evidence: EvidenceBox): EvidenceRef {
  return evidence.keep({ type: "operator-card", hash });
}

/** A bank's card names a customer and never a teller, whoever's pocket it comes from. */
function hashOf(
  { track2 }: TrackTexts,
  {
    desk,
    bins,
    pepper,
  }: { readonly desk: Desk; readonly bins: BinTable; readonly pepper: Uint8Array },
): Result<OperatorCardHash, Refusal> {
  if (!track2) return refuse({ code: "stripe.track-2-missing" });
  const pan = Pan.safeParse(/^;?(\d+)/.exec(track2)?.[1]).data;
  const isBankCard =
    pan && (findBin(bins, pan) !== undefined || desk.books.list("card", "pan", pan).length > 0);
  return isBankCard
    ? refuse({ code: "teller.card-unknown" })
    : accept(operatorCardHash(pepper, track2));
}
