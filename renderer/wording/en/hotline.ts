import type { hotline as chinese } from "#renderer/wording/zh-CN/hotline.ts";

export const hotline = {
  "questions.title": "Who calls",
  "questions.how":
    "Ask first, then compare with the record. Two must be right, the document number among them. Answers are neither typed nor kept.",
  "answer.right": "Right",
  "answer.wrong": "Wrong",
  "answer.not-asked": "Not asked",
  "open.title": "On the phone: {{name}}",
  "open.caller": "Caller",
  "open.since": "Since",
  "open.number": "Call",
  "open.only":
    "For this customer only the following is done now; lifting, withdrawing and all else need the holder at the counter. Others are served as ever.",
  "open.ways": "What may be done during the call",
  "open.end": "End the call",
  "open.ends": "Locking or signing off ends it too.",
} satisfies typeof chinese;
