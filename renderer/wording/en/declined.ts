import type { declined as chinese } from "#renderer/wording/zh-CN/declined.ts";

export const declined = {
  "password-card.not-activated":
    "Your password card is not activated. Log in to your internet bank once: that activates it.",
  "password-card.exhausted":
    "Your password card is used up. Bring your document and your registered card to the branch for a new one.",
  "password-card.expired":
    "Your password card was valid until {{expiresOn}}. Bring your document and your registered card to the branch for a new one.",
  "password-card.void":
    "This password card is void. Use the new one, or ask for one at the branch.",
  "password-card.locked-today":
    "Too many wrong answers today: payments are stopped until tomorrow and then work again by themselves. The branch cannot lift this earlier.",
  "password-card.locked":
    "Too many wrong answers in all: payments are frozen. Bring your document and your registered card to the branch; a new password card makes them work again.",
  "password-card.wrong-answer":
    "That was wrong; {{triesLeft}} more tries. Check the cells and enter the digits again.",
  "challenge.expired": "Time is over. You may ask for the cells again; they stay the same.",
  "challenge.unknown": "This question is no longer open. Please go back and start again.",
  "challenge.elements-changed":
    "Payee or amount are not what the cells were asked for. Please go back and start again.",
  "e-bank.not-open":
    "You have not opened this channel ({{channelText}}). Bring your document to the branch.",
  "e-bank.switch-closed":
    "This function ({{whichText}}) is closed. Bring your document and your registered card to the branch to open it.",
  "e-bank.switch-already": "This function ({{whichText}}) is already {{stateText}}.",
  "e-bank.medium-needed":
    "Such a payment needs a password card or a USB key. Please ask for one at the branch.",
  "e-bank.not-in-channel": "That cannot be done here. Please log in to your internet bank.",
  "e-bank.login-wrong": "Wrong password; {{triesLeft}} more tries today.",
  "account.closed": "The account is closed. Please use another one.",
  "account.debit-blocked":
    "Your account cannot pay at present. Please bring your document to the branch.",
  "account.full-blocked":
    "Your account cannot pay at present. Please bring your document to the branch.",
  "account.judicial-freeze":
    "Your account cannot pay at present. Please bring your document to the branch.",
  "account.credit-blocked":
    "The payee's account takes no money at present. Please check it or use another one.",
  "account.short": "Not enough money: you can pay {{availableText}} yuan now.",
  "request.malformed": "That cannot be read. Please check what you entered.",
  "request.repeated-differently":
    "This payment was sent before with other contents. Please go back and start again.",
  "workstation.fault": "This does not work at present ({{incident}}). Please try again later.",
  "sms-code.unknown": "This code is not good here. Go back and ask for another.",
  "sms-code.expired": "The code has run out. Go back and ask for another.",
  "sms-code.used-up": "The code was used or is void. Go back and ask for another.",
  "sms-code.other-elements":
    "Payee, amount or account differ from what the code says, so nothing is paid. Go back and ask for another.",
  "sms-code.wrong":
    "Wrong code; {{triesLeft}} tries left. With none left, go back and ask for another.",
  "sms-code.too-soon":
    "A code has just gone out. Look at your messages; after a minute you may ask for another.",
  "e-pay.unknown":
    "Nobody is enrolled with this telephone and these six digits. Check them, or enrol first.",
  "e-pay.no-reserved-phone":
    "The bank has no telephone reserved for you. Bring your document to a branch.",
  "e-pay.phone-differs":
    "Telephone and card do not belong together: use the telephone reserved at the bank and your own card. If your number has changed, come to a branch.",
  "e-pay.agreement-outdated":
    "The agreement is now version {{version}}. Read and accept it, then send again.",
  "e-pay.alias-taken": "Another card of yours is called so. Choose another name.",
  "e-pay.alias-tells-number":
    "No five digits in a row, please: the alias is there to hide the number.",
  "e-pay.phone-of-another":
    "Another customer is enrolled with this telephone. Please ask at a branch.",
  "e-pay.card-enrolled": "This card is enrolled already: you can pay with it.",
  "e-pay.last-six-taken":
    "Another enrolled card of yours ends in the same six digits. Choose another card.",
  "e-pay.not-enrolled":
    "Your e-Pay {{statusText}}, so nothing is paid. Resume it in My e-Pay by a code, or at a branch.",
  "e-pay.not-suspended": "Your e-Pay {{statusText}}: there is nothing to resume.",
  "e-pay.over-ceiling":
    "That is beyond the bank's own limit of {{ceilingText}} yuan. Choose a lower one.",
  "e-pay.raised-at-counter-only":
    "Here limits only go down. To raise them, bring your document to a branch.",
  "e-pay.over-single-limit":
    "Beyond your limit of {{limitText}} yuan at a time. Pay less, or raise the limit at a branch.",
  "e-pay.over-day-limit":
    "Beyond your limit of {{limitText}} yuan a day; {{paidText}} paid today. Pay tomorrow, or raise the limit at a branch.",
  "card.pin-wrong": "Wrong PIN; {{triesLeft}} tries left.",
  "card.pin-locked":
    "The PIN of this card is locked, so nothing is paid. Bring your document and card to a branch.",
  "card.reported-lost":
    "This card is reported lost, so nothing is paid. It works again once it is found or replaced.",
  "card.expired": "This card has expired. Come to a branch for a new one.",
  "card.not-active": "This card has not been activated. Come to a branch.",
  "card.retain": "This card is no longer in use. Use the new one.",
  "account.counter-only":
    "For now your account works at the counter only. Bring your document to a branch.",
  "account.dormant": "Your account was not used for long; come to a branch to activate it.",
  "pin-pad.cancelled": "No PIN was entered and nothing was done. You may send it again.",
  "pin-pad.busy": "The pad is in use. Please send again in a moment.",
  "wallet.frozen":
    "Your e-Wallet is frozen ({{kindsText}}) and cannot pay now. Ask at a branch or call 95588.",
  "wallet.not-real-name":
    "Your e-Wallet is not certified yet: it can neither be filled nor pay. Bring your identity card or passport to a branch.",
  "wallet.no-reset-link":
    "There is no link to reset with. Bring your document to a branch and ask for one.",
  "wallet.no-reserved-phone":
    "You have reserved no telephone with the bank. Bring your document to a branch to do so.",
  "risk.refused":
    "To protect your account this payment was not made. Call 95588 or ask at a branch.",
} satisfies typeof chinese;
