/** The ways in which a text, or a number of digits, may stand in a file so that it can be read. */
type Writing = "utf-8" | "utf-16le" | "bcd" | "hex" | "base64";

/** What of the secrets can be read in some bytes, and how it is written there. */
export interface Readable {
  readonly secret: string;
  readonly as: Writing;
}

interface Needle extends Readable {
  readonly bytes: Buffer;
  /** The half bytes before and after that must be there too, where digits begin in half a byte. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Fewer bytes than these are found in ciphertext by chance sooner or later. */
const BYTES_MIN = 6;

/** Looks for every secret in every writing, in one pass over the bytes. */
export function readableIn(bytes: Buffer, secrets: Iterable<string>): readonly Readable[] {
  const byStart = new Map<number, Needle[]>();
  for (const needle of [...secrets].flatMap(needlesOf)) {
    const start = needle.bytes.readUInt32LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  const found = new Map<string, Readable>();
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    for (const needle of byStart.get(bytes.readUInt32LE(at)) ?? []) {
      const { secret, as } = needle;
      if (standsAt(bytes, at, needle)) found.set(`${as} ${secret}`, { secret, as });
    }
  }
  return [...found.values()];
}

function standsAt(bytes: Buffer, at: number, { bytes: own, before, after }: Needle): boolean {
  const end = at + own.length;
  if (!bytes.subarray(at, end).equals(own)) return false;
  const halves = bytes.subarray(Math.max(0, at - 1), end + 1).toString("hex");
  return (
    (before === undefined || halves[1] === before) &&
    (after === undefined || halves.at(-2) === after)
  );
}

function needlesOf(secret: string): readonly Needle[] {
  const utf8 = Buffer.from(secret, "utf8");
  const wide = Buffer.from(secret, "utf16le");
  const needles: readonly Needle[] = [
    { secret, as: "utf-8", bytes: utf8 },
    // A name of two characters is four bytes; in JSON or a table something stands around it.
    {
      secret,
      as: "utf-16le",
      bytes: wide.length < BYTES_MIN ? Buffer.from(`"${secret}"`, "utf16le") : wide,
    },
    { secret, as: "hex", bytes: Buffer.from(utf8.toString("hex")) },
    { secret, as: "hex", bytes: Buffer.from(utf8.toString("hex").toUpperCase()) },
    ...base64Of(utf8).map((core): Needle => ({ secret, as: "base64", bytes: Buffer.from(core) })),
    ...(/^\d{11,}$/.test(secret) ? digitsOf(secret) : []),
  ];
  const isTooShort = needles.some(({ as, bytes }) => as !== "bcd" && bytes.length < BYTES_MIN);
  if (isTooShort) throw new Error(`${secret} is too short to look for`);
  return needles;
}

/** What is certain of the Base64 of a text, wherever among three bytes it begins. */
function base64Of(utf8: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), utf8]).toString("base64");
    const sure = Math.floor(((before + utf8.length) * 8) / 6);
    return encoded.slice(Math.ceil((before * 8) / 6), sure);
  });
}

/** Two digits a byte, beginning with a whole byte or in the second half of one. */
function digitsOf(secret: string): readonly Needle[] {
  return [0, 1].map((skipped) => {
    const pairs = (secret.length - skipped) >> 1;
    const end = skipped + pairs * 2;
    return {
      secret,
      as: "bcd",
      bytes: Buffer.from(secret.slice(skipped, end), "hex"),
      before: skipped === 1 ? secret[0] : undefined,
      after: secret[end],
    };
  });
}
