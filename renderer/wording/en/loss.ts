import type { loss as chinese } from "#renderer/wording/zh-CN/loss.ts";

export const loss = {
  "usual.lost": "Lost",
  "usual.stolen": "Stolen",
  "usual.robbed": "Robbed",
  "usual.left-behind": "Left in a machine",
  "why.none": "This customer has no open loss case. To report a loss:",
  "why.lapsed":
    "Oral report {{number}} lapsed after {{lastDay}}, and the card works again. If it is still lost, report it anew.",
  "why.oral":
    "Case {{number}} is still oral (until {{lastDay}}) and has no application. Put it into writing first (4003).",
  "why.other-branch":
    "Case {{number}} was reported at branch {{branch}} and can end only there. Send the customer to that branch.",
  "why.written": "Case {{number}} is in writing already. What can be done now:",
  "why.slip-lost":
    "The application of case {{number}} was itself reported lost, so the loss cannot be withdrawn. What can be done now:",
  "why.waiting":
    "The waiting period of case {{number}} is not over; the first possible day is {{maturesOn}}. Ask the customer to come back then.",
  "why.pin-only": "Case {{number}} is about the PIN alone. After its term reset the PIN (4009).",
  "why.card-lost":
    "Case {{number}} is about a lost card. After its term replace the card (4007); a new PIN is set there.",
  "why.no-card":
    "This customer has no card that can be reported lost. See the states of the cards, or find the customer again.",
  "why.reported":
    "Card {{card}} is reported lost already: {{number}}, {{status}}. What can be done now:",
  "holder-only": "The holder in person; no agent.",
  "kind.label": "What was lost",
  "kind.pin": "PIN alone (card in hand, no fee)",
  "kind.both": "Card and PIN",
  "amount-at-report.label": "Balance at the report, as the customer states it (yuan)",
  "payout.label": "Paid out (yuan, balance and interest)",
  "found-card.label": "The card that was found",
  "made-is-void": "A new card was ordered ({{order}}): it becomes void with the withdrawal.",
  "before-term":
    "The waiting period is not over (until {{maturesOn}}): an early replacement needs approval A3.",
  "made.label": "The made card",
  "ready.none":
    "A card of the same number must be made first, and none was ordered. Order it, or choose a new number.",
  "ready.ordered":
    "The card is being made ({{order}}) and expected on {{dueOn}}. If it is here, register its arrival; else ask the customer to come back, or choose a new number.",
  "slip-of-case": "Application",
  "register.show": "Show",
  "register.show.open": "Open",
  "register.show.due": "Due",
  "register.show.all": "All",
  "register.text": "Name, case number, last four of the card, or a whole number",
  "register.find": "Find",
  "register.caption": "Loss register",
  "register.none.open": "There is no open loss case.",
  "register.none.due": "No loss case waits to be ended.",
  "register.none.all": "The register holds no loss case.",
  "register.none.text": "No loss case matches “{{text}}”. Try another word, or show all.",
  "column.number": "Case",
  "column.customer": "Customer",
  "column.card": "Card",
  "column.kind": "Kind",
  "column.status": "Status",
  "column.accepted": "Accepted",
  "column.term": "Term",
  "term.oral": "until {{date}}",
  "term.matures": "from {{date}}",
  "detail.title": "Case {{number}}",
  "detail.reason": "Reason",
  "detail.channel": "Reported",
  "detail.numbering": "Number of the new card",
  "detail.slip": "Application number",
  "detail.slip-lost": "Application reported lost, {{slip}} issued instead; cannot be withdrawn",
  "detail.order": "Card order",
  "detail.branch": "Branch of the report",
  "detail.ways": "What can be done with this case",
  "detail.none": "Nothing can be done with this case now.",
} satisfies typeof chinese;
