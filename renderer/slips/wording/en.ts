import type { slipWords as chinese } from "#renderer/slips/wording/zh-CN.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** What only papers say, in English; a missing word does not compile. */
export const slipWords = {
  title: {
    "loss-application": "Loss application",
    replacement: "Replacement of a lost card",
    exchange: "Exchange of a card",
    general: "Transaction slip",
    "freeze-receipt": "Receipt of assistance",
    "forgery-report": "Report of a false document",
    "day-seal": "Day-end seal",
    "day-report": "Day report (X)",
  },
  copy: {
    customer: "Customer copy",
    bank: "Bank copy",
    archive: "Archive copy",
  },
  heading: {
    seal: "Seal",
    reversal: "Reversal",
    loss: "Loss",
    customer: "Customer",
    agent: "Agent",
    account: "Card and account",
    cards: "Old and new card",
    passwordCard: "Password card",
    eBank: "E-banking",
    stock: "Blank pieces",
    cash: "Cash",
    money: "Money",
    fee: "Fee",
    term: "Next step",
    organ: "Organ",
    measure: "Measure",
    control: "Holds",
    queue: "Queue",
    others: "Other particulars",
  },
  note: {
    "note.oral-lapses":
      "An oral report lapses by itself, and the stop ends with it. Bring an identity document to a branch and report in writing before its last day is over.",
    "note.box-open": "The count is right. The box is open from this count on.",
    "note.box-counted-right":
      "The count is right. Neither cash nor pieces move after it until the box is opened again.",
    "note.box-differs":
      "The count is not what the books say. Neither cash nor pieces move until it is counted again or the difference is booked.",
    "note.box-closed": "The box is closed. Two people count it to open it again.",
    "note.count-after-posting": "Whoever counted did not see what the books said.",
    "note.bring-slip":
      "To collect a card, close the account, choose a new PIN or withdraw the report, come to this branch yourself with a valid identity document and the customer copy of this application. Nobody can do so for you.",
    "note.slip-loss":
      "Keep this application safe. If it is lost, report that at this branch: the waiting term begins anew, the report can no longer be withdrawn, and from then on only the holder collects the card.",
    "note.slip-cannot-withdraw":
      "The former application was reported lost and is void. This report cannot be withdrawn.",
    "note.tell-payer":
      "Your card number has changed: tell the new number to the payroll office of your employer and to everybody else who pays you.",
    "note.activate-card": "The new card must be activated before use.",
    "note.old-card-punched": "The old card was cut before the customer and kept by the bank.",
    "note.old-number-credited": "Money sent to the old card number still reaches your account.",
    "note.judicial-freeze-stays":
      "A freeze by the authorities is not affected by this transaction and stays in force.",
    "note.credits-go-on":
      "Wages and other money still come in during the loss; none can be drawn from the stopped account or card.",
    "note.card-to-be-made":
      "A card of the same number must be made first. The bank will tell you when it is here.",
    "note.hold-goes-on": "The stop of the oral report stays in force without a gap.",
    "note.account-closed":
      "Your account is closed; every card of it is cancelled and can no longer be used.",
    "note.hold-ends":
      "The stop of this loss report has ended. Other stops or freezes are not affected.",
    "note.pin-set": "The customer has chosen a new PIN. Tell it to nobody.",
    "note.card-kept": "The card was kept at this branch.",
    "note.card-erased": "The stripe was erased and read back empty.",
    "note.reprint": "This slip is a reprint and says the same as the original.",
    "note.reversed-slip-void":
      "The original posting is wholly reversed; its slip is void and kept by the bank.",
    "note.reversed-fee-alone":
      "The fee of the original posting alone is reversed; the posting and its slip stay valid.",
    "note.reversed-pieces-back": "Two people counted the blank pieces back into the vault.",
    "note.reversed-pieces-to-box": "Two people have counted the blank pieces back into the box.",
    "note.stock-set-right":
      "Both counts of today found these pieces in the other hand; the books now say so.",
    "note.stock-cut-and-kept":
      "These pieces were stamped void and cut, and are kept with the papers of the day until two people destroy them.",
    "note.stock-blocked":
      "These pieces are blocked from this posting on. One that turns up again is void and never comes back into stock.",
    "note.stock-agrees": "Counted by two people; the count agrees with the books.",
    "note.stock-differs":
      "Counted by two people; the count differs from the books. It must be cleared up today and registered as lost, found or misplaced.",
    "note.stock-destroyed": "These pieces were destroyed before two people.",
    "note.old-card-works-until-then": "The old card works until the new one is collected.",
    "note.first-password": "The first password must be changed at the first sign-on.",
    "note.number-not-again": "The number is never given again.",
    "note.password-card-personal": "The password card is for its holder alone.",
    "note.password-card-scratch-only-asked":
      "Scratch only those cells of the password card that are asked for.",
    "note.password-card-no-copies":
      "Never lend the password card, and let nobody copy or photograph it. If it is lost, or anybody has seen what stands on it, have it replaced at a branch at once, with a valid document and the registered card.",
    "note.password-card-first-login":
      "Before the first payment log in to the internet bank once: the login activates the card, and nothing else is needed.",
    "note.password-card-not-in-public":
      "Better not use the internet bank in public places such as internet cafés or libraries.",
    "note.password-card-void":
      "The old password card is void from this posting on and can no longer be used.",
    "note.password-card-wrong-answers":
      "Wrong answers in a row on one day stop payments until the next day; after too many in all the card must be replaced at a branch, with a valid document and the registered card.",
    "note.film-checked":
      "Wrapper and scratch film were whole at the hand-over, and the customer saw it.",
    "note.internet-bank-opened": "The internet bank was opened in this very posting.",
    "note.account-opened-today":
      "The account was opened on this very day; the customer was asked and wants electronic banking.",
    "note.never-tell-password":
      "The customer chose the login password. Tell it to nobody, not even to people who say that they are from the bank.",
    "note.switch-opens-at-branch":
      "What was closed is opened again only for the holder at a branch, with a valid document and the registered card.",
    "note.usb-key-no-limit":
      "Payments confirmed with the USB key have no electronic banking limit.",
    "note.usb-key-ended":
      "The USB key is cancelled from this posting on and can no longer be used.",
    "note.old-usb-key-ended":
      "The old USB key is cancelled from this posting on and can no longer be used.",
    "note.usb-key-handed-in":
      "The old USB key is handed in at the counter and kept by the bank, unless it is lost.",
    "note.without-usb-key":
      "Without a USB key, payments have the limits above and no money goes to others; a password card or another USB key raises them.",
    "note.wap-bank-stays": "The WAP bank was not closed and can still be used.",
    "note.agreements-ended": "The phone bank's agreements on payees end with this posting.",
    "note.freeze-without-end":
      "The freeze has no end: it holds until the organ that made it gives notice of release.",
    "note.freeze-waits-its-turn":
      "This freeze waits and is not in force. It takes effect by itself, by order of delivery, when those before it end; its term begins then.",
    "note.check-kept": "The answer of the identity check is kept with the customer’s data.",
    "note.forgery-police":
      "The business was refused. This report goes to the police with the document, where it was kept.",
    "note.forgery-blocks-nothing":
      "The report is about the document and its bearer. Whoever truly has the number is blocked in nothing.",
    "note.false-document-seen": "A false document with this number was shown before.",
    "note.agency-checked-each-time":
      "The agent shows a valid document, and it is checked, at every visit.",
    "note.phone-codes-to-new":
      "Codes and notices go to the new telephone from this posting on; earlier codes are void.",
    "note.phone-old-told":
      "The bank has told the old number. If this was not you, call 95588 at once.",
    "note.phone-of-another": "Another customer has reserved this number too.",
    "note.phone-e-pay-goes-over":
      "e-Pay uses the new telephone and lets no transfer out until it has cooled.",
    "note.agency-ended": "The agency ended when this was posted.",
    "note.freeze-in-force": "The freeze is in force.",
    "note.freeze-waits": "The freeze waits and is not in force.",
    "note.freeze-over": "The freeze is over.",
    "note.freeze-takes-up-credits":
      "The balance falls short and all of it is frozen; money coming in is taken up until the amount is reached.",
    "note.not-to-be-told":
      "This assistance is not to be told to the person concerned nor to anybody else.",
    "note.credits-reach-frozen":
      "Money, such as wages, still reaches the account while it is frozen; none can be drawn until it is unfrozen.",
    "note.holder-alone-unfreezes":
      "Only the holder lifts this freeze, in person at the counter with a valid document.",
    "note.stolen-investigated": "A stolen account is unfrozen only after the investigation.",
    "note.customer-freeze-ended": "The freeze at the customer's wish ended with this posting.",
    "note.control-reason-and-remedy":
      "The customer was told the reason for the control and how to have it reviewed or lifted.",
    "note.control-ended": "The bank's control ended with this posting.",
    "note.other-holds-stay":
      "Other holds on the account are not affected by this posting and stay in force.",
    "note.account-activated": "The holder has activated the account; it can be used as before.",
    "note.pack-follows":
      "The evidence of this case was released to be written as an encrypted file.",
    "note.keep-seal":
      "Keep this paper away from the branch. With npm run verify -- FOLDER --code CODE anybody can tell later whether anything before it was changed, taken away or put back to an older state; no key is needed, and no customer is seen.",
    "note.e-pay-agreed":
      "I have read and accepted the agreement on electronic banking for personal customers.",
    "note.e-pay-codes":
      "Payments go by a code to your reserved phone. Only 95588 sends it. Tell a code to nobody, bank staff included.",
    "note.e-pay-lower-yourself":
      "You may lower the limits yourself at any time; to raise them, come to a branch with your document.",
    "note.e-pay-resume":
      "To resume it, come to a branch with your document, or use a code to your reserved phone.",
    "note.e-pay-enrol-anew": "This enrolment has ended. To use e-Pay again, enrol anew.",
    "note.e-pay-re-bound":
      "Your e-Pay follows to the new card and is named by its number from now on. Your phone stays.",
    "note.e-pay-last-six-taken":
      "Another card under the same phone ends in the same six digits, so this enrolment is suspended. Cancel one of them at a branch, then resume.",
    "note.e-pay-ended": "The card's e-Pay enrolment ended with it.",
    "note.e-pay-cooling": "No transfers by e-Pay until then; shopping and bills are not affected.",
    "note.e-pay-old-phone-told":
      "The old phone was told of the change. If it was not you, call 95588 at once.",
    "note.wallet-lets-nothing-out":
      "From now on nothing is topped up, paid or transferred out of the e-Wallet; others can still pay in.",
    "note.wallet-holder-lifts":
      "You may lift the freeze at any time: on your own phone with the payment password, or at a branch with your document.",
    "note.wallet-stolen-investigated":
      "The bank investigates on what you left with it, and lifts the freeze afterwards. Keep records of payments and conversations, and report to the police.",
    "note.wallet-risk-looked-at": "The bank lifts the freeze once it has looked into it.",
    "note.wallet-freeze-ended": "The freeze named above has ended.",
    "note.wallet-other-freezes-stay":
      "Other freezes stay in force; the e-Wallet still pays nothing.",
    "note.wallet-certified":
      "The e-Wallet is certified: it can be topped up from the linked account, and can pay and transfer.",
    "note.wallet-link-sent":
      "The link went to your reserved phone and holds for 24 hours. Get a code there, set both passwords, and tell them to nobody, bank staff included.",
    "note.wallet-freezes-stay": "A reset lifts no freeze.",
    "note.shop-file-once":
      "The file is encrypted: only the printer's shop can open it, with the private key that belongs to the key it gave, and each key serves once. The bank keeps nothing of what is printed.",
  },
  number: "No.",
  branch: "Branch",
  date: "Date",
  time: "Time",
  transaction: "Transaction",
  sequence: "Journal no.",
  teller: "Teller",
  approvers: "Approved by",
  noApprover: "none",
  currency: "Currency",
  renminbi: "CNY",
  notes: "Please note",
  relations: "Services linked to the card",
  service: "Service",
  label: "Known as",
  reprint: (count) => `REPRINT · COPY ${count}`,
  void: "VOID",
  reversal: "REVERSAL",
  reversed: {
    whole: (by) => `REVERSED BY ${by}`,
    fee: (by) => `FEE REVERSED BY ${by}`,
  },
  demonstration: "DEMONSTRATION",
  collection: "Collection paper",
  earliest: "Earliest day",
  at: "At",
  inPerson: "In person, with this copy and a valid identity document.",
  result: "Result",
  resultKinds: ["Card replaced", "Account closed", "New PIN", "Report withdrawn"],
  resultCard: "New card",
  resultDate: "Date",
  resultTellers: "Teller / approver",
  declaration: "I have checked the above.",
  declarationWithNotes: "I have checked the above and read the notes.",
  sealDeclaration: "The two of us have compared the figures on the screen with this paper.",
  twoDeclaration: "The two of us have checked numbers and count.",
  customerSignature: "Customer's signature",
  twoSignatures: "Signatures of both",
  agentSignature: "Agent's signature",
  signedOn: "Date:",
  seal: "Seal",
  acceptanceSeal: "Acceptance seal",
  accountingSeal: "Accounting seal",
  sealPlace: "(place for the bank's seal)",
  assistanceSeal: "Seal of assistance",
  officersSignature: "Received by both officers",
  receiptTaken: "In two copies: one for the organ, one for the bank.",
  day: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
} satisfies typeof chinese;
