/** What some more customers are there to show of freezing, by their number. */
export const freezeCast = {
  /** A court holds more than there is, salary comes in, and the police wait behind it. */
  underCovered: 44,
  /** The police stopped the account yesterday evening, for 48 hours. */
  stopped: 50,
  /** Its holder had the account frozen because it was stolen. */
  stolen: 53,
  /** The bank itself lets go at the end of tomorrow. */
  endsTomorrow: 56,
  /** The securities regulator renewed once, in time. */
  renewed: 57,
} as const;
