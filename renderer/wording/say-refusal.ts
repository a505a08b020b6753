import { timeOf } from "#core/calendar/instant.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { formatFen, signedFen } from "#core/money/fen.ts";
import { ePayWords } from "#renderer/wording/say-e-pay.ts";
import { sayEndMoment, sayMoment } from "#renderer/wording/say-moment.ts";
import { sayNotReady } from "#renderer/wording/say-reader.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import { walletWords } from "#renderer/wording/say-wallet.ts";
import type { Words } from "#renderer/wording/words.ts";

/** Says a refusal in the teller's language: why not, and what to do now. */
export function sayRefusal(words: Words, refusal: Refusal): string {
  return words(`refusal:${refusal.code}`, { ...refusal, ...insertedWords(words, refusal) });
}

/** Facts that are codes or numbers, as words: they stand beside the raw ones as `…Text`. */
export function insertedWords(words: Words, refusal: Refusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case "identity.check-failed":
    case "identity.doubt-unresolved":
      return { resultText: wordOf(words, "term", `check.${refusal.result}`, refusal.result) };
    case "reader.not-ready":
      return {
        statusText: sayNotReady(words, refusal) ?? words("inserted:reader.not-ready"),
      };
    case "reader.write-failed":
      return { whyText: wordOf(words, "inserted", `why.${refusal.why}`, refusal.why) };
    case "reader.erase-failed":
      return { whyText: wordOf(words, "inserted", `why-left.${refusal.why}`, refusal.why) };
    case "call.question":
      return { questionText: words(`term:question.${refusal.question}`) };
    case "sms-code.too-soon":
      return { againAtText: timeOf(refusal.againAt) };
    case "risk.refused":
      return { ruleText: words(`term:risk.${refusal.rule}`) };
    case "pin-pad.weak":
      return { weaknessText: words(`noun:weak.${refusal.weakness}`) };
    case "amount.too-large":
      return { mostText: formatFen(signedFen(refusal.most)) };
    case "amount.box-short":
      return { heldText: formatFen(signedFen(refusal.held)) };
    case "box.not-open":
    case "box.not-yours":
    case "box.holder-here":
    case "box.counted":
    case "box.difference":
    case "cash.no-difference":
      return { boxText: sayBox(words, refusal.box) };
    case "cash.not-as-counted":
      return {
        overText: formatFen(signedFen(refusal.over)),
        shortText: formatFen(signedFen(refusal.short)),
      };
    case "cash.vault-short":
      return { heldText: formatFen(signedFen(refusal.held)) };
    case "fee.settled":
      return { statusText: words(`inserted:fee-status.${refusal.status}`) };
    case "loss.payout-differs":
      return { payoutText: formatFen(signedFen(refusal.payout)) };
    case "account.short":
      return { availableText: formatFen(signedFen(refusal.available)) };
    case "authorisation.needed":
    case "authorisation.level":
      return { levelText: words(`kit:level.${refusal.level}`) };
    case "authorisation.only-by":
      return { peopleText: refusal.people.join(" / ") };
    case "parked.settled":
      return { statusText: words(`queue:status.${refusal.status}`) };
    case "card.not-active":
    case "card.not-collected":
      return { lifeText: words(`noun:life.${refusal.life}`) };
    case "loss.not-reportable":
      return { lifeText: wordOf(words, "noun", `life.${refusal.life}`, refusal.life) };
    case "card.retain":
      return { whyText: words(`noun:verdict.${refusal.why}`) };
    case "card.reported-lost":
      return { lossText: words(`inserted:loss.${refusal.loss}`) };
    case "customer.false-document-seen":
      return { seenAtText: sayMoment(refusal.seenAt) };
    case "agency.not-for-this": {
      const { transaction } = refusal;
      return { transactionText: wordOf(words, "transaction", transaction, transaction) };
    }
    case "identity.document-number":
    case "identity.of-age":
      return { kindText: words(`noun:document.${refusal.kind}`) };
    case "loss.not-oral":
    case "loss.not-open":
      return { statusText: words(`noun:status.${refusal.status}`) };
    case "loss.register-mismatch":
      return { fieldText: words(`inserted:field.${refusal.field}`) };
    case "loss.kind":
      return { kindText: words(`term:kind.${refusal.kind}`) };
    case "e-bank.not-open":
    case "e-bank.already-open":
      return { channelText: words(`term:channel.${refusal.channel}`) };
    case "e-bank.switch-closed":
      return { whichText: words(`term:switch.${refusal.which}`) };
    case "e-bank.switch-already":
      return {
        whichText: words(`term:switch.${refusal.which}`),
        stateText: words(`term:switch-state.${refusal.on ? "on" : "off"}`),
      };
    case "wallet.password-weak":
    case "wallet.password-wrong":
    case "wallet.locked-today":
    case "wallet.document-kind":
    case "wallet.frozen":
    case "wallet.already-frozen":
    case "wallet.not-frozen":
    case "wallet.short":
    case "wallet.code-unreadable":
    case "wallet.amount-differs":
      return walletWords(words, refusal);
    case "e-bank.over-single-limit":
      return { limitText: formatFen(refusal.limit) };
    case "e-bank.over-day-limit":
      return { limitText: formatFen(refusal.limit), paidText: formatFen(refusal.paid) };
    case "password-card.reason-unfounded":
      return { reasonText: words(`term:reissue.${refusal.reason}`) };
    case "freeze.paper-missing":
      return { paperText: words(`freeze:paper.${refusal.paper}`) };
    case "freeze.term-too-long":
    case "freeze.term-unit":
    case "freeze.total-too-long":
      return { unitText: wordOf(words, "freeze", `unit.${refusal.unit}`, refusal.unit) };
    case "freeze.not-active":
      return { statusText: words(`freeze:status.${refusal.status}`) };
    case "freeze.ended":
      return { endsAtText: sayEndMoment(refusal.endsAt) };
    case "freeze.over-rest":
      return { restText: formatFen(refusal.rest) };
    case "freeze.over-controlled":
      return { controlledText: formatFen(refusal.controlled) };
    case "hold.not-here":
      return { sourceText: wordOf(words, "freeze", `source.${refusal.source}`, refusal.source) };
    case "reversal.has-own-opposite": {
      const { opposite } = refusal;
      return { oppositeText: `${opposite} ${words(`transaction:${opposite}`)}` };
    }
    case "reversal.stands":
      return { whyText: words(`inserted:stands.${refusal.why}`) };
    case "reversal.spent":
      return { availableText: formatFen(signedFen(refusal.available)) };
    case "reversal.box-short":
      return { heldText: formatFen(signedFen(refusal.held)) };
    case "voucher.not-held":
    case "voucher.comes-by-batch":
    case "voucher.not-misplaced":
    case "voucher.not-lost":
      return { runText: runText(refusal) };
    case "voucher.already-here":
      return {
        runText: runText(refusal),
        holderText: wordOf(words, "term", `holder.${refusal.holder}`, refusal.holder),
      };
    case "voucher.box-empty":
      return { kindText: words(`term:voucher.${refusal.kind}`) };
    case "teller.locked-out":
      return { untilText: timeOf(refusal.until).slice(0, 5) };
    case "backup.folder-unfit":
      return { reasonText: words(`inserted:backup-folder.${refusal.reason}`) };
    case "vault.passphrase-weak":
      return { weaknessText: words(`inserted:passphrase.${refusal.weakness}`) };
    case "teller.password-weak":
      return { reasonText: words(`inserted:password.${refusal.reason}`) };
    case "day.not-settled":
    case "teller.not-settled":
      return { countText: String(refusal.items.length) };
    case "teller.role":
      return {
        roleText: words(`shell:role.${refusal.role}`),
        mayText: refusal.may?.length
          ? refusal.may.map((role) => words(`shell:role.${role}`)).join(words("inserted:role.or"))
          : words("inserted:role.others"),
      };
    case "teller.own-business":
      return { whoseText: words(`inserted:kinship.${refusal.whose}`) };
    case "parameters.right-not-given":
      return {
        roleText: wordOf(words, "shell", `role.${refusal.role}`, refusal.role),
        codeText: sayTransaction(words, refusal.path.replace("rights.", "")),
      };
    case "people.too-few":
      return { roleText: words(`shell:role.${refusal.role}`) };
    case "track.field":
      return {
        fieldText: words(`noun:track.${refusal.field}`),
        reasonText: words(`noun:reason.${refusal.reason}`),
      };
    default:
      return ePayWords(words, refusal);
  }
}

/** A box as people call it: a teller's by number, or the vault. */
function sayBox(words: Words, box: string): string {
  return box === "vault" ? words("inserted:box.vault") : words("inserted:box.own", { box });
}

/** A word for a code that the contract leaves open; the code itself where there is none. */
export function wordOf(words: Words, area: string, key: string, otherwise: string): string {
  // The contract says only "string" here, so the key cannot be proved by the compiler.
  return (words as unknown as (key: string, options: object) => string)(`${area}:${key}`, {
    defaultValue: otherwise,
  });
}

/** A run of blank pieces by its numbers. */
function runText({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? first : `${first}–${last}`;
}
