/** What only the loss transactions, 4001 to 4011, say. */
export const loss = {};
