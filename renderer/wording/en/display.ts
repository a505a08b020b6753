import type { display as chinese } from "#renderer/wording/zh-CN/display.ts";

export const display = {
  welcome: "Welcome",
  "welcome.explained": "Please hand your document and your card to the teller",
  "pin.verify": "Please enter the PIN of your card",
  "pin.new": "Please choose a new PIN",
  "pin.again": "Please enter the new PIN once more",
  "pin.card": "Card {{number}}",
  "pin.explained": "The PIN has six digits. Shield it; the teller does not see it.",
  "pin.entered": "{{count}} of 6 digits entered",
  "pin.clear": "Clear",
  "pin.cancel": "Cancel",
  "pin.confirm": "Confirm",
  "pad.label": "PIN pad",
  "problem.weak": "That PIN is too simple ({{weakness}}); choose another",
  "problem.different": "The two PINs differ; please set it again",
  "problem.wrong": "Wrong PIN; please try again",
  "problem.other": "That did not work; please ask the teller",
  demonstration: "Demonstration",
} satisfies typeof chinese;
