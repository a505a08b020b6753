import { z } from "zod";

// The reader's own screen (3015). No byte of a track is ever in any of these (design rule 10).

/**
 * 读卡器类型: the language of the reader. It is chosen, never guessed: the same bytes mean different
 * things in two dialects (`ESC t` asks one for its model and begins a write on the other).
 */
export const ReaderDialect = z.enum(["msr605", "ezwriter", "teller", "swipe-only", "wedge"]);
export type ReaderDialect = z.infer<typeof ReaderDialect>;

/** Where the reader is plugged in: a path of its own, or whatever port the USB device stands at. */
export const ReaderPort = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("none") }).readonly(),
  z.strictObject({ by: z.literal("path"), path: z.string().trim().min(1).max(255) }).readonly(),
  z
    .strictObject({
      by: z.literal("usb"),
      vendorId: z.string().regex(/^[0-9a-f]{4}$/),
      productId: z.string().regex(/^[0-9a-f]{4}$/),
      serialNumber: z.string().max(100).optional(),
    })
    .readonly(),
]);
export type ReaderPort = z.infer<typeof ReaderPort>;

/** 读卡器设置: of this machine, kept beside the data folder. */
export const ReaderSettings = z
  .strictObject({
    dialect: ReaderDialect,
    port: ReaderPort,
    baudRate: z.union([z.literal(9600), z.literal(19200), z.literal(38400), z.literal(115200)]),
    /** A short tone for a good swipe, a low one for a bad one. */
    sound: z.boolean(),
  })
  .readonly();
export type ReaderSettings = z.infer<typeof ReaderSettings>;

/** A serial port of this machine. A bridge is the chip in the cable, which proves no reader. */
export const SerialPortView = z
  .object({
    path: z.string(),
    manufacturer: z.string().optional(),
    vendorId: z.string().optional(),
    productId: z.string().optional(),
    serialNumber: z.string().optional(),
    bridge: z.enum(["PL2303", "CH340", "FTDI", "CP210x"]).optional(),
  })
  .readonly();
export type SerialPortView = z.infer<typeof SerialPortView>;

/** Why a question to the reader failed although it was answered. */
const FindingFailure = z.enum([
  "read-or-write",
  "format",
  "unknown-command",
  "bad-swipe",
  "failed",
  /** What came was no answer to this question. */
  "not-understood",
]);
type FindingFailure = z.infer<typeof FindingFailure>;

/** What came of one question to the reader. */
const findingOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion("state", [
    /** The language that is set up has no such question, so it was not asked. */
    z.object({ state: z.literal("not-offered") }).readonly(),
    /** Asked twice, and nothing came in time. */
    z.object({ state: z.literal("unanswered") }).readonly(),
    z.object({ state: z.literal("failed"), why: FindingFailure }).readonly(),
    z.object({ state: z.literal("answered"), value }).readonly(),
  ]);

/** A question that is answered by nothing but that all is well. */
const GoodFinding = findingOf(z.literal("good"));

/** 检测结果: what came of every question about the reader itself, item by item. */
export const DiagnosisView = z
  .object({
    communication: GoodFinding,
    memory: GoodFinding,
    model: findingOf(z.string()),
    tracks: findingOf(z.array(z.int().min(1).max(3)).readonly()),
    firmware: findingOf(z.string()),
    coercivity: findingOf(z.enum(["high", "low"])),
    leadingZeros: findingOf(z.tuple([z.int(), z.int()]).readonly()),
  })
  .readonly();
export type DiagnosisView = z.infer<typeof DiagnosisView>;

/** What came of a question whose good answer is a `Value`. */
export type Finding<Value> =
  | { readonly state: "not-offered" }
  | { readonly state: "unanswered" }
  | { readonly state: "failed"; readonly why: FindingFailure }
  | { readonly state: "answered"; readonly value: Value };

/** One line of the live trace: what was said on the cable, with every track masked. */
export const TraceLine = z
  .object({
    number: z.int(),
    /** Milliseconds since the program began. */
    atMs: z.int(),
    way: z.enum(["sent", "heard", "noise", "state"]),
    /** Code of a command, an answer, or a state, for the window to word. */
    what: z.string(),
    /** Hexadecimal of what holds no track; else the length, and the last four digits at most. */
    shown: z.string(),
  })
  .readonly();
export type TraceLine = z.infer<typeof TraceLine>;

/** The reader's screen. */
export const ReaderDeskView = z
  .object({
    settings: ReaderSettings,
    /** Whether a start option decides the port, so that nothing saved here does. */
    isFixedByStart: z.boolean(),
    mayConfigure: z.boolean(),
    /** Absent where this machine cannot list its ports. */
    ports: z.array(SerialPortView).readonly().optional(),
    /**
     * The folder recordings are laid in, whether one is being made, and the file of the last one
     * where it ended because whoever had begun it signed off.
     */
    recording: z
      .object({ isOn: z.boolean(), folder: z.string(), left: z.string().optional() })
      .readonly(),
    trace: z.array(TraceLine).readonly(),
  })
  .readonly();
export type ReaderDeskView = z.infer<typeof ReaderDeskView>;
