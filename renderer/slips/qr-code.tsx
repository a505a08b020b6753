import qrcode from "qrcode-generator";

/** Modules left white all around (ISO/IEC 18004). */
const QUIET = 4;
const SIDE_MM = 46;

/** A text as a QR code (ISO/IEC 18004), at the lowest of its levels of repair: paper is read soon. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, "L");
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const side = modules + 2 * QUIET;
  const places = Array.from({ length: modules }, (_, place) => place);
  const path = places.flatMap((row) =>
    places
      .filter((column) => code.isDark(row, column))
      .map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      width={`${SIDE_MM}mm`}
      height={`${SIDE_MM}mm`}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path.join("")} />
    </svg>
  );
}
