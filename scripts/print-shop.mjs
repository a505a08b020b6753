// @ts-check
import { parseArgs } from "node:util";
import { partsIn } from "./print-shop/batch-file.mjs";
import { cardList, stockFile } from "./print-shop/card-list.mjs";
import { mustBeApart, newFile } from "./print-shop/durable.mjs";
import { destroyKey, makeKeyPair, openKey, usedPath } from "./print-shop/shop-key.mjs";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";

const USAGE = `For the printer's shop: a key for one batch of password cards, and the opening of its file.

npm run print-shop -- key --out DIR
  Makes a key pair. Keep the private file; hand the public one to the bank.

npm run print-shop -- open FILE --key KEY --out CARDS.csv [--stock STOCK.csv] [--sha256 HEX]
  Decrypts the file of one batch into a list of serials and cells, and destroys the key.
  --stock   also writes the stock file that goes back to the bank with the cards
  --sha256  what the bank says the file is; another file is refused

A key opens one file, once: after that it is overwritten and deleted here. This cannot reach a copy
that somebody made of it before, nor what a disk, a backup or a snapshot has kept of its blocks.
Whoever has a copy of the key and of the file can open the file again. So make the key on the machine
that prints, never copy it, and delete the list as soon as the cards are printed.`;

/** @param {string} folder */
async function key(folder) {
  const made = await makeKeyPair(folder);
  say(`Key       ${made.thumbprint}`);
  say(`Private   ${made.private} (keep it, copy it nowhere)`);
  say(`For bank  ${made.public}`);
}

/**
 * @typedef {{ key: string, out: string, stock?: string | undefined, sha256?: string | undefined }} Opening
 * @param {string} path
 * @param {Opening} opening
 */
async function open(path, { key: keyPath, out, stock, sha256 }) {
  const used = usedPath(keyPath);
  mustBeApart([path, keyPath, used, out, ...(stock ? [stock] : [])]);
  const opened = await openKey(keyPath);
  const { found, note } = await keepingKey(async () => {
    const files = { list: newFile(out), stock: stock && newFile(stock), note: newFile(used) };
    const decrypted = await decryptInto(files.list, partsIn(path, opened));
    if (sha256 && decrypted.sha256 !== sha256.toLowerCase()) {
      throw cannotGoOn(`This is not the file the bank means: its SHA-256 is ${decrypted.sha256}.`);
    }
    if (files.stock) {
      files.stock.add(Buffer.from(stockFile(decrypted)));
      files.stock.finish();
    }
    files.list.finish();
    return { found: decrypted, note: files.note };
  });
  // The list has its name. Nothing that could go wrong, and no signal, comes before the key's end.
  const words = `Batch ${found.batch}, file ${found.sha256}, opened ${new Date().toISOString()}`;
  destroyKey(keyPath, note, words);

  say(`Batch     ${found.batch}, ${found.cards} cards, ${found.first} to ${found.last}`);
  say(
    `SHA-256   ${found.sha256} (${sha256 ? "the bank says the same" : "compare it with what the bank says, before anything is printed"})`,
  );
  say(`Cards     ${out} (everything in clear: delete it when they are printed)`);
  if (stock) say(`Stock     ${stock} (goes back with the cards)`);
  say(`Key       destroyed: ${keyPath}`);
}

/**
 * Whatever goes wrong here goes wrong before the key is ended, and the refusal says so.
 * @template T
 * @param {() => Promise<T>} work
 */
async function keepingKey(work) {
  try {
    return await work();
  } catch (failure) {
    const isPlain = failure instanceof Error && failure.name === "CannotGoOn";
    throw isPlain ? cannotGoOn(`${failure.message} The key is kept.`) : failure;
  }
}

/**
 * @param {ReturnType<typeof newFile>} list
 * @param {ReturnType<typeof partsIn>} parts
 */
async function decryptInto(list, parts) {
  /** @type {import("./print-shop/batch-file.mjs").Place | undefined} */
  let run;
  /** @type {ReturnType<typeof cardList> | undefined} */
  let cards;
  for (;;) {
    const next = await parts.next();
    if (next.done) {
      if (!run || !cards) throw cannotGoOn("The file is empty.");
      return { ...run, cards: cards.end(), sha256: next.value };
    }
    run ??= next.value.place;
    cards ??= cardList(run);
    cards.follow(next.value.rows);
    list.add(next.value.rows);
  }
}

/** @param {readonly string[]} given */
function words(given) {
  const text = /** @type {const} */ ({ type: "string" });
  const options = { key: text, out: text, stock: text, sha256: text };
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true });
  } catch {
    throw cannotGoOn(USAGE);
  }
}

await runScript(async () => {
  const { values, positionals } = words(process.argv.slice(2));
  const [word, file, ...more] = positionals;
  const { key: keyPath, out } = values;
  if (Object.values(values).includes("")) {
    throw cannotGoOn(USAGE); // An empty word is a slip, such as a variable that was never set.
  } else if (word === "key" && !file && out) {
    await key(out);
  } else if (word === "open" && file && more.length === 0 && keyPath && out) {
    await open(file, { ...values, key: keyPath, out });
  } else {
    throw cannotGoOn(USAGE);
  }
  return 0;
});
