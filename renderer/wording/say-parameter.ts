import { type ParameterPath, type ParameterShape, rowOf } from "#core/branch/parameter-list.ts";
import { formatFen, signedFen } from "#core/money/fen.ts";
import { riskRowOf } from "#core/risk/risk-rows.ts";
import type { Fact } from "#core/slip/slip.ts";
import { Role } from "#core/teller/teller.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { sayRiskPath } from "#renderer/wording/say-risk.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import type { Words } from "#renderer/wording/words.ts";

/** What was changed, from what to what, in words: a parameter, a right, a fee, or a person's name. */
export function sayChange(
  words: Words,
  { of, from, to }: Extract<Fact, { readonly kind: "change" }>,
): string {
  const said = { from: sayValue(words, of, from), to: sayValue(words, of, to) };
  const label = labelOf(words, of);
  return label === undefined
    ? words("parameter:change.plain", said)
    : words("parameter:change.said", { of: label, ...said });
}

/** What a path is called; undefined where the line itself says what it is about. */
function labelOf(words: Words, path: string): string | undefined {
  const row = rowOf(path);
  if (row) return words(`parameter:path.${path as ParameterPath}`); // It has a row, so it is one.
  if (path.startsWith("rights.")) {
    return words("parameter:right.of", { code: sayTransaction(words, path.slice(7)) });
  }
  if (path.startsWith("risk.")) return sayRiskPath(words, path);
  return path.startsWith("fees.")
    ? wordOf(words, "parameter", path.replace("fees", "fee"), path)
    : undefined;
}

/** A value as its parameter has it. */
export function sayValue(words: Words, path: string, text: string): string {
  const row = rowOf(path);
  if (row) return sayShaped(words, row.shape, text);
  const ofRisk = riskRowOf(path);
  if (ofRisk) return sayShaped(words, ofRisk.shape, text);
  if (path.startsWith("fees.")) return sayFeeLine(words, text);
  if (path === "role" || path.startsWith("rights.")) return sayRoles(words, text);
  return text;
}

/** A value of a shape: with its unit, in yuan, or in words. */
export function sayShaped(words: Words, shape: ParameterShape, text: string): string {
  switch (shape.kind) {
    case "count":
      return words(`parameter:unit.${shape.unit}`, { value: text });
    case "money":
      return words("parameter:unit.money", { value: formatFen(signedFen(Number(text))) });
    case "choice":
    case "some":
    case "yes-no":
      return text
        .split(",")
        .map((one) => wordOf(words, "parameter", `choice.${one}`, one))
        .join(words("inserted:role.or"));
  }
}

function sayRoles(words: Words, text: string): string {
  return text
    .split(",")
    .map((one) => Role.safeParse(one).data)
    .map((role) => (role ? words(`shell:role.${role}`) : "–"))
    .join(" · ");
}

/** A line of a fee, as core/commands/fee-table.ts writes it. */
export function sayFeeLine(words: Words, text: string): string {
  const [from = "", to = "", fen = "0"] = text.split("/");
  const amount = formatFen(signedFen(Number(fen)));
  return to === ""
    ? words("parameter:fee.line", { from, amount })
    : words("parameter:fee.line.until", { from, to, amount });
}
