// @ts-check

/**
 * Reads one command's entries and adds its postings to the balances, in signed fen.
 * @param {Buffer} body
 * @param {number} sequence
 * @param {Map<string, number>} balances
 * @returns {string | undefined} what is wrong with it
 */
export function postBody(body, sequence, balances) {
  const batch = parsed(body);
  if (typeof batch !== "object" || batch === null) return "body is not JSON";
  if (!("sequence" in batch) || batch.sequence !== sequence) {
    return "body names another sequence than its frame";
  }
  if (!("entries" in batch) || !Array.isArray(batch.entries)) return "body has no entries";

  let sum = 0;
  for (const entry of batch.entries) {
    if (entry?.type !== "money.posted") continue;
    if (!Array.isArray(entry.postings)) return "an entry of money has no postings";

    for (const posting of entry.postings) {
      const { account, amount } = posting ?? {};
      const isPosting = typeof account === "string" && Number.isSafeInteger(amount);
      if (!isPosting) return "a posting has no account or no whole amount";
      sum += amount;
      balances.set(account, (balances.get(account) ?? 0) + amount);
    }
  }
  return sum === 0 ? undefined : `postings sum to ${sum} fen instead of zero`;
}

/**
 * @param {Buffer} body
 * @returns {unknown}
 */
function parsed(body) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body));
  } catch {
    return undefined;
  }
}
