import type { stock as chinese } from "#renderer/wording/zh-CN/stock.ts";

export const stock = {
  "kind.label": "Kind of piece",
  "kind.said": "{{kind}} · {{left}} in the box · {{inVault}} in the vault",
  "count.label": "Pieces",
  "count.invalid": "A whole number from 1 to {{most}}",
  "draw.order": "The lowest numbers of the vault come first; two people count.",
  "batch.count": "Cards to make",
  "key.label": "Public key of the printer's shop (each serves once)",
  "key.file": "Choose the key file",
  "key.paste": "Or paste the key (JSON)",
  "key.required": "Choose or paste the public key of the shop",
  "key.unreadable":
    "This is no public key: it must be a P-256 public key as JSON (JWK). Ask the shop again.",
  "key.private":
    "This is a private key, which must never be here! Delete the file, tell the shop to give that key up, and ask for a new public key.",
  "key.taken": "Key read. Compare its fingerprint with the shop by phone:",
  "file.fate":
    "What stands on the cards goes into one encrypted file, which only the shop can open with its private key. Nothing of it stays on this machine in clear, is printed or is shown. The key does not serve again. Of a batch that is cancelled nothing is left.",
  "batches.caption": "Batches of password cards",
  "batches.none": "No batch has been made yet.",
  "batches.keys": "↑↓ choose; Enter takes in what has come of a batch.",
  "column.batch": "Batch",
  "column.range": "Serials",
  "column.count": "Cards",
  "column.made": "Made on",
  "column.file": "File",
  "column.delivered": "Taken in",
  "delivery.label": "Stock file of the printer's shop",
  "delivery.choose": "Choose the stock file",
  "delivery.required": "Choose the shop's stock file",
  "delivery.reading": "Reading the file…",
  "delivery.too-long": "The file is too large to be the list of a batch. Check the file.",
  "delivery.unreadable": "The file cannot be opened. Check it, or copy it again.",
  "delivery.read": "Batch {{batch}}: {{good}} good, {{spoiled}} spoiled",
  "delivery.ranges": "Good pieces",
  "delivery.first": "First serial",
  "delivery.last": "Last serial",
  "delivery.spoiled": "Spoiled",
  "delivery.spoiled.none": "None spoiled",
  "delivery.count":
    "Two people count by these numbers before it is posted; spoiled pieces are cut and never reach a box.",
} satisfies typeof chinese;
