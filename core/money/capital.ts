import type { Fen } from "#core/money/fen.ts";

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const PLACES = ["", "拾", "佰", "仟"] as const;
const SECTIONS = ["", "万", "亿"] as const;

/**
 * The amount in Chinese capital figures, as vouchers and slips must carry it beside the Arabic one:
 * 123450 fen is 壹仟贰佰叁拾肆元伍角整. The form prints 人民币 in front, without a gap.
 *
 * Source: 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1). Where it leaves a choice, ours
 * is: 整 after 元 and after 角, never after 分; 零 after 元 when the yuan end in a zero
 * (¥1,680.32 壹仟陆佰捌拾元零叁角贰分); none for an empty 万 place before a filled 仟
 * (¥107,000.53 壹拾万柒仟元零伍角叁分).
 */
export function capitalAmount(amount: Fen): string {
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const fen = amount % 10;

  if (amount === 0) return "零元整";
  if (jiao === 0 && fen === 0) return `${capitalYuan(yuan)}元整`;

  const isGap = yuan > 0 && (yuan % 10 === 0 || jiao === 0);
  return [
    yuan > 0 ? `${capitalYuan(yuan)}元` : "",
    isGap ? "零" : "",
    jiao > 0 ? `${DIGITS[jiao]}角` : "",
    fen > 0 ? `${DIGITS[fen]}分` : "整",
  ].join("");
}

/** Whole yuan by sections of four digits: 亿, 万, and the rest. */
function capitalYuan(yuan: number): string {
  let written = "";
  let isGap = false;

  for (const section of [2, 1, 0]) {
    const value = Math.floor(yuan / 10_000 ** section) % 10_000;
    if (value === 0) {
      isGap = true;
      continue;
    }
    // An empty 仟 place must be said; so must a section that is empty altogether.
    const zero = written !== "" && (isGap || value < 1000) ? "零" : "";
    written += zero + capitalSection(value) + SECTIONS[section];
    isGap = false;
  }
  return written;
}

/** One to four digits; any run of zeros between two figures is one 零, those at the end are none. */
function capitalSection(value: number): string {
  let written = "";
  let isGap = false;

  for (const place of [3, 2, 1, 0]) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isGap = written !== "";
      continue;
    }
    written += `${isGap ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    isGap = false;
  }
  return written;
}
