/**
 * The mark over every screen of a demonstration. A picture in a style sheet: it cannot be closed,
 * takes no pointer, and needs no style element.
 */
export function Watermark() {
  return <div className="watermark" aria-hidden="true" data-testid="watermark" />;
}
