import type { BranchCode } from "#core/branch/branch.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Card } from "#core/card/card.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isOpenOn } from "#core/loss/collection.ts";
import {
  type LossCase,
  LossCaseNumber,
  type LossKind,
  type LossRefusal,
} from "#core/loss/loss-case.ts";

/**
 * Whether a loss of `kind` can be reported on the card now (5.1, 5.2).
 *
 * Only a living card can be lost, and there is one open case per card and kind; a double loss takes
 * both kinds. A locked or forgotten PIN is no obstacle, and neither is any freeze (T15).
 */
export function reportable(
  card: Card,
  cases: readonly LossCase[],
  kind: LossKind,
  today: BusinessDate,
): Result<Card, LossRefusal> {
  if (card.life !== "active" && card.life !== "issued-inactive") {
    return refuse({ code: "loss.not-reportable", life: card.life });
  }

  const open = cases.find((other) => isOpenOn(other, today) && overlaps(other.kind, kind));
  if (open) {
    return refuse({ code: "loss.already-reported", lossCase: open.number });
  } else {
    return accept(card);
  }
}

function overlaps(one: LossKind, other: LossKind): boolean {
  return one === other || one === "both" || other === "both";
}

/** 挂失编号: branch 4, YYMMDD, and the first serial of the day that is still free. */
export function nextCaseNumber(
  branch: BranchCode,
  today: BusinessDate,
  isTaken: (number: LossCaseNumber) => boolean,
): LossCaseNumber {
  const day = today.slice(2).replaceAll("-", "");
  for (let serial = 1; serial <= 9999; serial += 1) {
    const number = LossCaseNumber.parse(`${branch}${day}${String(serial).padStart(4, "0")}`);
    if (!isTaken(number)) return number;
  }
  throw new Error("Invariant broken: a branch takes fewer than ten thousand loss reports a day");
}
