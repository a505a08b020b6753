import { describe, expect, test } from "vitest";
import { MessageTemplate, SENDER } from "#core/sms/message.ts";
import { HIDDEN_DIGITS, messageLanguages, messageText } from "#core/sms/text.ts";

/** Every value that any template asks for, as it would stand there. */
const values = {
  ...{ account: "4321", action: "agreed", alias: "工资卡", amount: "123.45", branch: "和平路支行" },
  ...{ card: "6788", channel: "wap-bank", due: "2026-03-31", kind: "card", newCard: "1234" },
  ...{ payee: "示例商店", phone: "139****1111", single: "500.00", day: "900.00" },
  ...{ switch: "e-commerce", until: "2026-03-23" },
};
const code = { digits: "314159", minutes: 5 };
const all = MessageTemplate.options.flatMap((template) =>
  messageLanguages.map((language) => ({ template, language })),
);
const codes = all.filter(({ template }) => template.startsWith("code."));
const others = all.filter(({ template }) => !template.startsWith("code."));

describe("the bank's messages", () => {
  test.each(codes)(
    "O07: $template in $language says its digits, how long they hold, and to tell nobody",
    ({ template, language }) => {
      const text = messageText({ template, values }, language, code);

      expect(text).toContain("314159");
      expect(text).toMatch(/5分钟内有效|Valid for 5 minutes/);
      expect(text).toMatch(/勿告知他人|Tell nobody/);
    },
  );

  test.each(codes)(
    "K06: $template in $language hides its digits from whoever is not its reader",
    ({ template, language }) => {
      const text = messageText({ template, values }, language);

      expect(text).toContain(HIDDEN_DIGITS);
      expect(text).not.toMatch(/\d{6}/);
    },
  );

  test.each(others)(
    "K06, E14: $template in $language carries no code and fits its telephone",
    ({ template, language }) => {
      const text = messageText({ template, values }, language, code);

      expect(text).not.toContain("314159");
      expect(text).not.toMatch(/\d{6}/);
      expect(text.length).toBeGreaterThan(8);
      expect(text.length).toBeLessThan(320);
    },
  );

  test("E14: come from one number", () => {
    expect(SENDER).toBe("95588");
  });

  test("4.2 a: a code for a payment names payee and amount", () => {
    const text = messageText({ template: "code.e-pay.pay", values }, "zh-CN", code);

    expect(text).toContain("示例商店");
    expect(text).toContain("123.45元");
  });

  test("O07: a code's own minutes are said, not the usual ones", () => {
    const longer = { digits: "314159", minutes: 10 };

    expect(messageText({ template: "code.phone-change", values }, "en", longer)).toContain(
      "Valid for 10 minutes",
    );
  });

  test("are never filled with what is not there", () => {
    expect(() => messageText({ template: "phone-set", values: {} }, "zh-CN")).toThrow(
      "phone-set is filled with phone",
    );
  });
});
