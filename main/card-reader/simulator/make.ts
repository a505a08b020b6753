/** How one make of reader differs from the next. */
export interface Make {
  /** `1` has a head for track 2, `2` for tracks 2 and 3, `3` for all, `5` for tracks 1 and 2. */
  readonly model: "1" | "2" | "3" | "5";
  /** Eight characters. */
  readonly firmware: string;
  /** Tracks without text: `+` and `*` as most units say it, or bare as the manual prints it. */
  readonly emptyTracks: "signs" | "bare";
  /** How it says H and L for its coercivity. */
  readonly letterCase: "upper" | "lower";
  /** Some USB adapters swallow the first byte after a reset. */
  readonly losesEscapeAfterReset: boolean;
}

/** The make that a simulation has unless told otherwise. */
export const ordinaryMake: Make = {
  model: "3",
  firmware: "REVH3.12",
  emptyTracks: "signs",
  letterCase: "upper",
  losesEscapeAfterReset: false,
};
