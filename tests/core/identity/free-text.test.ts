import { describe, expect, test } from "vitest";
import { Agent } from "#core/agency/agent.ts";
import { transactions } from "#core/contract/transactions.ts";
import { freeWords, hasCardNumber, masked, paperSign } from "#core/identity/free-text.ts";
import { agent } from "#tests/support/loss-requests.ts";

describe("a long number among free words", () => {
  test.each([
    "6222020000000000017",
    "６２２２０２０００００００００００１７",
    "6222.0200.0000.0000.017",
    "6222/0200/0000/0000/017",
    "6222  0200  0000  0000  017",
    "6222\u30000200\u30000000\u30000000\u3000017",
    "6222\u00a00200\u00a00000\u00a00000\u00a0017",
    "6222—0200–0000－0000-017",
    "6222 - 0200 - 0000 - 0000 - 017",
    "6222、0200、0000、0000、017",
  ])("K01: is masked however it is written: %s", (number) => {
    expect(masked(`卡${number}丢失`)).toBe("卡622202*********0017丢失");
  });

  test("K01: is masked with the X at its end, in either width", () => {
    expect(masked("１１０１０５１９９００３０７００１Ｘ")).toBe("110105********001X");
    expect(masked("110105.19900307.001-x")).toBe("110105********001x");
  });

  test("K01: is ten digits or more, parted by three signs at most", () => {
    expect(masked("12.34.56.78.9")).toBe("12.34.56.78.9");
    expect(masked("12.34.56.78.90")).toBe("12****7890");
    expect(masked("12345   67890")).toBe("12****7890");
    expect(masked("12345    67890")).toBe("12345    67890");
    expect(masked("12345年67890")).toBe("12345年67890");
  });

  test("K01: once masked stays as it is", () => {
    expect(masked("卡622202*********0017丢失")).toBe("卡622202*********0017丢失");
    expect(masked("12****7890")).toBe("12****7890");
  });
});

describe("free words", () => {
  test("K01: lose what shows nothing or turns the line around, before they are masked", () => {
    const words = freeWords(40);

    expect(words.parse("卡\u0000\u202e在家\u200b里\u2066")).toBe("卡在家里");
    expect(words.parse("6222\u200b02000000\u00000000017")).toBe("622202*********0017");
    expect(words.parse("地铁\r\n里")).toBe("地铁 里");
  });

  test("K01: are none if nothing can be seen of them", () => {
    expect(freeWords(40).safeParse(" \u200b\u0000 ").success).toBe(false);
    expect(freeWords(40).safeParse("").success).toBe(false);
  });

  test("K01: may be as long as allowed and no longer", () => {
    expect(freeWords(4).safeParse("旧卡旧卡").success).toBe(true);
    expect(freeWords(4).safeParse("旧卡旧卡旧").success).toBe(false);
  });

  test("K01, 3.7: are all that is said of an agent and a caller", () => {
    const number = "6222020000000000017";
    const hidden = "622202*********0017";
    const caller = { name: number, phone: "13900001111" };

    expect(
      Agent.parse({ ...agent, name: number, relation: number, reason: `${number} 出差` }),
    ).toMatchObject({ name: hidden, relation: hidden, reason: `${hidden} 出差` });
    expect(
      transactions["4001"].parse({
        card: "k-1",
        medium: "card",
        channel: "phone",
        document: { by: "typed", kind: "passport", number: "E12345678" },
        caller,
        reason: "丢失",
      }).caller?.name,
    ).toBe(hidden);
  });
});

describe("a number or sign of a paper", () => {
  const sign = paperSign({ shortest: 4, longest: 6 });

  test("loses what shows nothing or turns the line around, and is counted then", () => {
    expect(sign.parse("京\u00adA\u200b0\u20600\u202e1\u0000")).toBe("京A001");
    expect(sign.parse("京A\n01")).toBe("京A 01");
    expect(sign.safeParse("京A\u200b0\u200b").success).toBe(false);
    expect(sign.safeParse("京A00001").success).toBe(false);
  });

  test("K01: has a card number in it from 13 digits on, whose check digit is right", () => {
    expect(hasCardNumber("执字4222222222222号")).toBe(true);
    expect(hasCardNumber("执字422222222222号")).toBe(false);
    expect(hasCardNumber("执字4222222222223号")).toBe(false);
    expect(hasCardNumber("６２２２ 0200 0000—0000 018")).toBe(true);
    expect(hasCardNumber("9558820200001323775")).toBe(true);
    expect(hasCardNumber("95588202000013237750")).toBe(false);
  });

  test("K01: has none in a day, nor in numbers that words part", () => {
    expect(hasCardNumber("2026031800000007")).toBe(false);
    expect(hasCardNumber("（2026）京01执1234567号之1")).toBe(false);
    expect(hasCardNumber("62220200年00000000018")).toBe(false);
  });
});
