import type { NoticeChannel } from "#core/contract/channels.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { Grid } from "#core/password-card/grid.ts";
import type { PasswordCardId } from "#core/password-card/password-card.ts";
import type { OpenTransport } from "#main/card-reader/transport.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Log } from "#main/log/log.ts";
import type { StartSnapshot } from "#main/snapshot/snapshot-thread.ts";
import type { KeyStore } from "#main/vault/key-store.ts";
import type { ScryptCost } from "#main/vault/vault-file.ts";

/** The languages of the workstation's own words. */
const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Width and height of the teller's window inside its frame, in pixels of the screen at 100 %. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** How this start of the workstation was asked for. */
export interface CommandLine {
  readonly kind: "live" | "demonstration";
  /** As typed; absent for the demonstration in its usual place. */
  readonly folder?: string;
  readonly language: Language;
  readonly customerDisplay: boolean;
  /**
   * The serial port of the card reader, such as `COM3`; absent where the settings say. In a
   * demonstration it takes the place of the simulated reader.
   */
  readonly readerPath?: string;
  readonly windowSize: WindowSize;
  /** The layout of password cards that a new demonstration begins with; absent for the usual one. */
  readonly passwordCardGrid?: Grid;
  /** Whether a failure to start is shown in a window too; false for unattended starts. */
  readonly dialogs: boolean;
}

/** Why the words of the command line make no sense. */
export type CommandLineRefusal = {
  readonly code: "command-line.malformed";
  readonly word: string;
  readonly wanted: string;
};

/** One slip on its way to paper, or to a file of pages. */
export type SlipPrint = {
  readonly slip: string;
  readonly language: Language;
} & ({ readonly to: "pdf"; readonly file: string } | { readonly to: "printer" });

/** Why nothing came out of a printer. */
export type PrinterRefusal = { readonly code: "printer.cancelled" | "printer.none" };

/** Prints one slip. Refused where the teller called the printer's dialog off. */
export type PrintSlip = (print: SlipPrint) => Promise<Result<"done", PrinterRefusal>>;

/** One password card of a demonstration on its way to a file of pages. */
export interface CardPrint {
  readonly card: PasswordCardId;
  readonly layout: "card" | "large-print";
  readonly language: Language;
  readonly file: string;
}

/** Prints one password card. Throws where that fails. */
export type PrintCard = (print: CardPrint) => Promise<void>;

/** What the composition of the program is told about this start, and the ports of the shell. */
export interface ComposeOptions {
  readonly kind: "live" | "demonstration";
  /** The data folder, absolute. It may not exist yet. */
  readonly folder: string;
  readonly readerPath?: string;
  /** The keys of the teller's window as a line, for a reader that types; absent without a window. */
  readonly keyboard?: OpenTransport;
  /** Only for a demonstration that is founded now. */
  readonly passwordCardGrid?: Grid;
  readonly runtime: { readonly electron: string; readonly outOfSupport: boolean };
  /** The key store of the machine's user; absent where there is none. */
  readonly keyStore?: KeyStore;
  /** Lighter work for a passphrase that guards nothing: for tests alone. */
  readonly passphraseCost?: ScryptCost;
  /** Makes snapshots beside the counter; absent where every start shall replay all there is. */
  readonly startSnapshot?: StartSnapshot;
  /** The books could not be opened behind a right passphrase, while the windows were open already. */
  readonly onOpeningFailed?: (failure: unknown) => void;
  readonly printSlip: PrintSlip;
  readonly printCard: PrintCard;
  /** The system's own dialog for a folder; absent where there is none, as in tests. */
  readonly chooseFolder?: () => Promise<string | undefined>;
  readonly log: Log;
}

/** The composed program, as the shell sees it. */
export interface Composed {
  readonly handlers: Handlers;
  onNotice(listener: (channel: NoticeChannel, notice: unknown) => void): void;
  /** Closes the reader's port and the journal. */
  close(): Promise<void> | void;
}

const SMALLEST: WindowSize = { width: 800, height: 600 };
const LARGEST: WindowSize = { width: 7680, height: 4320 };
const LONGEST_WORD = 4096;

const valued = [
  "--live",
  "--demonstration",
  "--language",
  "--reader",
  "--window-size",
  "--password-card-grid",
] as const;
const plain = ["--no-customer-display", "--no-dialogs"] as const;
type Valued = (typeof valued)[number];

/**
 * Reads the workstation's own words out of a command line: `--live DIR` or `--demonstration [DIR]`,
 * `--language zh-CN|en`, `--reader PATH`, `--window-size 1280x800`, `--no-customer-display`,
 * `--no-dialogs`, and for a new demonstration `--password-card-grid 8x10x3x2` (columns, rows, digits
 * of a cell, cells of a challenge). They may stand anywhere, because Electron's words stand among
 * them; words that are not ours are Electron's business.
 */
export function readCommandLine(words: readonly string[]): Result<CommandLine, CommandLineRefusal> {
  const values = readValues(words);
  if (!values.ok) return values;
  const value = values.value;

  const live = value.get("--live");
  const demonstration = value.get("--demonstration");
  if (live !== undefined && demonstration !== undefined) {
    return malformed("--live", "--live DIR or --demonstration DIR, not both");
  }
  const typed = value.get("--language") ?? "zh-CN";
  const language = languages.find((known) => known === typed);
  if (language === undefined) return malformed("--language", "--language zh-CN or en");

  const windowSize = sizeFromText(value.get("--window-size") ?? "1280x800");
  if (windowSize === undefined) return malformed("--window-size", "--window-size 1280x800");

  const layout = value.get("--password-card-grid");
  const passwordCardGrid = layout === undefined ? undefined : gridFromText(layout);
  if (layout !== undefined && (passwordCardGrid === undefined || live !== undefined)) {
    return malformed("--password-card-grid", "--password-card-grid 8x10x3x2, in a demonstration");
  }

  const folder = live ?? demonstration;
  const readerPath = value.get("--reader");
  return accept({
    kind: live === undefined ? "demonstration" : "live",
    ...(folder ? { folder } : {}),
    language,
    customerDisplay: !words.includes("--no-customer-display"),
    ...(readerPath === undefined ? {} : { readerPath }),
    windowSize,
    ...(passwordCardGrid ? { passwordCardGrid } : {}),
    dialogs: !words.includes("--no-dialogs"),
  });
}

function readValues(
  words: readonly string[],
): Result<ReadonlyMap<Valued, string>, CommandLineRefusal> {
  const values = new Map<Valued, string>();
  for (const [at, word] of words.entries()) {
    const [name = "", ...rest] = word.split("=");
    const known = valued.find((own) => own === name);
    if (!known) continue;
    if (values.has(known)) return malformed(known, `${known} once`);

    const next = words[at + 1] ?? "";
    const value = word.includes("=") ? rest.join("=") : next.startsWith("-") ? "" : next;
    const mayBeEmpty = known === "--demonstration" && !word.includes("=");
    if (value.trim() === "" && !(mayBeEmpty && value === ""))
      return malformed(known, `${known} with a value after it`);
    if (value.length > LONGEST_WORD || value.includes("\0")) return malformed(known, "less");
    values.set(known, value);
  }
  const misspelt = words.find((word) => isAlmostOurs(word));
  if (misspelt !== undefined)
    return malformed(misspelt.slice(0, 40), [...valued, ...plain].join(", "));
  return accept(values);
}

// A misspelt `--live` would silently open the demonstration. Case is how it is mostly misspelt.
function isAlmostOurs(word: string): boolean {
  const name = word.split("=")[0] ?? "";
  const ours: readonly string[] = [...valued, ...plain];
  if (ours.includes(name)) return plain.some((own) => own === name) && word !== name;
  return /^--?(live|demo|customer-display|reader|dialogs|password-card)/i.test(name);
}

function sizeFromText(text: string): WindowSize | undefined {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  const holds =
    size.width >= SMALLEST.width &&
    size.height >= SMALLEST.height &&
    size.width <= LARGEST.width &&
    size.height <= LARGEST.height;
  return holds ? size : undefined;
}

function gridFromText(text: string): Grid | undefined {
  const [, ...sizes] = /^(\d{1,2})x(\d{1,2})x(\d{1,2})x(\d)$/.exec(text) ?? [];
  const [columns, rows, cellDigits, challengeSize] = sizes.map(Number);
  const grid = Grid.safeParse({ columns, rows, cellDigits, challengeSize });
  return grid.success ? grid.data : undefined;
}

function malformed(word: string, wanted: string): Result<never, CommandLineRefusal> {
  return refuse({ code: "command-line.malformed", word, wanted });
}
