import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { instant, startOfDay } from "#core/calendar/instant.ts";
import { fen } from "#core/money/fen.ts";
import { factNames, terms } from "#core/slip/fact-name.ts";
import { wording as english } from "#renderer/wording/en.ts";
import { createLanguage } from "#renderer/wording/language.ts";
import { sayRefusal } from "#renderer/wording/say-refusal.ts";
import { areas } from "#renderer/wording/words.ts";
import { wording as chinese } from "#renderer/wording/zh-CN.ts";

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const all = (wording: object) =>
  Object.entries(wording).flatMap(([area, words]: [string, Record<string, string>]) =>
    Object.entries(words).map(([key, text]) => ({ key: `${area}:${key}`, text })),
  );

describe("the words of both languages", () => {
  test("cover the same keys, with the same gaps to be filled", () => {
    const shape = (wording: object) =>
      all(wording).map(({ key, text }) => `${key} ${placeholders(text).join()}`);

    expect(shape(english).sort()).toEqual(shape(chinese).sort());
  });

  test("are never empty, and every area is loaded", () => {
    expect([...all(chinese), ...all(english)].filter(({ text }) => text.trim() === "")).toEqual([]);
    expect([...areas].sort()).toEqual(Object.keys(chinese).sort());
  });

  test("name every fact and every term of the closed lists", () => {
    expect(Object.keys(chinese.fact).sort()).toEqual([...factNames].sort());
    expect(Object.keys(english.term).sort()).toEqual([...terms].sort());
  });

  test("say in a preview nothing as done that is yet to be done", () => {
    const past = Object.entries(chinese.term).filter(([, text]) => text.includes("已"));

    expect(past.map(([term]) => term).filter((term) => term.startsWith("note."))).toEqual([
      "note.freeze-in-force", // Two that state how an order stands, and one that was told before.
      "note.freeze-over",
      "note.control-reason-and-remedy",
    ]);
  });

  test("carry no Chinese in English sentences, but for the name of the other language", () => {
    const han = all(english).filter(({ text }) => /[\u4e00-\u9fff]/.test(text));

    expect(han.map(({ key }) => key).sort()).toEqual(["shell:key.ControlShiftL", "shell:language"]);
  });
});

describe("refusals in words", () => {
  const say = (language: "zh-CN" | "en") => {
    const instance = createLanguage(language);
    return (refusal: Parameters<typeof sayRefusal>[1]) =>
      // The instance's own `t` knows every area, as the hook's does.
      sayRefusal(instance.t as unknown as Parameters<typeof sayRefusal>[0], refusal);
  };

  test("D03: a level too low says which level is needed", () => {
    expect(say("zh-CN")({ code: "authorisation.level", level: "A3" })).toContain(
      "A3 网点负责人或两名主管授权",
    );
  });

  test("money is said in yuan, not in fen", () => {
    expect(say("en")({ code: "account.short", available: 123450 })).toContain("1,234.50 yuan");
  });

  test("a bad stripe names track, field and what is wrong", () => {
    expect(
      say("zh-CN")({ code: "track.field", track: 2, field: "expiry", reason: "month" }),
    ).toContain("第 2 磁道“失效日期”栏：月份不对");
  });

  test("a reader that is not ready says why, as far as it is known, and what to do", () => {
    const notReady = (status: string) => say("zh-CN")({ code: "reader.not-ready", status });
    const lost = (reason: string) =>
      say("zh-CN")({ code: "reader.not-ready", status: "lost", reason });

    expect(lost("in-use")).toMatch(/未就绪。端口正被另一个程序使用.*关闭那个程序/);
    expect(lost("unplugged")).toMatch(/未就绪。读卡器的线被拔出.*接好后自动恢复/);
    expect(lost("silent")).toMatch(/未就绪。端口已打开，另一端没有设备回应/);
    expect(lost("brand-new")).toMatch(/未就绪。与读卡器的联系断了/);
    expect(notReady("absent")).toMatch(/未就绪。本柜台没有设置读卡器端口.*3015/);
    expect(notReady("lost")).toMatch(/未就绪。与读卡器的联系断了.*检查接线和电源/);
    expect(notReady("not waiting for a card")).toContain("未就绪。请检查接线和电源");
  });

  test("a code that the contract leaves open is shown as it is where no word is known", () => {
    expect(
      say("en")({ code: "reader.write-failed", why: "brand-new", spoiled: "000000000101" }),
    ).toContain("(brand-new)");
  });

  test("民法典 203: an end at midnight is 24:00 of the day before; a second later is the next day", () => {
    const midnight = startOfDay(businessDate("2027-05-23"));

    expect(say("zh-CN")({ code: "freeze.ended", endsAt: midnight })).toContain(
      "2027-05-22 24:00:00",
    );
    expect(say("zh-CN")({ code: "freeze.ended", endsAt: instant(midnight + 1000) })).toContain(
      "2027-05-23 00:00:01",
    );
  });

  test("F05: what an organ's paper lacks sends the notice back with the reason", () => {
    expect(say("zh-CN")({ code: "freeze.paper-missing", paper: "execution-permit" })).toBe(
      "缺少执行公务证。请退回通知书并说明：补齐后再送达。",
    );
    expect(say("en")({ code: "freeze.over-controlled", controlled: fen(4_000_00) })).toContain(
      "4,000.00 yuan",
    );
  });

  test("F13: a payee of another name is told as such, not as a holder whose money is not frozen", () => {
    const said = say("zh-CN")({ code: "freeze.payee-name-differs" });

    expect(said).toContain("收款户名与收款账号不符，不能扣划");
    expect(said).not.toContain("冻结");
  });

  test("U07: a teller without the duty is told whom to call, and not what for", () => {
    expect(say("zh-CN")({ code: "account.judicial-freeze" })).toBe("账户暂不可用，请联系主管。");
  });
});
