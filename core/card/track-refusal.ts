import { refuse } from "#core/kernel/result.ts";

/** The tracks of a stripe, counted from the edge of the card. */
export type TrackNumber = 1 | 2 | 3;

/** The fields of the three tracks that hold something, by the name that refusals give them. */
export type TrackField =
  | "formatCode"
  | "pan"
  | "holderName"
  | "country"
  | "currency"
  | "amountExponent"
  | "cycleAuthorised"
  | "cycleRemaining"
  | "cycleBegin"
  | "cycleLength"
  | "pinRetries"
  | "pinControl"
  | "interchangeControl"
  | "panUse"
  | "firstAccountUse"
  | "secondAccountUse"
  | "expiry"
  | "serviceCode"
  | "cardSequence"
  | "securityNumber"
  | "firstAccount"
  | "secondAccount"
  | "relayMarker"
  | "cryptographicCheck"
  | "additionalData";

/** What is wrong with a field. Stable: logs, support and the wording of the window refer to it. */
export type TrackFieldReason =
  /** Something other than digits, or fewer or more of them than the field has. */
  | "digits"
  | "length"
  | "characters"
  | "check-digit"
  /** Neither 99 nor a format that this track may have. */
  | "format"
  /** The separator that ends the field does not come. */
  | "separator"
  /** A month other than 01 to 12. */
  | "month"
  /** A day of the year other than 001 to 366, or no day where the cycle needs one. */
  | "day"
  /** A value that the standard keeps for later or declares invalid. */
  | "reserved"
  /** Neither 156 nor left out. */
  | "country"
  /** More remains in the cycle than was authorised for it. */
  | "above-authorised";

/** Why a track can be neither read nor written. No refusal repeats what the track says. */
export type TrackRefusal =
  | {
      readonly code: "track.length";
      readonly track: TrackNumber;
      /** Characters of the whole record, LRC included, as the limit counts them. */
      readonly length: number;
      readonly limit: number;
    }
  | { readonly code: "track.start-sentinel"; readonly track: TrackNumber }
  | { readonly code: "track.end-sentinel"; readonly track: TrackNumber }
  | {
      readonly code: "track.character" | "track.parity";
      readonly track: TrackNumber;
      /** Counted along the stripe; the start sentinel is 1. */
      readonly position: number;
    }
  | { readonly code: "track.lrc"; readonly track: TrackNumber }
  | {
      readonly code: "track.field";
      readonly track: TrackNumber;
      readonly field: TrackField;
      readonly reason: TrackFieldReason;
    };

/** Refuses one field of a track. */
export function refuseField(track: TrackNumber, field: TrackField, reason: TrackFieldReason) {
  return refuse<TrackRefusal>({ code: "track.field", track, field, reason });
}
