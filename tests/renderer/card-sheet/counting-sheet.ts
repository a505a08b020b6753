import { CardSheetView } from "#core/contract/bank-view.ts";

/** A card whose cells count upwards from 100, so that each says where it stands. */
export function countingSheet(
  size: { readonly columns?: number; readonly rows?: number; readonly digits?: number } = {},
): CardSheetView {
  const { columns = 8, rows = 10, digits = 3 } = size;
  return CardSheetView.parse({
    serial: "030000000042",
    columns,
    rows,
    uses: 1000,
    cells: Array.from({ length: columns * rows }, (_, index) =>
      String(10 ** (digits - 1) + index).padStart(digits, "0"),
    ),
  });
}
