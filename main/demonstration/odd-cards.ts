import type { Bin, BinTable } from "#core/card/bin.ts";
import { Expiry } from "#core/card/expiry.ts";
import { luhnCheckDigit, maskPan, Pan } from "#core/card/pan.ts";
import { ServiceCode } from "#core/card/service-code.ts";
import { encodeTrack2 } from "#core/card/track-2.ts";
import { assert, known } from "#core/kernel/assert.ts";
import type { TrayCard } from "#main/demonstration/tray.ts";

/** Far enough away that no card of a demonstration expires by itself. */
const EXPIRY = Expiry.parse("4912");

/** Individual numbers of cards that were never issued: zeros and a nine, which no piece bears. */
const NEVER_ISSUED = "9";

/** Cards that are sound and none of the branch's business: of other banks, for tests, for managers. */
export function foreignCards({ bins }: BinTable): readonly TrayCard[] {
  const own = bins.filter((bin) => bin.own && bin.panLength === 19);
  const iso = known(
    own.find(({ serviceCodeBook }) => serviceCodeBook === "ISO"),
    "the bank has a range of today",
  );
  const jrt = known(
    own.find(({ serviceCodeBook }) => serviceCodeBook === "JRT"),
    "the bank has a range of the old standard, the only one with management cards",
  );
  return [
    ...bins
      .filter((bin) => !bin.own)
      .map((bin) => neverOurs(bin, `foreign-${bin.prefix}`, "foreign", "101")),
    neverOurs(iso, "unknown", "unknown", "220"),
    neverOurs(iso, "test", "test", "901"),
    neverOurs(jrt, "management", "management", "801"),
  ];
}

/** A card that is sound in itself and of no account of ours. */
function neverOurs(
  bin: Bin,
  id: string,
  label: "foreign" | "unknown" | "test" | "management",
  serviceCode: string,
): TrayCard {
  const digits = `${bin.prefix}${NEVER_ISSUED}`.padEnd(bin.panLength - 1, "0");
  const pan = Pan.parse(`${digits}${luhnCheckDigit(digits)}`);
  const track2 = encodeTrack2({
    pan,
    expiry: EXPIRY,
    serviceCode: ServiceCode.parse(serviceCode),
    additionalData: "0000001000",
  });
  assert(track2.ok, "an invented card of sound fields fits on its stripe");
  return {
    id,
    label,
    kind: label === "foreign" ? "foreign" : "special",
    number: maskPan(pan),
    tracks: { 2: track2.value },
    damaged: [],
    coercivity: "low",
  };
}

/** 柜员卡: staff cards that nobody has yet, to be given out by 9008 and swiped at the next sign-on. */
export const operatorCards: readonly TrayCard[] = [1, 2].map((number) => ({
  id: `operator-${number}`,
  label: "operator",
  kind: "special",
  tracks: { 2: `;990000000${number}=0000?` },
  damaged: [],
  coercivity: "high",
}));

/**
 * Cards a counter must not be taken in by: copied, put together from two, scratched, with a month
 * that is none. The first two cards in use serve as models, for each is like one in look.
 */
export function spoiledCards(cards: readonly TrayCard[]): readonly TrayCard[] {
  const [model, other] = cards.filter(({ label }) => label === "in-use");
  if (!model || !other) return [];

  const { 1: track1 = "", 2: track2 = "" } = model.tracks;
  const special = { ...model, kind: "special" } as const;
  return [
    {
      ...special,
      id: "counterfeit",
      label: "counterfeit",
      tracks: { ...model.tracks, 1: withOtherCvv(track1), 2: withOtherCvv(track2) },
    },
    {
      ...special,
      id: "put-together",
      label: "put-together",
      tracks: { ...model.tracks, 1: other.tracks[1] ?? "" },
    },
    {
      ...model,
      id: "unreadable",
      label: "unreadable",
      kind: "damaged",
      tracks: {}, // What is magnetised there makes no sense to any reader.
      damaged: [1, 2, 3],
    },
    {
      ...model,
      id: "bad-month",
      label: "bad-month",
      kind: "damaged",
      tracks: { 2: track2.replace(/=(\d{2})\d{2}/, "=$113") },
    },
  ];
}

/** The three digits before the end sentinel are the CVV; its last one is turned by one. */
function withOtherCvv(track: string): string {
  return track.replace(/(\d)\?$/, (_, last: string) => `${(Number(last) + 1) % 10}?`);
}
