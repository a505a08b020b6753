import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SlipView } from "#core/contract/posting-view.ts";
import { known } from "#core/kernel/assert.ts";
import { slipView } from "#main/views/slip-view.ts";
import { exchange, lossApplication, replacement } from "#tests/renderer/slips/sample-slips.ts";
import { type EBankDesk, openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";
import { openPress, type Press } from "#tests/support/paper-pages.tsx";

let press: Press;

beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());

/** A customer with all that lengthens a slip: a long name, a phone, an account of that very day. */
const longWinded = {
  customer: { name: "阿卜杜热依木·买买提艾力·吐尔逊江·阿不都克里木", phone: "13800001234" },
  account: { openedOn: "2026-03-18" },
} as const;

/** The last slip of a desk, printed again in a demonstration: with every mark it can bear. */
function lastSlip(desk: EBankDesk): SlipView {
  const slip = known(desk.books().all("slip").at(-1), "something was posted");
  return slipView({ ...slip, reprints: 1 }, "demonstration");
}

async function pagesOf(slip: SlipView) {
  return [await press.pages(slip, "zh-CN"), await press.pages(slip, "en")];
}

describe("the small sheet, whose signature stands below all it signs", () => {
  test("P26: holds a password card with the internet bank, ten notes and all", async () => {
    const desk = openEBankDesk(longWinded);
    const open = { password: desk.bankPassword("c-1") };
    desk.does(desk.issueCard("k-1", { open }));

    const slip = lastSlip(desk);

    expect(slip.facts.filter(({ name }) => name === "note")).toHaveLength(10);
    expect(await pagesOf(slip)).toEqual([1, 1]);
  });

  test("P20: holds a password card in the place of an old one", async () => {
    const desk = openEBankDeskFor(longWinded);
    desk.does(desk.issueCard("k-1"));
    desk.does(desk.reissueCard("p-1", "k-1"));

    expect(await pagesOf(lastSlip(desk))).toEqual([1, 1]);
  });

  test("P31: holds a U盾 in the place of a password card", async () => {
    const desk = openEBankDeskFor(longWinded);
    desk.does(desk.issueCard("k-1"));
    desk.does(desk.issueUsbKey("k-1"));

    expect(await pagesOf(lastSlip(desk))).toEqual([1, 1]);
  });

  test("R17: holds an agreement with a payee of the longest name", async () => {
    const desk = openEBankDeskFor(longWinded);
    desk.does(desk.openPhoneBank("k-1"));
    desk.does(desk.agreePayee("k-1", { name: "收".repeat(60), account: "6222080200012345678" }));

    expect(await pagesOf(lastSlip(desk))).toEqual([1, 1]);
  });
});

describe("the large sheet", () => {
  test("3.1: holds each of the three copies of a loss application", async () => {
    expect(await pagesOf(lossApplication)).toEqual([3, 3]);
  });

  test("3.4: holds a replacement with twelve relations", async () => {
    expect(await pagesOf(replacement)).toEqual([1, 1]);
  });

  test("3.9: holds an exchange", async () => {
    expect(await pagesOf(exchange)).toEqual([1, 1]);
  });
});
