import type { SheetWords } from "#renderer/card-sheet/wording/zh-CN.ts";

/** What only a printed password card says, in English. */
export const sheetWords: SheetWords = {
  product: "E-banking password card",
  bank: "Demonstration Bank",
  serial: "Card no.",
  demonstration: "演示 DEMONSTRATION",
  front: "Front",
  back: "Back",
  cut: "Cut along the outer frame and fold along the dashed line: that makes one card.",
  large: "Large print",
  grid: "Cells of the card",
  notGiven: "For demonstration only: the holder is invented, and no bank takes this card.",
  instructions: (uses) => [
    "Log in to internet banking once before first use: that activates the card.",
    "When you pay, enter the digits of the cells in the order asked, no space.",
    "Scratch only the cells that are asked. Do not lend, copy or photograph it.",
    `Good for ${uses} uses. A day's stop for wrong answers ends the next day.`,
    "Lost, damaged or disclosed? Bring your ID and registered card to a branch.",
    "The old card becomes void the moment a new one is issued.",
  ],
};
