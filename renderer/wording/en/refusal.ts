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
  "workstation.disk-full":
    "The disk is full: nothing new can be begun. Finish, sign off, and tell the supervisor to make room.",
  "workstation.locked": "The branch is not open. Enter its passphrase first.",
  "vault.wrong-passphrase":
    "That is not the passphrase of the branch. Wait {{waitSeconds}}\u00a0s, check it and enter it again. It is kept in two envelopes.",
  "vault.too-soon": "Wait {{waitSeconds}}\u00a0s before entering the passphrase again.",
  "vault.passphrase-weak": "That passphrase {{weaknessText}}. Choose another.",
  "evidence-pack.busy": "An evidence pack is being written already. Wait for it.",
  "evidence-pack.not-authorised": "Nothing posted today by you allows this file. Post 9005 first.",
  "evidence-pack.made-already":
    "The file of this posting was written already. Another one takes another 9005.",
  "backup.busy": "A backup is being made already. Wait for it, or call it off.",
  "backup.cancelled":
    "The backup was called off. Nothing of it is left; make another before the day ends.",
  "backup.folder-unfit": "That folder {{reasonText}}. Choose another for the backup.",
  "backup.disk-full":
    "The disk has no room for {{bytes}} bytes. Take another, or make room; the books are as they were.",
  "backup.disk-failed":
    "The disk for the backup failed ({{errno}}). Check that it is plugged in, or take another; the books are as they were.",
  "workstation.fault":
    "A device or the program failed, incident {{incident}}. Stop and tell the supervisor.",
  "evidence.unknown": "That swipe or document is no longer remembered. Swipe or lay it down again.",
  "evidence.other-kind": "That swipe or document does not serve here. Follow the prompt again.",
  "evidence.too-old":
    "The card was read more than 2 minutes ago. Go back, swipe the card to be erased again, and have the second teller check it.",
  "identity.mismatch":
    "The document is not this customer's. Check who is here; go on only if it is the holder.",
  "identity.check-failed":
    "The identity check answered “{{resultText}}”. Prove the identity by another document first.",
  "customer.unknown": "No customer found. Check what was typed and search again.",
  "customer.phone-malformed":
    "Not a mainland mobile number (eleven digits, 13 to 19 in front). Check it and type it again.",
  "customer.phone-unchanged": "That is the reserved telephone already; there is nothing to change.",
  "sms-code.unknown": "No such code was sent. Send a new one.",
  "sms-code.expired": "The code has expired. Send a new one and have the customer key it in.",
  "sms-code.used-up":
    "The code was used, sent anew or is void. Send a new one and have the customer key it in.",
  "sms-code.other-elements":
    "The code was sent for something else (another customer, telephone, card or purpose). Send one for what is asked now.",
  "sms-code.wrong":
    "The code is wrong; {{triesLeft}} more tries. Have the customer look at the message and key it in again; with no tries left, send a new one.",
  "sms-code.too-soon":
    "A code was sent just now; another goes from {{againAtText}} on. Have the customer look at the telephone first.",
  "sms.unknown": "There is no such message. Refresh the list.",
  "sms.not-failed": "This message has not failed and is not sent again. Refresh the list.",
  "sms.chiefs-retry": "Only a supervisor or the branch head sends a message again.",
  "customer.pan-typed-differently":
    "The two card numbers differ. Type the number on the card twice again.",
  "reader.not-ready": "The card reader is not ready. {{statusText}}",
  "reader.cancelled":
    "Stopped; the card is untouched. Press Enter to begin again, or Esc to give up.",
  "reader.busy": "The card reader is at work. Let it finish, or cancel what it is doing.",
  "reader.not-supported":
    "This kind of card reader cannot do that. Use one that can, or check the kind of reader with F2 3015.",
  "reader.no-answer":
    "The card reader does not answer. Check cable and power, test it with F2 3015, and try again.",
  "reader.eaten-by-input-method":
    "An input method took what the reader typed. Switch to English input and swipe again; clear what was left in a field.",
  "reader.write-failed":
    "Writing failed ({{whyText}}). Blank card {{spoiled}} is void: cut it and keep it; write the next one.",
  "pin.used-up":
    "The PIN that was keyed in serves only once and is used up. Have the customer key it in again.",
  "reader.erase-failed":
    "Erasing failed ({{whyText}}) and nothing was posted. The card stays collected and not erased: try the same card again; failing that, cut it through the stripe.",
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
  "box.not-open": "{{boxText}} is not open. Open the box first (1101).",
  "box.already-open": "The box is open already.",
  "box.not-yours": "{{boxText}} is not your own box. A supervisor or the branch head settles it.",
  "box.holder-here": "{{boxText}}: its teller is signed on and counts it.",
  "box.count-needed": "Two people count a box to open it. Enter what was counted.",
  "box.counted":
    "{{boxText}} has been counted, so nothing may move in it. Open it again to go on (1101).",
  "box.difference":
    "{{boxText}} is not what the books say. Count again (1103) or book the difference (1104).",
  "box.not-counted": "A box is counted before it is closed. Count it first (1103).",
  "cash.no-difference": "{{boxText}} has no difference to be booked. Count it first (1103).",
  "cash.not-as-counted":
    "That is not what was counted: over {{overText}} yuan, short {{shortText}} yuan.",
  "cash.vault-short":
    "The vault holds only {{heldText}} yuan. Take less, or receive cash from the central vault (1101).",
  "cash.same-box": "The receiving teller is you. Choose another teller.",
  "fee.unknown": "There is no such fee. Choose it again on the customer page.",
  "fee.settled": "This fee {{statusText}}; it is not settled twice.",
  "fee.waiver-words": "A waiver needs its reason in words.",
  "fee.other-account": "Only the same customer's own account can pay this fee.",
  "fee.account-cannot-pay": "The account cannot pay the fee. Take cash, or book the fee as owed.",
  "account.unknown": "There is no such account. Choose again.",
  "account.closed": "The account is closed. Choose another.",
  "account.debit-blocked": "Nothing may leave the account. Look at its loss case or holds.",
  "account.credit-blocked": "Nothing may reach the account. Look at its holds, or use another.",
  "account.short": "Only {{availableText}} yuan can be drawn now. Take a smaller amount.",
  "account.judicial-freeze": "The account is not available now. Call the supervisor.",
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
  "card.counterfeit":
    "This is a counterfeit, and evidence: it must not be erased. Keep it, enter it (3009), and hand it to the police.",
  "card.not-collected":
    "The card is “{{lifeText}}” and not registered as collected, so it must not be erased. If it is out of use, enter it first (3009).",
  "card.erased-already":
    "By the register this card was erased, and yet its stripe was read: another card was erased in its place, or this is a copy. Keep it and call the supervisor.",
  "card.not-erased": "The old card was not erased and read back yet. Erase it first.",
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
  "slip.void":
    "This slip is void and cannot be printed. Use the new one, or the slip of the reversal.",
  "authorisation.only-by":
    "Only who receives it may confirm this: {{peopleText}}. Ask them for their number and password.",
  "parked.unknown": "There is no such waiting request. Choose one in the queue (9004).",
  "parked.needs-nobody":
    "The teller alone is enough for this; there is nobody to wait for. Post it.",
  "parked.already": "The very same request waits already ({{parked}}). See the queue (9004).",
  "parked.too-many": "{{most}} requests are waiting. Finish or withdraw some first.",
  "parked.too-long": "The request is too long to be parked. Ask for approval on the spot.",
  "parked.not-yours":
    "Teller {{maker}} keyed this request; nobody else takes it up or withdraws it.",
  "parked.settled": "This request is settled: {{statusText}}. Look at the queue again.",
  "parked.other-transaction":
    "What was taken up is another transaction. Take it up from the queue (9004) again.",
  "parked.shown-gone":
    "What the customer showed is no longer remembered, so it cannot be approved as it is. Its teller takes it up and has it shown again.",
  "authorisation.own-posting":
    "The original was posted by this person, who cannot approve its reversal. Ask another supervisor.",
  "reversal.unknown":
    "No transaction of the counter was posted under this number. Choose it from today's list.",
  "reversal.of-reversal":
    "A reversal cannot be reversed. Post the transaction anew as it should be.",
  "reversal.already":
    "This was reversed by posting {{by}} and cannot be reversed again. Check with 9001.",
  "reversal.not-today":
    "Only postings of today can be reversed; this one is of {{date}}. A later correction takes the branch head: tell the supervisor.",
  "reversal.has-own-opposite":
    "This has a transaction of its own to undo it: use {{oppositeText}}. To give back its fee alone, choose “The fee alone”.",
  "reversal.stands": "This cannot be reversed: {{whyText}}",
  "reversal.no-fee":
    "No fee was taken with this posting. Check the number, or reverse the whole of it.",
  "reversal.spent":
    "The money has been used since: only {{availableText}} yuan can be taken back. Have the customer pay in the rest, or tell the supervisor.",
  "reversal.account-closed":
    "The account is closed, so this cannot be reversed. Tell the supervisor.",
  "reversal.left-the-bank":
    "The money is on its way to another bank. Ask that bank to send it back.",
  "reversal.box-short":
    "The box of teller {{box}} holds {{heldText}} yuan, too little to give back. Put cash into it first.",
  "reversal.pieces-gone":
    "Pieces {{first}} to {{last}} are not all in the box any more; used pieces cannot go back. Void the others instead.",
  "stripe.track-2-missing": "The stripe has no usable Track 2. Swipe again, or exchange the card.",
  "authorisation.own-business":
    "The approver is concerned by this business, or a relative is. Ask somebody else.",
  "parameters.unknown": "There is no such parameter. Open the page again.",
  "risk.refused":
    "A risk rule does not allow it: {{ruleText}}. Nothing was posted; the warning is in 9012. Tell a supervisor.",
  "risk.confirm-first":
    "This payment needs your yes. A message went to {{phone}}: answer “Yes” within {{minutes}} minutes, then pay again.",
  "risk.denied": "You said that this payment was not yours. It was not made. For help call 95588.",
  "risk.nothing-to-answer": "There is no payment to answer, or its time is over. Please pay again.",
  "risk.flag-unknown": "There is no such warning. Read the list again and choose another.",
  "risk.already-reviewed": "This warning was reviewed already. See the finding that it has.",
  "risk.own-flag":
    "You keyed this yourself, so another supervisor or the branch head has to review it.",
  "risk.try-out-cancelled": "The try-out was stopped without a result. You may start it again.",
  "risk.try-out-busy": "Another try-out is running. Wait until it ends, or stop it.",
  "parameters.nothing-changed": "Nothing would change. Change something.",
  "parameters.changed-meanwhile":
    "Somebody has set this one meanwhile. Open the page again and start from what it is now.",
  "parameters.out-of-bounds": "The value is outside its bounds. The page shows them.",
  "parameters.contradict":
    "Parameters contradict each other, such as a day's limit above that of all days. Mend them together.",
  "parameters.right-not-given":
    "No branch gives {{codeText}} to this role: {{roleText}}. Choose another role.",
  "parameters.fee-in-the-past": "A fee holds from today at the earliest. Mend its first day.",
  "teller.credentials": "Number or password is wrong. Try again.",
  "teller.locked-out":
    "Too many wrong passwords; no sign-on before {{untilText}}. Wait, or ask the supervisor.",
  "teller.password-must-change": "A first password must be changed. Choose a new one.",
  "teller.password-weak": "The new password {{reasonText}}. Choose another.",
  "teller.not-signed-on": "Nobody is signed on. Sign on first.",
  "teller.not-settled":
    "Before signing off {{countText}} things must be settled; the list below names them.",
  "teller.locked": "The counter is locked. Enter your password.",
  "teller.already-signed-on": "Somebody is signed on already. Sign off first.",
  "teller.role": "Not for this role: {{roleText}}. Who may: {{mayText}}.",
  "teller.own-business":
    "This is the business of {{whoseText}}: somebody else must serve, and authorise.",
  "teller.card-unknown":
    "This is no operator card of the branch. Swipe another, or type the teller number.",
  "teller.card-other":
    "The operator card is somebody else's. Swipe your own, or mend the teller number.",
  "teller.card-needed": "This branch signs on by operator card. Swipe your own card first.",
  "people.unknown": "Nobody of the branch has this number. Check it.",
  "people.number-taken": "The number was given before, and is never given again. Choose another.",
  "people.left": "This person has left; the number serves no more.",
  "people.self": "Nobody changes their own record. Ask somebody else with the right.",
  "people.nothing-changed": "Nothing would change. Change something.",
  "people.not-locked-out": "This person is not locked out.",
  "people.too-few":
    "The branch must keep {{needed}} of these at least: {{roleText}}. Register the successor first.",
  "people.at-work": "This person is still at the counter. They must sign off first.",
  "people.box-not-empty":
    "Cash or pieces are still in this person's box. Hand them in and close the box first.",
  "people.card-taken": "This is the operator card of {{teller}} already. Take another one.",
  "people.already-linked": "This customer is noted already.",
  "people.duty-of-tellers":
    "The duty is given to tellers; supervisors and the head have it by their office.",
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
  "voucher.box-empty":
    "Nothing of this kind is left in the box: {{kindText}}. Draw stock first (8001).",
  "voucher.box-short": "The box holds only {{left}} pieces. Take fewer.",
  "voucher.not-held": "{{runText}} is not kept here. Compare the numbers and where they are.",
  "voucher.named-twice": "{{serial}} is named twice. Compare the runs of numbers.",
  "voucher.already-here":
    "By the books {{runText}} is here already: {{holderText}}. Compare the numbers.",
  "voucher.comes-by-batch":
    "No batch of ours has {{runText}}. Take password cards in by their stock file (8008).",
  "voucher.no-receiver": "{{teller}} is no other teller of this branch. Compare the number.",
  "voucher.not-yours": "This is the box of {{holder}}: only they or a supervisor may do that.",
  "voucher.not-misplaced":
    "Not both counts of today found {{runText}} in the other hand. Count both first (8005).",
  "voucher.not-lost":
    "{{runText}} is neither registered as lost nor too many in a count of today. Compare the numbers.",
  "voucher.too-scattered":
    "These are more than {{most}} runs, which no slip can list. Do it in parts.",
  "voucher.not-unclaimed":
    "{{order}} is no card that waits too long for its holder. Compare the order.",
  "voucher.not-written": "The new card has not been written and verified. Write it first.",
  "batch.shop-key-used":
    "This key was used for batch {{batch}} and serves once only. Ask the shop for a new one.",
  "batch.shop-key-bad": "This is no usable public key of the printer's shop. Ask the shop again.",
  "batch.not-made": "The file of the batch is not ready. Make the cards first, then post.",
  "batch.busy": "Another batch of password cards is being made. Let it finish, or cancel it first.",
  "batch.cancelled": "Making was cancelled and left nothing behind. Start again, or press Esc.",
  "delivery.empty": "The list has no card in it. Check the file, or ask the shop again.",
  "delivery.damaged":
    "Line {{line}} of the list is wrong; nothing of it was taken. Ask the shop again.",
  "delivery.duplicate":
    "Serial {{serial}} comes twice, or was taken in before; nothing was taken. Ask the shop.",
  "delivery.foreign":
    "Serial {{serial}} belongs to no batch of this branch; nothing was taken. Ask the shop.",
  "challenge.unknown": "There is no such question. Enter the payment again.",
  "challenge.answered": "This answer has been used; it serves once. Enter the payment again.",
  "challenge.expired": "The time for the answer is over. Enter the payment again.",
  "challenge.elements-changed":
    "Payee, amount or another detail has changed since. Enter the payment again.",
  "challenge.answer-malformed":
    "The answer has {{digits}} digits without a space; this try does not count. Type it again.",
  "challenge.too-many-unanswered":
    "Too many questions were left unanswered today. Try tomorrow, or come to the branch.",
  "e-bank.not-open": "Not open: {{channelText}}. Open it first.",
  "e-bank.already-open": "Open already: {{channelText}}. There is nothing to do.",
  "e-bank.other-card-registered":
    "That is not the card the internet bank is registered on. Swipe that one.",
  "e-bank.switch-closed":
    "Closed: {{whichText}}. The holder must open it at a branch, with document and registered card (5008).",
  "e-bank.switch-already": "{{whichText}}: {{stateText}} already. There is nothing to do.",
  "e-bank.no-usb-key": "The customer has no USB key. Check who it is, or issue one.",
  "e-bank.usb-key-held": "The customer has a USB key. Replace it, or cancel it (5009).",
  "e-bank.payee-known": "This account is among the agreed payees already. There is nothing to do.",
  "e-bank.payee-unknown": "This account is not among the agreed payees. Choose again.",
  "e-bank.payees-full": "No further payee fits the agreement. End one first.",
  "e-bank.login-wrong": "Wrong login password; tries left: {{triesLeft}}. Type it again.",
  "e-bank.login-locked-today": "Too many wrong login passwords today. Try again tomorrow.",
  "e-bank.not-logged-in": "Not logged in, or no longer. Log in again.",
  "e-bank.card-not-usable":
    "The registered card cannot be used now. Come to a branch with a document.",
  "e-bank.deposit-account":
    "A time deposit's card cannot be registered. Take one of a demand or settlement account.",
  "e-bank.medium-needed":
    "This payment needs a password card or a USB key. Get one at a branch (5001, 5009).",
  "e-bank.not-in-channel": "This cannot be done here. Log in to the internet bank.",
  "e-bank.over-single-limit":
    "Beyond the limit of {{limitText}} yuan a payment. Pay less, or get a USB key at a branch.",
  "e-bank.over-day-limit":
    "Beyond the limit of {{limitText}} yuan a day; {{paidText}} yuan is paid today. Pay tomorrow, or get a USB key at a branch.",
  "e-bank.payee-name-differs": "Name and account of the payee differ. Check and enter them again.",
  "e-bank.same-account": "The payee's account is the paying one. Enter another.",
  "e-bank.deposit-unknown": "There is no such time deposit. Choose again.",
  "e-bank.deposit-matured":
    "This deposit has matured; drawing it is not early. Draw it at a branch.",
  "e-pay.too-many-wrong-codes":
    "Too many wrong codes today: no more are sent until tomorrow. Try again tomorrow, or come to a branch with your document.",
  "e-pay.not-entered":
    "Enter “My e-Pay” first, by telephone, last six digits of the card and a code.",
  "e-pay.unknown": "There is no such e-Pay enrolment. Look the customer up again.",
  "e-pay.no-reserved-phone":
    "The customer has no reserved phone, so e-Pay is not possible. Reserve one first (2004).",
  "e-pay.phone-differs":
    "The phone is not the reserved one. Check with the customer; a new number goes by 2004 or 7005.",
  "e-pay.agreement-outdated":
    "The agreement's version is now {{version}}. The customer must read and accept that one.",
  "e-pay.alias-taken": "Another e-Pay enrolment of this customer has the alias. Choose another.",
  "e-pay.alias-tells-number":
    "An alias may not hold five digits in a row: it is there to hide the number. Choose another.",
  "e-pay.phone-of-another":
    "Another customer is enrolled with this phone. Check the number, or let that one cancel (7004).",
  "e-pay.card-enrolled": "This card is enrolled for e-Pay already. There is nothing to do.",
  "e-pay.last-six-taken":
    "A card with the same last six digits is enrolled under this phone. Take another card, or cancel that one.",
  "e-pay.not-enrolled": "This e-Pay enrolment is {{statusText}}; this cannot be done.",
  "e-pay.not-suspended": "This e-Pay enrolment is {{statusText}}; there is nothing to resume.",
  "e-pay.over-ceiling": "Beyond the bank's limit of {{ceilingText}} yuan. Lower the limit.",
  "e-pay.limits-crossed": "The limit a payment is above the limit a day. Enter them again.",
  "e-pay.raised-at-counter-only":
    "A limit is raised in person with a document at a branch (7002). Here it can only be lowered.",
  "e-pay.nothing-changed": "It is as it was; nothing has changed. Enter it again.",
  "e-pay.cooling":
    "The phone is new: no transfers before {{untilText}}. Shopping and bills are not affected.",
  "e-pay.over-single-limit":
    "Beyond the e-Pay limit of {{limitText}} yuan a payment. Pay less, or raise it at a branch (7002).",
  "e-pay.over-day-limit":
    "Beyond the e-Pay limit of {{limitText}} yuan a day; {{paidText}} yuan is paid today. Pay tomorrow, or raise it at a branch (7002).",
  "e-pay.over-month-limit":
    "Beyond the e-Pay limit of {{limitText}} yuan a month; {{paidText}} yuan is paid. Pay next month.",
  "password-card.unknown": "There is no such password card. Look the customer up again.",
  "password-card.not-activated":
    "The password card is not activated. One login to the internet bank activates it.",
  "password-card.exhausted":
    "The password card is used up. The holder must have it reissued (5002), with document and registered card.",
  "password-card.expired":
    "The password card expired on {{expiresOn}}. The holder must have it reissued (5002), with document and registered card.",
  "password-card.void": "This password card is void. Use the new one.",
  "password-card.locked-today":
    "Wrong answers have stopped payments for today; tomorrow they go on by themselves. Try then.",
  "password-card.locked":
    "Wrong answers have stopped payments for good. The holder must have the card reissued (5002), with document and registered card.",
  "password-card.wrong-answer":
    "Wrong answer; tries left: {{triesLeft}}. Check the cells and type it again.",
  "password-card.already-held":
    "The customer has password card {{serial}}, and nobody has two. Reissue it (5002) if need be.",
  "password-card.usb-key-held":
    "The customer has a USB key and needs no password card. Cancel the USB key first (5009).",
  "password-card.reason-unfounded":
    "The reason “{{reasonText}}” does not fit the card's state. Choose another.",
  "password-card.piece-not-ours":
    "Nobody knows how this piece was made, so it cannot be issued. Give it back to the vault and tell the supervisor.",
  "voucher.not-next": "The next piece of the box is {{next}}; none may be skipped. Take that one.",
  "voucher.vault-short":
    "The vault holds only {{left}} pieces. Take fewer, or make cards and take them in.",
  "account.counter-only":
    "Money leaves this account at the counter only. Come to a branch with a document.",
  "delivery.too-scattered":
    "The list has more than {{most}} separate runs. Have the shop split it, and take it in by parts.",
  "freeze.unknown": "There is no such order. Choose it again in the register (6011).",
  "freeze.not-allowed":
    "This is for those with the duty of assistance. Hand it to one of them, or to a supervisor.",
  "freeze.one-officer-twice":
    "Both officers have one name or one permit. Hand the notice back and say that two officers must come.",
  "freeze.permit-expired":
    "An officer's permit ended on {{permitValidTo}}. Hand the notice back and say that valid permits are needed.",
  "freeze.officer-not-registered":
    "“{{officer}}” has not been registered at the counter for this organ, or the permit on record ended. Hand it back and say that the first paper must be brought with permits.",
  "freeze.paper-missing":
    "Missing: {{paperText}}. Hand the notice back and say that it must be brought along.",
  "freeze.document-known":
    "This organ's paper is registered already; 6011 finds it by its number. Check the number; hand a repeated notice back and say so.",
  "freeze.name-differs":
    "The account is not in the name that the paper gives. Hand it back and say that the name differs; do not freeze, and do not tell the name on record.",
  "freeze.payee-name-differs":
    "The payee account is not in the name that the paper gives; nothing is deducted. Hand it back for the organ to check its account, and do not tell the name on record.",
  "freeze.payee-bank-needed":
    "The payee account is at another bank: its name is needed. Enter it as the paper has it; hand a paper without it back and say so.",
  "freeze.other-branch":
    "The account is kept at branch {{branch}}. Hand the notice back and say that it must be delivered there.",
  "freeze.delivered-later":
    "The delivery lies in the future. Enter when the paper was really handed over.",
  "freeze.delivered-long-ago":
    "The delivery lies more than {{days}} days back. Correct the time; if it was really handed over then, have the organ deliver it anew.",
  "freeze.amount-zero":
    "The amount is zero. Check the paper; if it says so, hand it back with that reason.",
  "freeze.words-differ":
    "Figures and words of the amount differ. Hand the notice back and say so; do not freeze.",
  "freeze.term-too-long":
    "The term is beyond the law's longest, {{count}} {{unitText}}. Hand the notice back and say so; where the form asks for the approval of a longer term and it was shown, tick it.",
  "freeze.term-unit":
    "For this kind of organ the term is counted in {{unitText}}. Correct the unit.",
  "freeze.last-day-past":
    "The last day on the paper is past. Hand it back and say that its term is over.",
  "freeze.nothing-to-wait-for":
    "There is nothing to wait for: no order is before it, or those before it leave money free, so that it takes effect at once. Use 6001 instead.",
  "freeze.other-organ":
    "The order is of “{{organ}}” and only that organ can change it. Hand the notice back and say so.",
  "freeze.not-active":
    "The order is now “{{statusText}}”; this cannot be done. Check which order the paper means.",
  "freeze.ended":
    "The freeze ended by itself at {{endsAtText}}. Hand the notice back and say that a new order is needed.",
  "freeze.not-renewable":
    "This kind of measure cannot be renewed. Hand the notice back and say so; a new order is needed.",
  "freeze.renewals-used":
    "It can be renewed {{atMost}} times at most, and that is used up; a new stop within 48 hours of the end counts as a renewal. Hand the notice back and say so.",
  "freeze.renewal-pending":
    "A renewal is registered that has not begun yet. Hand the notice back and say so.",
  "freeze.total-too-long":
    "With this renewal the whole term is beyond {{count}} {{unitText}}. Hand the notice back and say so.",
  "freeze.no-part":
    "A freeze of the account cannot be released in part. Check the paper; hand it back if it asks for that.",
  "freeze.over-rest":
    "The part must be less than what is still frozen, {{restText}} yuan. Check the amount; to release all choose “wholly”.",
  "freeze.deducts-not":
    "This kind of organ has no power to deduct. Hand the notice back and say so.",
  "freeze.over-controlled":
    "The order controls {{controlledText}} yuan; no more can be deducted. Hand the notice back and say how much can.",
  "freeze.not-waiting": "The order does not wait. One in force is released by 6004.",
  "freeze.use-instead": "For this kind of measure use {{transaction}}.",
  "freeze.amount-over-accounts":
    "The amount on the paper is one and cannot be held on several accounts. Choose one account; where the paper gives each account an amount of its own, register one after the other.",
  "freeze.account-twice":
    "An account is chosen twice. Check the accounts on the paper and choose each once.",
  "freeze.other-holder":
    "An account is not this holder's. Choose only this holder's accounts; hand back a paper that names somebody else's and say so.",
  "freeze.pays-itself":
    "The payee is the account it is taken from, or another of the same customer, where the money would be free. Check the payee account; hand back a paper that says so and ask for the organ's own account.",
  "hold.unknown": "There is no such hold. Choose again.",
  "hold.lifted": "This hold has been lifted already; nothing is to be done.",
  "hold.not-here":
    "This hold is of “{{sourceText}}” and cannot be lifted here. Lift it where it was placed.",
  "hold.already-placed": "The account has this very hold already; nothing is to be done.",
  "hold.police-case-needed":
    "For a stolen account the police number is needed. Ask the customer to report to the police first.",
  "hold.finding-needed":
    "A stolen account is unfrozen only with what the investigation found. Enter it.",
  "account.not-dormant": "The account is not dormant; there is nothing to activate.",
  "account.dormant":
    "The account is dormant and nothing leaves it. Its holder activates it with a document (6010).",
  "account.full-blocked":
    "Nothing enters or leaves the account. Look at what controls it, or call the supervisor.",
  "transfer.same-account": "The payee account is the payer's own. Enter another one.",
  "transfer.payee-name-differs":
    "The payee's name and number do not agree. Ask the customer to check; do not tell the name on record.",
  "day.not-open": "The branch is not open yet: 1004 first.",
  "day.balanced":
    "The day was balanced; what comes belongs to the next one: close with 1004, then open.",
  "day.open-already": "The business day {{date}} is open already.",
  "day.not-closed": "The business day {{date}} is not closed yet: 1004 first.",
  "day.too-early":
    "The business day {{date}} has ended; the next begins on a later date of the calendar.",
  "day.not-balanced": "The day is not balanced yet: 1105 first.",
  "day.not-settled": "{{countText}} things are still open; the list below names them.",
  "day.sealed-already":
    "{{date}} is sealed already: a day is sealed once, and what is done afterwards belongs to the next seal.",
  "identity.doubt-unresolved":
    "The check says “{{resultText}}”, and the doubt is not settled. Say how it was settled; without that nothing goes on.",
  "customer.false-document-seen":
    "Nobody here has this number, but a false document with it was shown on {{seenAtText}}. Look closely, and tell the supervisor what is suspicious.",
  "agency.holder-only":
    "Only the holder can do this, no agent ({{rule}}). The holder must come; for one who cannot, a guardian, or somebody after a visit at home.",
  "agency.two-agents": "An agent and somebody in place of the holder exclude each other. Keep one.",
  "agency.pin-in-person":
    "After a visit at home nobody else keys in or chooses a PIN. The holder must key it in here.",
  "agency.holder-of-age":
    "The holder is {{age}} and has no guardian. The holder must come, or be visited at home.",
  "agency.agent-under-age":
    "Whoever comes for another must be 18; this person is {{age}}. Ask for an adult.",
  "agency.unknown": "There is no such agency. Choose again, or type the agent’s data.",
  "agency.other-holder": "This agency belongs to another customer. Choose again.",
  "agency.ended":
    "The agency ended on {{endedOn}}. The holder must come, or register it again (2005).",
  "agency.expired":
    "The agency expired on {{validTo}}. The holder must come, or register it again (2005).",
  "agency.not-for-this":
    "The agency does not cover {{transactionText}}. Check which transactions are registered.",
  "agency.already":
    "This agent has an agency in force, {{agency}}, to {{validTo}}. End that one first.",
  "agency.term": "An agency lasts from today to {{latest}} at most. Correct its last day.",
  "wallet.password-weak": "{{whichText}}: {{weaknessText}}. Choose another one.",
  "wallet.passwords-alike":
    "The log-in password contains the payment password. Choose two that do not give each other away.",
  "wallet.none":
    "The customer has no e-Wallet in use. One is registered on the customer's own phone.",
  "wallet.already": "The customer has an e-Wallet already.",
  "wallet.person-unknown":
    "Document number and reserved phone do not belong together. Check both; without a reserved phone, register one at the branch (2004).",
  "wallet.no-reserved-phone": "The customer has no reserved phone. Register one first (2004).",
  "wallet.not-real-name":
    "The e-Wallet is not real-name certified, so nothing can be paid in or out. The holder certifies it at the branch with a document (7102).",
  "wallet.already-real-name": "The e-Wallet is certified already, and linked to this account.",
  "wallet.document-kind":
    "{{kindText}} does not certify an e-Wallet. Use a resident identity card or a passport.",
  "wallet.account-not-own":
    "This account cannot be linked. Choose a savings or settlement account in use of the customer's own.",
  "wallet.cooling":
    "The telephone is new: no transfers from the e-Wallet before {{untilText}}. Shopping and bills go on.",
  "wallet.frozen":
    "The e-Wallet is frozen ({{kindsText}}). Find out why, and lift it for that reason (7101).",
  "wallet.already-frozen": "“{{kindText}}” lies on the e-Wallet already.",
  "wallet.not-frozen": "“{{kindText}}” does not lie on the e-Wallet. Choose again what to lift.",
  "wallet.case-needed":
    "A freeze for theft needs a case number: from the police receipt or the hotline.",
  "wallet.finding-needed":
    "A freeze for theft is lifted on what the investigation found. Fill that in.",
  "wallet.no-reset-link":
    "There is no link to reset passwords in force. The holder asks for one at a branch, with the document (7103).",
  "wallet.not-logged-in":
    "Nobody is logged in to the e-Wallet, or the log-in ran out. Log in again.",
  "wallet.password-wrong": "{{whichText}} is wrong; {{triesLeft}} more tries today.",
  "wallet.locked-today":
    "{{whichText}} was wrong too often today. Try again tomorrow, or reset a forgotten one.",
  "wallet.short": "The e-Wallet holds {{balanceText}} yuan, which is too little. Top it up first.",
  "wallet.payee-unknown": "There is no e-Wallet of this payee. Check name and phone.",
  "wallet.same-wallet": "The payee is the payer. Fill in somebody else.",
  "wallet.code-unreadable":
    "The QR code {{flawText}} and cannot be paid. Ask the merchant to show it anew.",
  "wallet.amount-differs":
    "The merchant's code is for {{amountText}} yuan; the amount cannot be changed.",
  "wallet.bill-unknown": "There is no such bill to be paid. Choose again.",
  "wallet.bill-past": "The due date has passed. Fill in today or a later day.",
  "wallet.too-many-bills": "At most {{most}} bills can wait. Pay or remove one first.",
  "wallet.network":
    "The network is down: the request did not reach the bank and nothing was paid. Try again; nothing is paid twice.",
  "call.not-identified":
    "Not identified: {{needed}} answers must be right, the document number among them; {{right}} were. Ask the caller to come to the counter with the document.",
  "call.question":
    "“{{questionText}}” cannot be asked like this: each once, and only what the record has.",
  "call.already-open": "You have a call ({{call}}) that has not ended. End it in 7201 first.",
  "call.not-open": "The call has ended, or somebody else took it.",
  "call.not-by-phone":
    "During a call ({{call}}) only an oral loss report by phone and short freezes are done for this customer. Anything else needs the holder at the counter; if the call is over, end it in 7201.",
};
