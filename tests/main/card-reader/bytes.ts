/** Bytes as the manuals print them: "1B 61". */
export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/[0-9A-F]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The other way round. */
export function hex(given: Uint8Array): string {
  return Array.from(given, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

/** The bytes of a text of one byte a character. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}
