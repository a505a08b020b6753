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
} satisfies typeof chinese;
