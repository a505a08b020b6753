import type { risk as chinese } from "#renderer/wording/zh-CN/risk.ts";

/** Risk warnings (9012) and risk rules (9013). */
export const risk = {
  caption: "Risk warnings",
  noted: "Looking is written down in the journal. An empty field is no condition.",
  "filter.rule": "Rule",
  "filter.decision": "Decision",
  "filter.from": "Business date from",
  "filter.to": "Business date to",
  "filter.who": "Document, phone, account or card number",
  "filter.open": "Not reviewed yet",
  "filter.any": "All",
  "filter.find": "Search",
  "filter.wrong": "This is no date. Example: 2026-03-18",
  "column.at": "Time",
  "column.rule": "Rule",
  "column.customer": "Customer",
  "column.code": "Business",
  "column.teller": "Teller",
  "column.decision": "Decision",
  "column.review": "Review",
  "decision.went-on": "Went on, warned",
  "decision.stopped": "Stopped",
  "decision.waiting": "Customer is asked",
  "decision.confirmed": "Customer said yes",
  "decision.denied": "Customer said no",
  "review.none": "Not reviewed",
  none: "No warning. Ask for less.",
  "picture.days": "By day (the last 60)",
  "picture.rules": "By rule",
  "opened.title": "Warning {{id}}",
  "opened.why": "Why",
  "opened.outcome": "The rule wants",
  "opened.level": "{{level}} at least",
  "opened.posted": "The line of the journal",
  "opened.reviewed": "Finding",
  "opened.back": "Back to the list",
  "review.verdict": "Finding",
  "review.words": "In words",
  "review.audit": "The audit looks and reviews nothing. A supervisor or the branch head does.",
  "phone.say-yes": "Yes, it is mine",
  "phone.say-no": "No, it is not mine",
  "phone.yes": "You said that it is yours. Pay once more within 10 minutes.",
  "phone.no": "You said that it is not yours. It will not be paid.",
  "phone.over": "The time to answer is over.",
  path: "{{rule}}: {{what}}",
  "number.on": "In use",
  "number.outcome": "What it does",
  "number.level": "Level it asks for",
  "number.minutes": "Minutes looked back",
  "number.days": "Days looked back",
  "number.times": "From so many times on",
  "number.cards": "From so many cards in use on",
  "number.customers": "From so many customers on",
  "number.least": "Payments that make a habit",
  "number.factor": "From so much of the usual on",
  "number.from": "No payment is large below (CNY)",
  "why.manual-card-entry":
    "The teller typed {{times}} card numbers within {{minutes}} minutes, found this customer by one, and served her.",
  "why.many-cards": "The customer holds {{cards}} cards in use and got another, or a channel.",
  "why.shared-phone": "The telephone {{phone}} is reserved by {{customers}} customers.",
  "why.account-and-channel-same-day":
    "A channel was opened {{days}} days after the account (0: the same day).",
  "why.replaced-then-raised":
    "{{days}} days after a card was replaced, more may be paid, or to somebody new (0: the same day).",
  "why.replaced-then-phone":
    "{{days}} days after a card was replaced, the telephone changed (0: the same day).",
  "why.recurring-agent":
    "The agent (document {{agent}}) acted for {{customers}} customers within {{days}} days.",
  "why.wrong-answers-across-customers":
    "{{times}} wrong answers of {{customers}} customers at this terminal within {{minutes}} minutes.",
  "why.unmasked-without-transaction":
    "The teller saw full numbers of {{customers}} customers within {{minutes}} minutes and served none of them.",
  "why.unusual-payment":
    "A payment of CNY {{amountText}}; as a rule she pays {{usualText}}: {{factor}} times that or more.",
  "why.unusual-payment.often":
    "Payment number {{times}} within {{minutes}} minutes, this one CNY {{amountText}}.",
  "rule.manual-card-entry":
    "A teller finds a customer by a card number typed by hand, and serves her.",
  "rule.many-cards": "A customer with many cards in use gets another, or a channel.",
  "rule.shared-phone":
    "A telephone that several customers have reserved is registered once more, or opens a channel.",
  "rule.account-and-channel-same-day":
    "A channel is opened right after the account (0 days: the same day).",
  "rule.replaced-then-raised":
    "Soon after a card was replaced, limits rise, payments open or a payee is added (0: the same day).",
  "rule.replaced-then-phone":
    "Soon after a card was replaced, the telephone changes (0: the same day).",
  "rule.recurring-agent": "One agent reports losses of, or is registered for, several customers.",
  "rule.wrong-answers-across-customers":
    "PINs, codes or cells of several customers are answered wrong at one terminal.",
  "rule.unmasked-without-transaction":
    "A teller sees full numbers of several customers and serves none of them.",
  "rule.unusual-payment":
    "A customer pays by e-Pay or e-Wallet far above her habit, or several times within minutes.",
  "rules.read": "Reading the rules",
  "rules.name": "Item",
  "rules.answers": "Risk",
  "rules.bounds": "Bounds",
  "rules.now": "Now",
  "rules.next": "New value",
  "rules.count": "{{count}} changed",
  "rules.none": "Change at least one line.",
  "try-out.title": "Try out",
  "try-out.explained":
    "Judges the whole past journal again by the rules as changed above (or as they are), to see what they would warn of. The counter goes on and nothing is changed. What was stopped or asked about then counts as it was judged then.",
  "try-out.submit": "Try out",
  "try-out.cancel": "Stop the try-out",
  "try-out.progress": "Trying out: {{done}} of {{total}} lines of the journal",
  "try-out.done": "{{batches}} lines were judged; the rules would have spoken up {{total}} times.",
  "try-out.cases": "The first {{shown}}",
  "try-out.none": "Nothing to warn of.",
  "try-out.sequence": "Line",
  "try-out.why": "Why",
  "try-out.stopped": "Not done at the time",
} satisfies typeof chinese;
