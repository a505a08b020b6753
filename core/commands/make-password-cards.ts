import type { Books } from "#core/books/books.ts";
import type { BatchToMake, Command, Context } from "#core/commands/command.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { BatchRefusal, PasswordCardBatch } from "#core/password-card/batch.ts";
import type { Grid } from "#core/password-card/grid.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { type Piece, Serial, type Stock, serialAfter } from "#core/voucher/stock.ts";

/** The serial of the first password card that was ever made. */
const FIRST_SERIAL = Serial.parse("030000000001");

/**
 * 8007 口令卡制卡: a batch of cards for the branch's stock, whose cells go to the printer's shop in one
 * encrypted file (V01, O03). Its serials begin after the highest that any batch, box, vault or used
 * piece has, so that none comes twice; nothing of the batch exists until its file lies ready.
 *
 * Refuses a key of the shop that an earlier batch was encrypted with: each serves once.
 */
export const makePasswordCards: Command<"8007"> = ({ count }, context) => {
  const batch = nextBatch(count, context);
  const file = fileMade(context);
  if (!file.ok) return file;

  return accept({
    level: "A3",
    entries: [{ type: "batch.made", batch: file.value ? { ...batch, file: file.value } : batch }],
    outcome: {
      facts: [
        textFact("batch", batch.id),
        textFact("cardsMade", String(count)),
        textFact("firstSerial", batch.first),
        textFact("lastSerial", batch.last),
        textFact("cells", layoutOf(batch.grid)),
        termFact("note", "note.shop-file-once"),
      ],
      relations: [],
    },
    slip: "general",
    make: { batch, count },
  });
};

/** Its members stand in the order of the schema: that is how it is compared with what was made. */
function nextBatch(count: number, { books, today, parameters }: Context): BatchToMake["batch"] {
  const highest = highestSerial(books);
  const first = highest ? serialAfter(highest, 1) : FIRST_SERIAL;
  return {
    id: `b-${books.count("passwordCardBatch") + 1}`,
    first,
    last: serialAfter(first, count - 1),
    version: 1,
    grid: parameters.passwordCard.grid,
    madeOn: today,
    delivered: [],
  };
}

/** The highest serial of any password card: pieces also came to a branch without a batch. */
function highestSerial(books: Books): Serial | undefined {
  const lasts = [
    ...books.all("passwordCardBatch").map(({ last }) => last),
    ...books
      .all("stock")
      .filter(isOfCards)
      .flatMap(({ ranges }) => ranges.map(({ last }) => last)),
    ...books
      .all("piece")
      .filter(isOfCards)
      .map(({ serial }) => serial),
  ];
  return lasts.reduce<Serial | undefined>(
    (high, last) => (high && high > last ? high : last),
    undefined,
  );
}

function isOfCards({ kind }: Stock | Piece): boolean {
  return kind === "password-card";
}

/** The file that lies ready for the shop, if it does; encrypted with a key of its own. */
function fileMade({
  books,
  written,
}: Context): Result<PasswordCardBatch["file"] | undefined, BatchRefusal> {
  const file = written?.type === "batch-file" ? written.batch.file : undefined;
  const earlier = books.all("passwordCardBatch").find((batch) => {
    return file !== undefined && batch.file?.shopKey === file.shopKey;
  });
  return earlier ? refuse({ code: "batch.shop-key-used", batch: earlier.id }) : accept(file);
}

/** A layout in figures: columns by rows, digits a cell, cells a challenge. */
function layoutOf({ columns, rows, cellDigits, challengeSize }: Grid): string {
  return `${columns} × ${rows}, ${cellDigits}, ${challengeSize}`;
}
