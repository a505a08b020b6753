import type { help as chinese } from "#renderer/wording/zh-CN/help.ts";

export const help: typeof chinese = {
  "1002.help": "After signing off this counter does no business. Finish what is in hand first.",
  "1003.help": "Leaving the desk takes everything off the screen; your password brings it back.",
  "1004.help":
    "Open: the business day begins on the calendar's date; nothing is posted before. Close: after the day is balanced (1105) and everybody else has signed off. Both need the branch head or two supervisors; a date is done business for only once.",
  "1005.help":
    "Supervisor and branch head change the passphrase with the one in use; the branch head changes the data key. The journal never holds a passphrase, and a forgotten one cannot be restored.",
  "1101.help":
    "A box is opened by the count of two people and serves customers once the count is right; draw cash from the vault and hand it in; at the end of the day it is counted and closed. Deliveries from and to the central vault go by their order and need a supervisor.",
  "1102.help":
    "Hands cash from your box to another teller, counted by denomination; that teller says so with the own password. Both boxes are open.",
  "1103.help":
    "Count the cash in your box by denomination; what the books say is shown once the count is posted. A right count lets you close the box or open it again; otherwise count again or book the difference (1104). Two people count the vault.",
  "1104.help":
    "Books what a count found over or short, with a supervisor. The amount is the counted difference and no other; over and short are booked apart and never netted.",
  "9007.help":
    "Collects or waives a fee that a customer owes: cash, from an account of the same customer, or waived for a reason in words (with a supervisor). Each fee is settled once.",
  "2001.help":
    "Swipe a card, lay down a document, or type a card number (twice), document number or phone. A search by card number needs a reason.",
  "3002.help":
    "The holder brings document and new card: swipe it, check the document, and let the customer enter the PIN on the pad.",
  "3003.help":
    "For a card in hand. Swipe it, choose the reason and same or new number. A new number is written at once; the same number is ordered and handed over with 3004.",
  "3004.help":
    "Hands over a card that has arrived: swipe it to verify the stripe, check the document; after a loss also the application number.",
  "3009.help":
    "For a swiped card that must be kept: keep it, enter the reason, do not give it back.",
  "3010.help":
    "Swipe a card to see, track by track and field by field, what may be shown and what is wrong.",
  "3014.help":
    "For an old card that the counter has collected (3003, 3004, 3009). Swipe it, have a second teller look at its number, swipe the very same card within two minutes to erase it, and once more to see that it is empty. The reader cannot tell which card is erased: keep every other card away from it. A reader that cannot erase: cut the card through its stripe instead.",
  "3015.help":
    "Sets up this counter's card reader (kind, port, baud rate, sound), tests it, shows what is said on the cable, and records it. Changes need a supervisor or the branch head; anybody may test, without a card.",
  "3011.help": "Cash deposit. Neither a loss nor a PIN problem stops money coming in.",
  "3012.help":
    "Cash withdrawal needs the card and the customer's PIN. Large amounts need a supervisor.",
  "4001.help":
    "An oral report stops the card at once, but lapses by itself. At the counter check the document; by phone take down the caller's name and number. Remind the customer to make it written before its last day.",
  "4002.help":
    "A written report stops the card at once; after its term the card can be replaced. An agent may report, with both documents.",
  "4003.help": "Makes an oral report that is still good a written one, without a gap in the stop.",
  "4004.help": "Loss of the PIN, or of card and PIN. Only the holder, never an agent.",
  "4005.help":
    "The application slip itself is lost: data and amount must match the register, the term starts anew, and the report can no longer be withdrawn.",
  "4006.help":
    "The card was found: the holder, document, application slip and the card itself, at the branch of the report.",
  "4007.help":
    "After the term: the holder, document and application slip, at the branch of the report. A new number is written at once; the same number must be ordered first.",
  "4008.help":
    "After the term: closes the account and pays it out. Holder, document and application slip, at the branch of the report.",
  "4009.help":
    "After the term of a PIN loss: holder, document and application slip; the customer sets a new PIN on the pad.",
  "4010.help": "Loss cases and their terms; opens whatever can be done with them.",
  "4011.help": "Prints a loss application again, with a reason; the count is printed on it.",
  "5001.help":
    "Issues a password card: the holder with document and registered card (swipe and PIN), wrapper and film checked, signed. Without an internet bank it is opened in the same posting, with a login password. The piece in hand must be the next one of the box; one with a damaged film is voided, and the next is taken. The first login activates the card; the counter cannot.",
  "5002.help":
    "Reissues a password card: the holder with document and registered card, and a reason; the old card is void in the same posting. A card locked for good is cured by nothing else.",
  "5003.help":
    "Voids a password card: a blank piece with a damaged film before it is issued, or a card that a customer gives up. A blank piece needs a second teller.",
  "5004.help":
    "The serial, day of issue, uses, lock and its cure, and exposure of the customer's password card, and whatever can be done with it.",
  "5005.help":
    "Opens the internet bank: the holder with document and card (swipe and PIN); the customer chooses a login password on the pad and signs.",
  "5006.help":
    "Closes the internet bank for its holder with a document. The password card is void in the same posting.",
  "5007.help":
    "Closes e-commerce or outward transfer for a customer with a document. Only a branch opens it again (5008).",
  "5008.help":
    "Opens e-commerce or outward transfer again: the holder at the branch, with document and registered card.",
  "5009.help":
    "Issues, replaces or cancels a USB key; choose which first. A USB key ends the password card and has no e-bank limit.",
  "5010.help":
    "Opens or closes the WAP bank. It shares one password card, and its lock, with the internet bank.",
  "5011.help":
    "Opens or closes the phone bank, and agrees on payees or ends an agreement. The phone bank pays to agreed payees only.",
  "7001.help":
    "Enrols the holder's own card in use for e-Pay: the phone is the reserved one, the agreement is accepted, card PIN and SMS code are keyed on the customer's pad.",
  "7002.help":
    "Sets what e-Pay may pay at a time and in a day. Lower holds at once; higher, up to the bank's limit, takes the holder in person and a supervisor.",
  "7003.help":
    "Suspends e-Pay, at the counter or by phone, if the document agrees. To resume takes the holder in person and a supervisor, or a code to the reserved phone.",
  "7004.help": "Cancels an e-Pay enrolment for good. To use it again, enrol anew.",
  "7005.help":
    "Changes the alias or the phone of e-Pay. A new phone proves itself by a code, the old one is told, and no transfer leaves for a while.",
  "7101.help":
    "Freezes an e-Wallet. A short freeze at the customer's wish takes the document, or a call; for theft, the case number and what the customer keeps as evidence; a risk freeze is the bank's own. Nothing is then topped up, paid or transferred out, while others can still pay in. Unfreezing lifts the one freeze chosen: the customer's own by the holder; one for theft by the holder present, with the findings and a supervisor's word; one for risk with the findings and a supervisor's word.",
  "7102.help":
    "The holder comes with identity card or passport; after the ID check choose the account to be linked, a savings or settlement account in use of the customer's own. It needs a second person. Afterwards the e-Wallet can be topped up and can pay. Another account is linked here too.",
  "7103.help":
    "After the holder's document was checked, a link goes to the reserved phone and holds for 24 hours; the customer gets a code there and chooses both passwords. The teller sees neither. Without a reserved phone do 2004 first. A reset lifts no freeze.",
  "7201.help":
    "Takes a call: find the customer, note who calls from where, and compare the answers with the record; two must be right, the document number among them. During the call only an oral loss report by phone, a freeze asked for by the customer, and suspending e-Pay or freezing the e-Wallet are done for this customer; others are served as ever. Answers are not kept, only what was asked and whether it was right. Locking or signing off ends the call.",
  "8001.help":
    "Draws blank pieces from the vault into your own box, lowest numbers first, or hands the highest back. Two people count.",
  "8002.help":
    "Hands the highest pieces of your box to another teller, whose own word it takes. Pieces that both counts found in the wrong box are put right here.",
  "8003.help":
    "Voids blank pieces found damaged or misprinted, by their numbers, with a supervisor. They are stamped, cut and kept until destroyed.",
  "8004.help":
    "Registers a loss at once: from that posting on nothing can use the pieces. What turns up again is void and never comes back. Needs the branch head or two supervisors.",
  "8005.help":
    "Two people count one hand and enter the runs they find. What the books have is said only afterwards, on the slip, with what is missing or too many.",
  "8006.help":
    "Orders a card of the same number and enters its arrival. Two people keep it until its holder comes.",
  "8007.help":
    "Makes a batch of password cards: a file that only the printer's shop can open, once. Needs two supervisors. Cancelled half way, nothing of it stays.",
  "8008.help":
    "Takes in a delivery: choose the shop's stock file, check good and spoiled pieces and their numbers, and count them with a second person.",
  "8009.help":
    "Takes in a delivery from the central store, or ships pieces of the vault or void ones back. Two people count.",
  "8010.help":
    "Destroys void pieces, or cards that nobody came for in time, before two people. The slip lists every number.",
  "8011.help":
    "Blank stock in every hand: how the day began, what came, was used, voided, handed over or lost, and what is left, with the last count.",
  "9001.help": "The journal by date, transaction code and teller.",
  "9002.help":
    "The customer's accounts, cards, holds, loss cases, card orders and linked services; opens whatever can be done.",
  "9003.help": "Prints a slip again, with a reason; the count is printed on it.",
  "9004.help":
    "Requests that wait for a second person; none of them is done. A checker opens one, compares papers and screen, and approves or declines by password; its teller takes up what is approved and posts it, or withdraws it.",
  "9005.help":
    "Packs the evidence of one loss case: every journal entry about it with its place in the chain, slips, approvals, and the result of checking the whole journal anew, signed. Say what it is for; a second person approves. Then type a passphrase twice: the file is encrypted with it, and whoever receives it must be told the passphrase on another way. Open it with npm run open-export, check it with npm run verify -- --evidence.",
  "9006.help":
    "Parameters in groups, each with its rule, its bounds and the present value. The preview lists every old and new value; with an A3 they hold at once. The table of rights says who may use each code; fees get further lines, from today at the earliest.",
  "9008.help":
    "People of the branch: register, change the role, note which customers they are or are related to (whom they must not serve), reset a password, unlock, give an operator card, leave. Each is an A3, and nobody changes their own record. Arrows choose a person, Enter begins.",
  "9011.help":
    "Shows what became of the messages of 95588: waiting, sent, failed, or expired unsent. No digits of a code are shown. Without a gateway messages wait, and codes that ran out are never sent; a supervisor may send a failed one again.",
  "9012.help":
    "What the risk rules warned of, newest first. The pictures show days and rules; filter by rule, day, decision or customer. Up and Down choose a row, Enter opens it: why, the figures, what was posted. A chief reviews it once, with a finding and words; nobody reviews what they keyed. Looking is journalled.",
  "9013.help":
    "Each rule: what it looks at, from which number on, and what it does. Changes need A3 and hold from the next transaction on. Try them out first: the past journal is judged again by the changed rules, day by day, with the first 50 cases. It does not stop the counter and can be called off.",
  "9010.help":
    "The day's channel openings, numbers shown in full, customers looked up by hand, reprints, reversals and declined approvals, for a supervisor to look through every day. The look itself is a line of the journal.",
  "9009.help":
    "How safe the books are: journal, snapshots, day seal, backup, keys and room on the disk. Supervisor and branch head back up from here and change the passphrase; the branch head changes the data key. Write down the manifest number of a backup and keep it apart from the file.",
  "3013.help":
    "Transfer by card and PIN. Copy payee name and number from the customer's form; for an account of ours the name must agree. Large amounts need a supervisor.",
  "6001.help":
    "Fill in as the notice reads: organ, number, papers shown, two officers, delivery to the second (it decides the rank), account and name, scope and amount, interest, term. Where the whole account is frozen, tick the other accounts that the paper names; each gets an order of its own. By the control network no permits are shown, but both officers must have been at the counter before. What does not agree is handed back with the reason; nothing is frozen. Nothing delivered more than seven days ago is taken; where it ranks before orders in force and takes control from them, each is named before you confirm, and it needs level A3. The customer is told nothing; for refusing papers that are in order, or for telling, the bank and the person are fined (Civil Procedure Law 117, Tax Collection Law 73).",
  "6002.help":
    "The same organ renews before the end; the rank stays. One second after the end it is too late, and a new order is needed.",
  "6003.help":
    "Where the organ knows of an earlier freeze and asks to wait; filled in as 6001. With nothing before it use 6001.",
  "6004.help":
    "Only the organ that froze may release, with its paper and two officers. A freeze of an amount can be released in part. Before you confirm you see who takes effect next and what is available.",
  "6005.help": "The organ calls back an order that still waits; those behind move up.",
  "6006.help":
    "An organ with the power to deduct takes money that its own order controls, never what another controls, and never to an account of the same customer. At another bank the receiving bank is entered as the paper has it; whoever agrees compares name and account with the paper. Needs two supervisors or the branch head.",
  "6007.help":
    "The police stop an account for 48 hours to the minute; before the end it can be extended once. A new stop under another number within 48 hours of the end counts as the extension.",
  "6008.help":
    "Freeze at the customer's wish: the document must match; by phone will do. For a stolen account record the police number and the evidence. Only the holder unfreezes, in person; for a stolen account with what the investigation found.",
  "6009.help":
    "The bank's own control: choose kind and reason, and tell the customer reason and remedy. Lifting needs level A3.",
  "6010.help": "The holder activates a dormant account with a document; then money can be drawn.",
  "6011.help":
    "The register of freezes: by state, kind of organ or text, and what ends within some days. Enter shows everything that holds the account. Each look is journalled. Export as CSV or JSON Lines.",
  "6012.help":
    "Record that an organ asked what the bank knows: organ, paper, two officers, and what was asked. Permits and the notice to answer a query are enough; no ruling is needed. The customer is told nothing; for refusing, or for telling, the bank and the person are fined.",
  "1106.help":
    "Undoes a posting of today: give its journal number or choose it from today's list, say why, and have a supervisor approve who did not post it. Cash in and out, transfers and drawn stock can be reversed wholly; others have a transaction of their own, and here only their fee. Mistakes of earlier days are not for this.",
  "1105.help":
    "Seals the books as they stand, signs them and prints the seal as a QR code; a second teller agrees; once a day. Keep the paper away from the branch: with it anybody can tell later whether anything was changed, taken away or put back to an older state.",
  "2002.help":
    "Checks one document by itself; the answer is kept with the customer, with how a doubt was settled or that the customer left. Where a document was declared invalid, or is seen to be false, refuse the business and choose the forged document: the report goes to the police with a supervisor’s word, and the true holder is blocked in nothing.",
  "2004.help":
    "Changes or registers the customer's reserved telephone: the holder in person with a valid document, before a supervisor; the code goes to the new number and the customer keys it in on the pad. The old number is told; e-Pay goes over to the new number and lets no transfer out until it has cooled.",
  "2005.help":
    "Registers a guardian or somebody with a power of attorney: both documents are checked, the papers seen, the transactions and the last day named. A power covers loss reports alone (4002, 4003, 4005); a guardian may do what is the holder’s, each time at A3, to the eve of the 18th birthday. An agency that has expired or ended no longer serves.",
};
