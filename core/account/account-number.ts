const HEAD_SHOWN_AT_MOST = 4;
const TAIL_SHOWN = 4;
const HIDDEN_AT_LEAST = 6;

/** An account number as screens show it: the first and last four, and six hidden at the least. */
export function maskAccountNumber(number: string): string {
  const head = Math.min(HEAD_SHOWN_AT_MOST, number.length - HIDDEN_AT_LEAST - TAIL_SHOWN);
  const hidden = number.length - head - TAIL_SHOWN;
  return `${number.slice(0, head)}${"*".repeat(hidden)}${number.slice(-TAIL_SHOWN)}`;
}
