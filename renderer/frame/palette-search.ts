import { pinyin } from "pinyin-pro";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { transaction as englishNames } from "#renderer/wording/en/transaction.ts";
import { transaction as chineseNames } from "#renderer/wording/zh-CN/transaction.ts";

/** A transaction with everything by which it can be found. */
export interface Found {
  readonly code: ScreenCode;
  readonly chinese: string;
  readonly english: string;
  /** First letters of the pinyin: 口头挂失 is ktgs. */
  readonly initials: string;
  /** The pinyin without tones and gaps: koutouguashi. */
  readonly spelled: string;
}

/** Everything that can be found, once for all searches. */
export function indexOf(codes: readonly ScreenCode[]): readonly Found[] {
  return codes.map((code) => {
    const name = chineseNames[code];
    const options = { toneType: "none", type: "array", nonZh: "removed" } as const;
    return {
      code,
      chinese: name,
      english: englishNames[code],
      initials: pinyin(name, { ...options, pattern: "first" }).join(""),
      spelled: pinyin(name, options).join(""),
    };
  });
}

/** Finds by code, Chinese, pinyin initials, pinyin or English; what begins so comes first. */
export function search(index: readonly Found[], text: string): readonly Found[] {
  const sought = text.trim().toLowerCase();
  if (sought === "") return index;

  return index
    .map((found) => ({ found, rank: rankOf(found, sought) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((left, right) => left.rank - right.rank)
    .map(({ found }) => found);
}

const NOT_FOUND = 9;

function rankOf({ code, chinese, english, initials, spelled }: Found, sought: string) {
  // A Chinese name may hold Latin letters, such as U盾 and WAP.
  const name = chinese.toLowerCase();
  const words = english.toLowerCase();
  if (code.startsWith(sought)) return 0;
  if (name.startsWith(sought) || initials.startsWith(sought)) return 1;
  if (words.startsWith(sought) || spelled.startsWith(sought)) return 2;
  if (name.includes(sought) || initials.includes(sought)) return 3;
  if (words.includes(sought) || spelled.includes(sought)) return 4;
  return NOT_FOUND;
}
