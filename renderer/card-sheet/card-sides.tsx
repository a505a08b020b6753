import type { CardSheetView } from "#core/contract/bank-view.ts";
import { CARD_HEIGHT, CARD_WIDTH, cardLayout } from "#renderer/card-sheet/layout.ts";
import { PageMarks } from "#renderer/card-sheet/page-marks.tsx";
import { useSheetWords } from "#renderer/card-sheet/use-sheet-words.ts";

/** Both sides of a password card in its own size, side by side, to be cut out and folded. */
export function CardSides({ sheet }: { readonly sheet: CardSheetView }) {
  const words = useSheetWords();
  return (
    <main className="sides">
      <PageMarks />
      <header>
        <h1>{words.product}</h1>
        <p className="figures">
          {words.serial} {sheet.serial}
        </p>
        <strong>{words.demonstration}</strong>
      </header>
      <div className="pair">
        <figure>
          <Front sheet={sheet} />
          <figcaption>{words.front}</figcaption>
        </figure>
        <figure>
          <Back sheet={sheet} />
          <figcaption>{words.back}</figcaption>
        </figure>
      </div>
      <p>{words.cut}</p>
      <p>{words.notGiven}</p>
    </main>
  );
}

const VIEW_BOX = `0 0 ${CARD_WIDTH} ${CARD_HEIGHT}`;
const LINES_FROM = 292;
const LINE_STEP = 41;

function Front({ sheet }: { readonly sheet: CardSheetView }) {
  const words = useSheetWords();
  return (
    <svg className="side front" viewBox={VIEW_BOX} role="img" aria-label={words.front}>
      <defs>
        <pattern id="weave" width="48" height="24" patternUnits="userSpaceOnUse">
          <path
            className="weave"
            d="M0 12c12-16 24-16 24 0s12 16 24 0M0 0c12 16 24 16 24 0s12-16 24 0"
          />
        </pattern>
      </defs>
      <rect className="ground" width={CARD_WIDTH} height={CARD_HEIGHT} />
      <rect fill="url(#weave)" width={CARD_WIDTH} height="222" />
      <text className="bank" x="44" y="66" fontSize="30">
        {words.bank}
      </text>
      <text className="product" x="44" y="146" fontSize="62">
        {words.product}
      </text>
      <text className="serial" x="44" y="200" fontSize="32">
        {words.serial} {sheet.serial}
      </text>
      <rect className="rule" x="0" y="222" width={CARD_WIDTH} height="6" />
      {words.instructions(sheet.uses).map((line, index) => (
        <text className="line" key={line} x="44" y={LINES_FROM + index * LINE_STEP} fontSize="27">
          {line}
        </text>
      ))}
      <Mark />
    </svg>
  );
}

function Back({ sheet }: { readonly sheet: CardSheetView }) {
  const words = useSheetWords();
  const layout = cardLayout(sheet);
  const { width, height, figures } = layout;
  const headings = Math.min(30, figures);
  return (
    <svg className="side back" viewBox={VIEW_BOX} role="img" aria-label={words.grid}>
      <rect className="paper" width={CARD_WIDTH} height={CARD_HEIGHT} />
      <rect className="ground" width={CARD_WIDTH} height="62" />
      <text className="bank" x="26" y="42" fontSize="30">
        {words.product}
      </text>
      <text className="serial" x={CARD_WIDTH - 26} y="42" fontSize="28" textAnchor="end">
        {sheet.serial}
      </text>
      {layout.columns.map(({ letter, x }) => (
        <text className="heading" key={letter} x={x} y="94" fontSize={headings} textAnchor="middle">
          {letter}
        </text>
      ))}
      {layout.rows.map(({ number, y }) => (
        <text
          className="heading"
          key={number}
          x="48"
          y={y + headings * 0.36}
          fontSize={headings}
          textAnchor="end"
        >
          {number}
        </text>
      ))}
      <Mark />
      {layout.cells.map(({ coordinate, digits, x, y }) => (
        <g key={coordinate} data-coordinate={coordinate}>
          <rect className="film" x={x} y={y} width={width} height={height} rx="4" />
          <text
            className="digits"
            x={x + width / 2}
            y={y + height / 2 + figures * 0.36}
            fontSize={figures}
            textAnchor="middle"
          >
            {digits}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** On the card itself too, because the card is cut out of its sheet. */
function Mark() {
  const words = useSheetWords();
  return (
    <text
      className="card-mark"
      x={CARD_WIDTH / 2}
      y={CARD_HEIGHT / 2 + 30}
      fontSize="76"
      textAnchor="middle"
      transform={`rotate(-24 ${CARD_WIDTH / 2} ${CARD_HEIGHT / 2})`}
    >
      {words.demonstration}
    </text>
  );
}
