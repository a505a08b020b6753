import { describe, expect, test } from "vitest";
import { capitalAmount } from "#core/money/capital.ts";
import { FEN_MAX, fen } from "#core/money/fen.ts";
import { fc } from "#tests/support/fast-check.ts";

describe("capital figures (正确填写票据和结算凭证的基本规定)", () => {
  test("are those of the rule's own examples", () => {
    expect(capitalAmount(fen(1_409_50))).toBe("壹仟肆佰零玖元伍角整");
    expect(capitalAmount(fen(6_007_14))).toBe("陆仟零柒元壹角肆分");
    expect(capitalAmount(fen(1_680_32))).toBe("壹仟陆佰捌拾元零叁角贰分");
    expect(capitalAmount(fen(107_000_53))).toBe("壹拾万柒仟元零伍角叁分");
    expect(capitalAmount(fen(16_409_02))).toBe("壹万陆仟肆佰零玖元零贰分");
    expect(capitalAmount(fen(325_04))).toBe("叁佰贰拾伍元零肆分");
  });

  test("end in 整 after 元 and after 角, never after 分", () => {
    expect(capitalAmount(fen(1_234_00))).toBe("壹仟贰佰叁拾肆元整");
    expect(capitalAmount(fen(1_234_50))).toBe("壹仟贰佰叁拾肆元伍角整");
    expect(capitalAmount(fen(1_234_56))).toBe("壹仟贰佰叁拾肆元伍角陆分");
  });

  test("say one 零 for any run of empty places between two figures", () => {
    expect(capitalAmount(fen(1_001_00))).toBe("壹仟零壹元整");
    expect(capitalAmount(fen(1_010_00))).toBe("壹仟零壹拾元整");
    expect(capitalAmount(fen(10_001_00))).toBe("壹万零壹元整");
    expect(capitalAmount(fen(100_500_00))).toBe("壹拾万零伍佰元整");
    expect(capitalAmount(fen(100_000_001_00))).toBe("壹亿零壹元整");
    expect(capitalAmount(fen(100_005_000_00))).toBe("壹亿零伍仟元整");
    expect(capitalAmount(fen(100_070_000_00))).toBe("壹亿零柒万元整");
    expect(capitalAmount(fen(1_200_003_004_00))).toBe("壹拾贰亿零叁仟零肆元整");
  });

  test("say no 零 for empty places at the end", () => {
    expect(capitalAmount(fen(10_00))).toBe("壹拾元整");
    expect(capitalAmount(fen(50_000_00))).toBe("伍万元整");
    expect(capitalAmount(fen(200_000_000_00))).toBe("贰亿元整");
    expect(capitalAmount(fen(FEN_MAX))).toBe("壹仟亿元整");
  });

  test("say 零 after 元 when the yuan end in a zero and 角 follow", () => {
    expect(capitalAmount(fen(10_50))).toBe("壹拾元零伍角整");
    expect(capitalAmount(fen(11_50))).toBe("壹拾壹元伍角整");
    expect(capitalAmount(fen(10_05))).toBe("壹拾元零伍分");
  });

  test("leave the yuan out where there are none", () => {
    expect(capitalAmount(fen(50))).toBe("伍角整");
    expect(capitalAmount(fen(5))).toBe("伍分");
    expect(capitalAmount(fen(56))).toBe("伍角陆分");
    expect(capitalAmount(fen(0))).toBe("零元整");
  });

  // Goal: nobody can mistake or alter the amount: the figures read back to it and 零 never doubles.
  // Method: read the capital figures of any amount by a grammar of its own.
  test("read back to the amount, for every amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: FEN_MAX }), (amount) => {
        const written = capitalAmount(fen(amount));

        expect(readBack(written)).toBe(amount);
        expect(written).not.toMatch(/零零|零元.|整./);
      }),
    );
  });
});

function readBack(written: string): number {
  const [, yuan = "", jiao = "", fenDigit = ""] =
    /^(?:(.+)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(written) ?? [];
  return sections(yuan) * 100 + digit(jiao) * 10 + digit(fenDigit);
}

function sections(yuan: string): number {
  const [, yi = "", wan = "", rest = ""] = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/.exec(yuan) ?? [];
  return section(yi) * 100_000_000 + section(wan) * 10_000 + section(rest);
}

function section(text: string): number {
  const [, qian = "", bai = "", shi = "", ge = ""] =
    /^零?(?:(.)仟)?零?(?:(.)佰)?零?(?:(.)拾)?零?(.?)$/.exec(text) ?? [];
  return digit(qian) * 1000 + digit(bai) * 100 + digit(shi) * 10 + digit(ge);
}

function digit(character: string): number {
  return character === "" ? 0 : "零壹贰叁肆伍陆柒捌玖".indexOf(character);
}
