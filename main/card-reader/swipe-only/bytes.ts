/** Begins a swipe, or a track, in formats that frame them. */
export const STX = 0x02;
/** Ends a swipe in formats that frame it. */
export const ETX = 0x03;
/** Ends a line. */
export const CR = 0x0d;
/** Ends a track that is not the last, between STX and ETX. */
export const DLE = 0x10;
/** `?`: ends the text of a track. */
export const END_SENTINEL = 0x3f;
/** `E`: stands for a track that could not be read. */
export const FAILED = 0x45;

/** What may begin a track: `%` the first, `;` the second or third, `+` and `!` the third. */
export const startSentinels: ReadonlySet<number> = new Set([0x25, 0x3b, 0x2b, 0x21]);
