/** The protocols that a simulated reader can speak. */
export const simulatedDialects = ["msr605", "ezwriter", "teller", "swipe-only"] as const;
export type SimulatedDialect = (typeof simulatedDialects)[number];

/** How the makers of readers that only read put a swipe on the line. */
export const lineFormats = ["idtech", "uic", "magtek", "surepos", "363b"] as const;
export type LineFormat = (typeof lineFormats)[number];

/** How one make of reader differs from the next. */
export interface Make {
  readonly dialect: SimulatedDialect;
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
  /**
   * How many `?` a teller reader puts before FS. Printers put none; one public program cuts off
   * two where track 3 was asked for, so there must be units that put two there.
   */
  readonly endMarks: 0 | 1 | 2;
  /** How a swipe-only reader puts a swipe on the line. */
  readonly format: LineFormat;
  /** Whether it sends the marks that its manual calls optional: STX, ESC, CR, check character. */
  readonly optionalMarks: "sent" | "left-out";
}

/** What may be changed about a reader that stands on the counter; its protocol may not. */
export type Fitting = Omit<Make, "dialect">;

/** The make that a simulation has unless told otherwise. */
export const ordinaryMake: Make = {
  dialect: "msr605",
  model: "3",
  firmware: "REVH3.12",
  emptyTracks: "signs",
  letterCase: "upper",
  losesEscapeAfterReset: false,
  endMarks: 1,
  format: "idtech",
  optionalMarks: "sent",
};
