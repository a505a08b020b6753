import { namingWords } from "#core/identity/free-text.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Fen, fenFromText } from "#core/money/fen.ts";

/** What is wrong with the text of a scanned code. */
export type MerchantCodeFlaw =
  /** Not tags, lengths and values, or not beginning as such a code does. */
  | "not-a-payment-code"
  /** Read wrongly or changed: its check value does not agree. */
  | "damaged"
  /** Not for yuan. */
  | "other-currency"
  /** Without a merchant of ours, or a name or amount that cannot be read. */
  | "incomplete";

/** 商户: whom a scanned code or an account at the merchant's till names; `amount` where it fixes one. */
export interface Merchant {
  readonly account: string;
  readonly name: string;
  readonly amount?: Fen;
}

/** 商户号: fifteen digits, as acquirers number merchants. */
export const MERCHANT_ACCOUNT = /^\d{15}$/;

/** Under which this scheme's merchants stand in a code, and by which name they are told apart. */
const SCHEME = { tag: "26", name: "cn.demo-bank.wallet" } as const;

/**
 * Reads the text of a merchant's QR code (W02): EMV QRCPS Merchant-Presented Mode, tags and values
 * with a CRC at the end. What cannot be read whole is refused: half a code must never be paid.
 */
export function readMerchantCode(
  text: string,
): Result<Merchant, { readonly code: "wallet.code-unreadable"; readonly flaw: MerchantCodeFlaw }> {
  const not = (flaw: MerchantCodeFlaw) => refuse({ code: "wallet.code-unreadable", flaw } as const);
  // Half a sign beyond the usual ones has no bytes that could be checked.
  const fields = /\p{Cs}/u.test(text) ? undefined : fieldsIn(text);
  if (fields?.get("00") !== "01") return not("not-a-payment-code");
  if (!text.slice(0, -4).endsWith("6304") || fields.get("63") !== checkOf(text.slice(0, -4))) {
    return not("damaged");
  }
  if (fields.get("53") !== "156") return not("other-currency");

  const own = fieldsIn(fields.get(SCHEME.tag) ?? "");
  const account = own?.get("00") === SCHEME.name ? (own.get("01") ?? "") : "";
  const name = namingWords(25).safeParse(fields.get("59"));
  const fixed = fields.get("54");
  const amount = fixed === undefined ? undefined : fenFromText(fixed);
  if (!MERCHANT_ACCOUNT.test(account) || !name.success) return not("incomplete");
  if (fixed !== undefined && (amount === undefined || amount === 0)) return not("incomplete");
  return accept({ account, name: name.data, ...(amount === undefined ? {} : { amount }) });
}

/** The text that a merchant's code bears; the other way round of `readMerchantCode`. */
export function merchantCodeOf({ account, name, amount }: Merchant): string {
  const own = field("00", SCHEME.name) + field("01", account);
  const text =
    field("00", "01") +
    field("01", amount === undefined ? "11" : "12") +
    field(SCHEME.tag, own) +
    field("52", "0000") +
    field("53", "156") +
    (amount === undefined ? "" : field("54", (amount / 100).toFixed(2))) +
    field("58", "CN") +
    field("59", name) +
    field("60", "SHILI");
  return `${text}6304${checkOf(`${text}6304`)}`;
}

function field(tag: string, value: string): string {
  return tag + String(value.length).padStart(2, "0") + value;
}

/** Tag by tag: two digits, two digits of length, so many characters; undefined where it is not that. */
function fieldsIn(text: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    const [, tag, length] = head ?? [];
    if (tag === undefined || length === undefined || fields.has(tag)) return undefined;
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (value.length !== Number(length)) return undefined;
    fields.set(tag, value);
    at += 4 + Number(length);
  }
  return fields;
}

/** CRC-16/CCITT-FALSE over the text in UTF-8, as four hexadecimal digits (ISO/IEC 13239). */
function checkOf(text: string): string {
  let crc = 0xffff;
  for (const byte of utf8(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}

function utf8(text: string): readonly number[] {
  return (encodeURIComponent(text).match(/%..|./g) ?? []).map((sign) =>
    sign.startsWith("%") ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0),
  );
}
