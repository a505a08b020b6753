/** Half-width places of a value beside another one; a longer value has its row to itself. */
const HALF_ROW = 32;

const FULL_WIDTH =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** How much room a text takes in print: a Chinese character is as wide as two Latin ones. */
export function printWidth(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (FULL_WIDTH.test(one) ? 2 : 1), 0);
}

/** Puts values into rows of a form, in their order: two short ones to a row, a long one alone. */
export function packRows<Value extends { readonly text: string }>(
  values: readonly Value[],
): readonly (readonly Value[])[] {
  const rows: Value[][] = [];
  let open: Value[] | undefined;
  for (const value of values) {
    const isShort = printWidth(value.text) <= HALF_ROW;
    if (isShort && open) {
      open.push(value);
      open = undefined;
    } else {
      const row = [value];
      rows.push(row);
      open = isShort ? row : undefined;
    }
  }
  return rows;
}
