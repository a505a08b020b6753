import type { shop as chinese } from "#renderer/wording/zh-CN/shop.ts";

export const shop = {
  name: "Breeze Books",
  motto: "Books brought to your door",
  shelf: "This week's books",
  "goods.novel": "Tales of a Hill Town",
  "goods.dictionary": "The Great Dictionary, compact",
  "goods.encyclopaedia": "Children's Encyclopaedia, 8 vols",
  "cover.novel": "Tales of a Hill Town",
  "cover.dictionary": "The Great Dictionary",
  "cover.encyclopaedia": "Children's Encyclopaedia",
  buy: "Buy",
  "buy.what": "Buy {{what}}",
  checkout: "Pay online",
  ordered: "Order",
  identify:
    "Say who you are. This is no login to your internet bank: it does not activate a new password card.",
  payer: "Paid by {{name}}",
  pay: "Pay",
  back: "Back to the shop",
} satisfies typeof chinese;
