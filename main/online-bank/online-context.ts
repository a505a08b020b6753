import { randomBytes } from "node:crypto";
import type { OnlineContext, OnlineSecrets } from "#core/commands/online/online.ts";
import { known } from "#core/kernel/assert.ts";
import type { Desk } from "#main/desk.ts";
import type { Cells } from "#main/password-card/cells.ts";
import { chance } from "#main/password-card/chance.ts";
import { sha256 } from "#main/sha256.ts";
import { isRightCode } from "#main/sms/code-digits.ts";
import type { Vault } from "#main/vault/vault.ts";

/** What a rule about a customer's own request is told at this moment: the machine's time and chance. */
export function onlineContext(desk: Desk, secrets: OnlineSecrets): OnlineContext {
  const { parameters } = known(desk.branch(), "nobody banks before the branch is founded");
  return {
    books: desk.books,
    now: desk.now(),
    today: desk.today(),
    parameters,
    sequence: desk.nextSequence(),
    signals: desk.signals,
    chance,
    drawNonce: () => randomBytes(16).toString("hex"),
    sha256,
    isRight: secrets.isRight,
    isRightCode: secrets.isRightCode,
  };
}

/** What customers know or receive, held against what the keys of this installation make. */
export function onlineSecrets(cells: Cells, { smsCode }: Pick<Vault, "smsCode">): OnlineSecrets {
  return {
    isRight: cells.isRight,
    isRightCode: (code, typed) => isRightCode(smsCode, code, typed),
  };
}
