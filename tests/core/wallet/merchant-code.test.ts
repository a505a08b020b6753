import { describe, expect, test } from "vitest";
import { fen } from "#core/money/fen.ts";
import { merchantCodeOf, readMerchantCode } from "#core/wallet/merchant-code.ts";
import { fc } from "#tests/support/fast-check.ts";

const shop = { account: "999290058120001", name: "样例早餐铺", amount: fen(12_80) };
const flawOf = (text: string) => {
  const read = readMerchantCode(text);
  return read.ok ? "read" : read.refusal.flaw;
};

/** A text with the check value that it would have; CRC-16/CCITT-FALSE, written down once more. */
function signed(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(`${text}6304`, "utf8")) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const top = (crc >> 15) ^ ((byte >> bit) & 1);
      crc = (crc << 1) & 0xffff;
      if (top === 1) crc ^= 0x1021;
    }
  }
  return `${text}6304${crc.toString(16).toUpperCase().padStart(4, "0")}`;
}
const own = "2642" + "0019cn.demo-bank.wallet" + "0115999290058120001";

describe("W02: the text of a merchant's code", () => {
  test("is read as it was made, with an amount and without", () => {
    expect(readMerchantCode(merchantCodeOf(shop))).toEqual({ ok: true, value: shop });
    const { amount: _any, ...open } = shop;
    expect(readMerchantCode(merchantCodeOf(open))).toEqual({ ok: true, value: open });
  });

  test("is refused where it is something else, for other money, or lacks a part", () => {
    expect(flawOf("https://example.invalid/pay?to=1")).toBe("not-a-payment-code");
    expect(flawOf("")).toBe("not-a-payment-code");
    expect(flawOf(`${merchantCodeOf(shop)}\uD800`)).toBe("not-a-payment-code");
    expect(flawOf(signed(`000201${own}53038405802CN5905MARIA`))).toBe("other-currency");
    expect(flawOf(signed("00020153031565802CN5905MARIA"))).toBe("incomplete");
    expect(flawOf(signed(`000201${own}53031565802CN`))).toBe("incomplete");
    expect(flawOf(signed(`000201${own}530315654040.005905MARIA`))).toBe("incomplete");
    expect(flawOf(signed(`000201${own}53031565905MARIA`))).toBe("read");
  });

  // Goal: no slip of a scanner is ever paid. Method: change one sign anywhere in a good code.
  test("with any one sign changed it is never read as a payment to somebody", () => {
    const good = merchantCodeOf(shop);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.constantFrom(..."0123456789AaZ店"), (at, sign) => {
        fc.pre(good[at] !== sign);
        const changed = good.slice(0, at) + sign + good.slice(at + 1);

        expect(flawOf(changed)).not.toBe("read");
      }),
    );
  });
});
