import type { CarriedCode, Texts } from "#core/sms/text.ts";

const channels: Readonly<Record<string, string>> = {
  "internet-bank": "internet banking",
  "wap-bank": "WAP banking",
  "phone-bank": "telephone banking",
};
const switches: Readonly<Record<string, string>> = {
  "e-commerce": "online shopping",
  "outward-transfer": "transfers to others",
};
const losses: Readonly<Record<string, string>> = {
  card: "card",
  pin: "PIN",
  both: "card and PIN",
};
const freezes: Readonly<Record<string, string>> = {
  customer: "at your request",
  stolen: "reported stolen",
  risk: "for safety",
};
const word = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name;

/** A code: digits first, then what it is good for, how long, and that it is nobody else's (O07). */
const coded = ({ digits, minutes }: CarriedCode, what: string): string =>
  `Code ${digits} to ${what}. Valid for ${minutes} minutes. Tell nobody, bank staff included.`;

const NOT_YOU = "If this was not you, call 95588 at once.";

/** What the bank writes, in English. */
export const englishTexts: Texts = {
  "code.e-pay.enrol": ({ the, code }) =>
    coded(code, `enrol your card ending ${the("card")} for e-Pay`),
  "code.e-pay.pay": ({ the, code }) =>
    coded(code, `pay ${the("payee")} CNY ${the("amount")} by e-Pay (card ending ${the("card")})`),
  "code.e-pay.resume": ({ the, code }) =>
    coded(code, `resume e-Pay for your card ending ${the("card")}`),
  "code.e-pay.manage": ({ the, code }) =>
    coded(code, `enter “My e-Pay” of your card ending ${the("card")}`),
  "code.e-pay.change-phone": ({ the, code }) =>
    coded(code, `bind e-Pay for your card ending ${the("card")} to this telephone`),
  "code.phone-change": ({ the, code }) =>
    coded(code, `change your reserved telephone to ${the("phone")}`),
  "code.wallet.register": ({ code }) => coded(code, "register your e-Wallet"),
  "code.wallet.reset": ({ code }) => coded(code, "choose new passwords for your e-Wallet"),
  "phone-changed": ({ the }) =>
    `Your reserved telephone was changed to ${the("phone")} at ${the("branch")}; no more codes come to this number. ${NOT_YOU}`,
  "phone-set": ({ the }) =>
    `This number ${the("phone")} was registered as your reserved telephone at ${the("branch")}. The bank's messages come from 95588 only.`,
  "channel-opened": ({ the }) =>
    `Your ${word(channels, the("channel"))} has been opened. ${NOT_YOU}`,
  "channel-closed": ({ the }) =>
    `Your ${word(channels, the("channel"))} has been closed. ${NOT_YOU}`,
  "agreement-changed": ({ the, maybe }) => {
    const payee = maybe("payee");
    const to = `${payee ? `${payee}, ` : ""}account ending ${the("account")}`;
    return the("action") === "agreed"
      ? `A payee was added to your telephone transfer agreement (${to}). ${NOT_YOU}`
      : `A payee was taken from your telephone transfer agreement (${to}). ${NOT_YOU}`;
  },
  "switch-opened": ({ the }) =>
    `Your internet banking was opened for ${word(switches, the("switch"))}. ${NOT_YOU}`,
  "loss-reported": ({ the, maybe }) => {
    const until = maybe("until");
    const term = until
      ? ` The oral report holds until ${until}; please report in writing at a branch by then.`
      : "";
    return `Loss of ${word(losses, the("kind"))} was reported for your card ending ${the("card")}.${term} ${NOT_YOU}`;
  },
  "loss-lapsed": ({ the }) =>
    `The oral loss report for your card ending ${the("card")} has lapsed, and its stop on payments has ended. If it is still missing, report it anew.`,
  "card-replaced": ({ the }) =>
    `Your card ending ${the("card")} was replaced by a new card ending ${the("newCard")}; the old one is void. ${NOT_YOU}`,
  "e-pay.enrolled": ({ the }) => `Your e-Pay (${the("alias")}) is open. ${NOT_YOU}`,
  "e-pay.limits": ({ the }) =>
    `Your e-Pay (${the("alias")}) limits are now CNY ${the("single")} at a time and CNY ${the("day")} a day. ${NOT_YOU}`,
  "e-pay.suspended": ({ the }) =>
    `Your e-Pay (${the("alias")}) is suspended: nothing is paid by it for now.`,
  "e-pay.resumed": ({ the }) => `Your e-Pay (${the("alias")}) works again. ${NOT_YOU}`,
  "e-pay.cancelled": ({ the }) => `Your e-Pay (${the("alias")}) has been closed. ${NOT_YOU}`,
  "e-pay.renamed": ({ the }) => `Your e-Pay is now called “${the("alias")}”. ${NOT_YOU}`,
  "e-pay.re-bound": ({ the }) =>
    `Your e-Pay (${the("alias")}) now pays from your new card ending ${the("newCard")}; from now on use the last six digits of the new card.`,
  "e-pay.paid": ({ the }) =>
    `You paid ${the("payee")} CNY ${the("amount")} by e-Pay (${the("alias")}). ${NOT_YOU}`,
  "wallet.registered": () => `Your e-Wallet has been registered. ${NOT_YOU}`,
  "wallet.certified": ({ the }) =>
    `Your e-Wallet was certified and linked to your account ending ${the("account")}. ${NOT_YOU}`,
  "wallet.frozen": ({ the }) =>
    `Your e-Wallet is frozen (${word(freezes, the("kind"))}): nothing is paid or moved from it.`,
  "wallet.unfrozen": ({ the }) =>
    `A freeze on your e-Wallet (${word(freezes, the("kind"))}) was lifted. ${NOT_YOU}`,
  "wallet.reset-link": () =>
    `You asked to reset your e-Wallet passwords. Open e-Wallet and choose “Reset passwords”; no one at the bank will ask for a password. ${NOT_YOU}`,
  "wallet.paid": ({ the }) =>
    `You paid ${the("payee")} CNY ${the("amount")} from your e-Wallet. ${NOT_YOU}`,
  "wallet.bill-due": ({ the }) =>
    `Your bill (${the("payee")}) of CNY ${the("amount")} is due on ${the("due")}.`,
  "risk.confirm": ({ the }) =>
    `Please confirm: are you paying ${the("payee")} CNY ${the("amount")}? Choose “Yes” or “No” below; “No” stops the payment.`,
};
