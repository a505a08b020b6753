import { describe, expect, test } from "vitest";
import { purchase } from "#tests/support/online-customers.ts";
import { openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

const inactive = { passwordCard: { life: "issued-inactive" } } as const;

describe("the first login after a card was issued", () => {
  test("P29: to the internet bank activates the card, and nothing else is to be done", () => {
    const desk = openOnlineDeskFor(inactive);

    const reply = desk.logsIn();

    expect(reply).toEqual({ ok: true, value: "logged-in" });
    expect(desk.cardOf()).toMatchObject({ life: "active", used: 0 });
    expect(desk.batches().at(-1)).toMatchObject({
      teller: "system",
      code: "internet-bank",
      outcome: { facts: [{ name: "channel", term: "channel.internet-bank" }] },
      entries: [
        { type: "e-bank.logged-in", customer: "c-1", channel: "internet-bank" },
        { type: "password-card.activated", passwordCard: "p-1" },
      ],
    });
  });

  test("P29, P09: to WAP banking activates the same card", () => {
    const desk = openOnlineDeskFor(inactive);

    desk.logsIn({ channel: "wap-bank" });

    expect(desk.cardOf().life).toBe("active");
    expect(wordOf(desk.spends(purchase))).toBe("paid");
  });

  test("P28: is needed before the first purchase; a shop's own page does not stand in for it", () => {
    const desk = openOnlineDeskFor(inactive);

    expect(wordOf(desk.logsIn({ channel: "shop" }))).toBe("logged-in");
    expect(wordOf(desk.pays(purchase, { channel: "shop" }))).toBe("password-card.not-activated");
    desk.logsIn({ channel: "internet-bank" });

    expect(wordOf(desk.spends(purchase, { channel: "shop" }))).toBe("paid");
  });

  test("P29: with a wrong password activates nothing", () => {
    const desk = openOnlineDeskFor(inactive);

    desk.logsIn({ password: "hash-of-something-else" });

    expect(desk.cardOf().life).toBe("issued-inactive");
  });

  test("P29: is the first one only; another login writes no activation", () => {
    const desk = openOnlineDeskFor();

    desk.logsIn();

    expect(
      desk
        .batches()
        .at(-1)
        ?.entries.map(({ type }) => type),
    ).toEqual(["e-bank.logged-in"]);
  });

  test.each(["active", "exhausted", "void"] as const)(
    "P29: leaves a card that is %s as it is",
    (life) => {
      const desk = openOnlineDeskFor({ passwordCard: { life } });

      desk.logsIn();

      expect(desk.see("passwordCard", "p-1").life).toBe(life);
    },
  );
});

test("P30: a payment with a card that waits for its first login is refused: 口令卡未激活", () => {
  const desk = openOnlineDeskFor(inactive);

  const reply = desk.pays(purchase);

  expect(reply).toEqual({ ok: false, refusal: { code: "password-card.not-activated" } });
  expect(desk.cardOf().challenge).toBeUndefined();
});

describe("a login", () => {
  test.each([
    ["internet-bank", ["wap-bank"], "internet-bank"],
    ["wap-bank", ["internet-bank"], "wap-bank"],
    ["shop", ["wap-bank"], "internet-bank"],
  ] as const)("to %s is refused while only %s is open", (channel, channels, closed) => {
    const desk = openOnlineDeskFor({ channels });

    expect(desk.logsIn({ channel })).toEqual({
      ok: false,
      refusal: { code: "e-bank.not-open", channel: closed },
    });
  });

  test("of somebody the bank does not know finds no channel open", () => {
    const desk = openOnlineDeskFor();

    expect(wordOf(desk.logsIn({ customer: "c-77" }))).toBe("e-bank.not-open");
  });

  test("to a channel that was closed is refused, whatever its password was", () => {
    const desk = openOnlineDeskFor();
    desk.post([
      { type: "relations.closed", relations: ["r-1"] },
      { type: "e-bank.closed", customer: "c-1", channel: "internet-bank" },
    ]);

    expect(wordOf(desk.logsIn())).toBe("e-bank.not-open");
    expect(wordOf(desk.logsIn({ channel: "wap-bank" }))).toBe("logged-in");
  });

  test("to a channel without a password of its own is refused like a wrong one", () => {
    const desk = openOnlineDeskFor();
    desk.post([{ type: "e-bank.closed", customer: "c-1", channel: "wap-bank" }]);

    expect(wordOf(desk.logsIn({ channel: "wap-bank" }))).toBe("e-bank.login-wrong");
  });
});

describe("wrong login passwords", () => {
  const wrong = { password: "hash-of-something-else" };

  test("are told how many tries are left at that gate; a shop asks at the internet bank's", () => {
    const desk = openOnlineDeskFor();

    expect(desk.logsIn(wrong)).toEqual({
      ok: false,
      refusal: { code: "e-bank.login-wrong", triesLeft: 4 },
    });
    expect(desk.logsIn({ ...wrong, channel: "wap-bank" })).toMatchObject({
      refusal: { triesLeft: 4 },
    });
    expect(desk.logsIn({ ...wrong, channel: "shop" })).toMatchObject({ refusal: { triesLeft: 3 } });
  });

  test("lock on the fifth of a day, not on the fourth", () => {
    const desk = openOnlineDeskFor();
    desk.logsIn(wrong);
    desk.logsIn(wrong);
    desk.logsIn(wrong);

    expect(desk.logsIn(wrong)).toMatchObject({ refusal: { triesLeft: 1 } });
    expect(wordOf(desk.logsIn(wrong))).toBe("e-bank.login-locked-today");
    expect(wordOf(desk.logsIn())).toBe("e-bank.login-locked-today");
    expect(wordOf(desk.logsIn({ channel: "shop" }))).toBe("e-bank.login-locked-today");
    expect(wordOf(desk.logsIn({ channel: "wap-bank" }))).toBe("logged-in");
  });

  // Whoever knows one password of hers must not have as many guesses at the other as she likes.
  test("are not forgotten with the right password of another gate", () => {
    const desk = openOnlineDeskFor();
    desk.logsIn(wrong);
    desk.logsIn({ ...wrong, channel: "shop" });
    desk.logsIn(wrong);
    desk.logsIn(wrong);

    expect(wordOf(desk.logsIn({ channel: "wap-bank" }))).toBe("logged-in");

    expect(wordOf(desk.logsIn(wrong))).toBe("e-bank.login-locked-today");
    expect(wordOf(desk.logsIn())).toBe("e-bank.login-locked-today");
  });

  test("are not counted any more once they lock", () => {
    const desk = openOnlineDeskFor();
    desk.setBankRules({ loginTries: 1 });
    expect(wordOf(desk.logsIn(wrong))).toBe("e-bank.login-locked-today");
    const before = desk.batches().length;

    desk.logsIn(wrong);

    expect(desk.batches()).toHaveLength(before);
    expect(desk.see("eBank", "c-1").loginWrong).toEqual({ "internet-bank": 1 });
  });

  test("lock until 00:00 of the next day and not a second less", () => {
    const desk = openOnlineDeskFor();
    desk.setBankRules({ loginTries: 1 });
    desk.logsIn(wrong);

    desk.at("2026-03-18 23:59:59");
    expect(wordOf(desk.logsIn())).toBe("e-bank.login-locked-today");
    desk.at("2026-03-19 00:00:00");

    expect(wordOf(desk.logsIn())).toBe("logged-in");
  });

  test.each(["internet-bank", "shop"] as const)(
    "are forgotten with the right one: %s",
    (channel) => {
      const desk = openOnlineDeskFor();
      desk.logsIn(wrong);

      desk.logsIn({ channel });

      expect(desk.logsIn(wrong)).toMatchObject({ refusal: { triesLeft: 4 } });
    },
  );

  test("keep nobody else out", () => {
    const desk = openOnlineDeskFor();
    desk.enrol(2);
    desk.setBankRules({ loginTries: 1 });

    desk.logsIn(wrong);

    expect(wordOf(desk.logsIn({ customer: "c-2" }))).toBe("logged-in");
  });
});
