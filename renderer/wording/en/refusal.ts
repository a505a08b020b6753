import type { RefusalCode } from "#core/contract/refusal.ts";

export const refusal: Record<RefusalCode, string> = {
  "request.untrusted": "This window may not ask for that. Restart the program.",
  "request.malformed": "Something is missing or not as it must be. Check the fields and try again.",
  "request.unknown": "The workstation does not know this request. Restart the program.",
  "request.too-large": "That is too long. Shorten it and try again.",
  "request.too-many": "Too many requests at once. Wait a moment and try again.",
  "request.repeated-differently":
    "The same request came twice with different content; nothing was posted twice. Go home and start again.",
  "request.not-in-live": "This is for demonstrations only and is not there in a live branch.",
  "workstation.set-up-first": "The branch has not been set up. Set it up first.",
  "workstation.fault":
    "A device or the program failed, incident {{incident}}. Stop and tell the supervisor.",
  "evidence.unknown": "That swipe or document is no longer remembered. Swipe or lay it down again.",
  "evidence.other-kind": "That swipe or document does not serve here. Follow the prompt again.",
  "identity.mismatch":
    "The document is not this customer's. Check who is here; go on only if it is the holder.",
  "identity.check-failed":
    "The identity check answered “{{resultText}}”. Prove the identity by another document first.",
  "customer.unknown": "No customer found. Check what was typed and search again.",
  "customer.pan-typed-differently":
    "The two card numbers differ. Type the number on the card twice again.",
  "reader.not-ready":
    "The card reader is not ready. Check cable and power, wait for “ready” below, and try again.",
  "reader.cancelled":
    "Writing was stopped and the blank card is untouched. Press Enter to write again, or Esc to give up.",
  "reader.busy": "The card reader is at work. Let it finish, or cancel what it is doing.",
  "reader.write-failed":
    "Writing failed ({{whyText}}). Blank card {{spoiled}} is void: cut it and keep it; write the next one.",
  "pin-pad.cancelled": "The customer cancelled. Ask the customer, then ask for the PIN again.",
  "pin-pad.busy": "The PIN pad is waiting for another PIN. Cancel that first.",
  "pin-pad.weak": "The PIN is too simple ({{weaknessText}}). Have the customer choose another.",
  "pin-pad.different": "The two new PINs differ. Have the customer set it again.",
  "printer.none":
    "No printer is available; nothing was printed and nothing counted. Connect one and press Ctrl+P, or save as PDF.",
  "printer.cancelled": "Printing was cancelled. Press Ctrl+P when you need it.",
  "amount.zero": "The amount cannot be zero. Type an amount.",
  "amount.too-large": "The amount is too large. At most {{mostText}} yuan can be taken in.",
  "amount.box-short": "The cash box holds only {{heldText}} yuan. Draw cash first.",
  "fee.account-cannot-pay": "The account cannot pay the fee. Take cash, or book the fee as owed.",
  "account.unknown": "There is no such account. Choose again.",
  "account.closed": "The account is closed. Choose another.",
  "account.debit-blocked": "Nothing may leave the account. Look at its loss case or holds.",
  "account.credit-blocked": "Nothing may reach the account. Look at its holds, or use another.",
  "account.short": "Only {{availableText}} yuan can be drawn now. Take a smaller amount.",
  "account.judicial-freeze":
    "The authorities have frozen the account; this cannot be done. Act on their notice.",
  "authorisation.needed": "This needs approval: {{levelText}}. Ask for it.",
  "authorisation.self": "Nobody approves their own request. Ask somebody else.",
  "authorisation.other-branch": "The approver belongs to another branch. Ask somebody of this one.",
  "authorisation.level":
    "The approver's level is too low: {{levelText}} is needed. Ask the right person.",
  "authorisation.second-supervisor":
    "A second supervisor must approve too. Have them enter number and password.",
  "authorisation.same-supervisor": "That is the same supervisor again. Ask another one.",
  "authorisation.unknown": "There is no such approval. Ask for it again.",
  "authorisation.other-request":
    "The approval is for another request. Ask for approval of this one.",
  "authorisation.used": "That approval has been used. Ask again.",
  "authorisation.expired": "The approval has expired. Ask again.",
  "card.unknown": "There is no such card. Swipe again or search.",
  "card.not-active": "The card is “{{lifeText}}” and cannot be used. Activate it, or take another.",
  "card.retain": "{{whyText}}: do not give it back. Keep the card and enter it (3009).",
  "card.reported-lost":
    "This card has been {{lossText}}. Check who is here and go on with the loss case.",
  "card.expired": "The card has expired. Exchange it (3003).",
  "card.pin-locked": "The PIN is locked. The holder must come with the document for a new PIN.",
  "card.pin-lost": "The PIN has been reported lost. Go on with that case.",
  "card.pin-wrong": "Wrong PIN; tries left: {{triesLeft}}. Have the customer key it in again.",
  "card.pin-needed": "This needs the PIN. Have the customer key it in.",
  "card.sequence-exhausted": "No further card of this number can be made. Choose a new number.",
  "card.already-active": "The card is active already. There is nothing to do.",
  "card.foreign": "This is a card of another bank. The customer must ask the bank that issued it.",
  "card.nothing-to-retain": "This card need not be kept. Give it back to the customer.",
  "card.skimmed-needs-new-number":
    "A card that may have been skimmed needs a new number. Choose it.",
  "card.not-presented": "No card was swiped. Swipe the customer's card.",
  "card.other-card-presented":
    "That is not the chosen card. Swipe the chosen one, or choose again.",
  "identity.length":
    "The number has the wrong length ({{length}}). Type it again from the document.",
  "identity.characters":
    "The number has characters it cannot have. Type it again from the document.",
  "identity.region": "No region has this code. Type the number again from the document.",
  "identity.birth-date": "The birth date in the number is wrong. Type it again from the document.",
  "identity.check": "The check character is wrong. Type the number again from the document.",
  "identity.document-number": "Not a number of this kind: {{kindText}}. Check kind and number.",
  "identity.expired": "The document expired on {{validTo}}. The customer must renew it first.",
  "identity.of-age":
    "{{kindText}} is for people under 16; the holder is {{age}}. Ask for the identity card.",
  "loss.unknown": "There is no such loss case. Check its number.",
  "loss.already-reported":
    "This card has been reported already, case {{lossCase}}. Open that case and go on.",
  "loss.not-reportable": "The card is “{{lifeText}}” and needs no report. Choose another card.",
  "loss.bill-out-of-scope":
    "The loss of a bill follows another law. Show the customer the way to stop payment and the court.",
  "loss.channel": "The bank takes no oral report this way. Choose the other way.",
  "loss.other-branch": "The case belongs to branch {{branch}}. The customer must go there.",
  "loss.not-oral": "The case is “{{statusText}}”, not an oral report. Go on from there.",
  "loss.lapsed": "The oral report lapsed on {{lastDay}}. Report the loss again.",
  "loss.not-open": "The case has ended ({{statusText}}). There is nothing left to do.",
  "loss.not-matured":
    "The waiting term is not over; the first day is {{maturesOn}}. Ask the customer to come then.",
  "loss.same-day-new-number-only":
    "On the day of the report only a new number is possible. Choose it, or wait for the term.",
  "loss.slip-mismatch": "The application number differs from the register. Type it again.",
  "loss.slip-lost": "That application was reported lost and is void. Use the new one.",
  "loss.register-mismatch":
    "{{fieldText}} differs from the register. Have the customer check; if it still differs, stop.",
  "loss.holder-only": "Only the holder can do this, no agent. The holder must come.",
  "loss.card-not-ready": "The new card is not ready. Enter its arrival or write it first.",
  "loss.payout-differs":
    "{{payoutText}} yuan is due, not the amount entered. Check, then enter and pay what is due.",
  "loss.kind":
    "The case is “{{kindText}}”, which this does not serve. Choose the right transaction.",
  "pan.characters": "A card number has digits only. Type it again.",
  "pan.length": "{{length}} digits typed; a card number has 13 to 19. Type it again.",
  "pan.check-digit": "The check digit is wrong: one digit may be mistyped. Type it again.",
  "production.unknown": "There is no such card order. Choose again.",
  "production.already-ordered": "A card has been ordered already, order {{order}}. Wait for it.",
  "production.custodian": "A made card is kept by two people. Enter another teller's number.",
  "production.not-arrived":
    "The card has not arrived; it is expected on {{dueOn}}. Enter its arrival first (8006).",
  "production.settled": "This order has been settled. Choose another.",
  "slip.unknown": "There is no such slip. Check its number.",
  "slip.printed": "This slip has been printed. To print it again, use 9003.",
  "slip.void": "This slip is void and cannot be printed. Use the new one.",
  "stripe.track-2-missing": "The stripe has no usable Track 2. Swipe again, or exchange the card.",
  "teller.credentials": "Number or password is wrong. Try again.",
  "teller.locked-out":
    "Too many wrong passwords; no sign-on before {{untilText}}. Wait, or ask the supervisor.",
  "teller.password-must-change": "A first password must be changed. Choose a new one.",
  "teller.password-weak": "The new password {{reasonText}}. Choose another.",
  "teller.not-signed-on": "Nobody is signed on. Sign on first.",
  "teller.locked": "The counter is locked. Enter your password.",
  "teller.already-signed-on": "Somebody is signed on already. Sign off first.",
  "teller.role": "Not for this role: {{roleText}}. Somebody with the right must do it.",
  "track.length":
    "Track {{track}} is too long ({{length}} of at most {{limit}}). Exchange the card.",
  "track.start-sentinel":
    "Track {{track}} has no start sentinel. Swipe again; if it stays, exchange the card.",
  "track.end-sentinel":
    "Track {{track}} has no end sentinel. Swipe once, evenly; if it stays, exchange the card.",
  "track.character":
    "Track {{track}}, position {{position}}: wrong character. Swipe again, or exchange the card.",
  "track.parity":
    "Track {{track}}, position {{position}}: wrong parity. Swipe again, or exchange the card.",
  "track.lrc":
    "Track {{track}}: the check over the track is wrong. Swipe again, or exchange the card.",
  "track.field":
    "Track {{track}}, {{fieldText}}: {{reasonText}}. Swipe again, or exchange the card.",
  "voucher.box-empty": "No blank card is left in the box. Draw stock first.",
  "voucher.not-written": "The new card has not been written and verified. Write it first.",
};
