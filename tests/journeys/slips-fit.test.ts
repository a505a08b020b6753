import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SlipView } from "#core/contract/posting-view.ts";
import { known } from "#core/kernel/assert.ts";
import { slipView } from "#main/views/slip-view.ts";
import { exchange, lossApplication, replacement } from "#tests/renderer/slips/sample-slips.ts";
import { type EBankDesk, openEBankDesk, openEBankDeskFor } from "#tests/support/e-bank-desk.ts";
import { openFreezeDesk, orderOf, papersOf, treasury } from "#tests/support/freeze-desk.ts";
import { openHoldDesk } from "#tests/support/hold-desk.ts";
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
function lastSlip(desk: Pick<EBankDesk, "books">): SlipView {
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

describe("an organ's receipt", () => {
  const longOrgan = "新疆维吾尔自治区巴音郭楞蒙古自治州和静县人民法院";
  const papers = (kind: "court" | "police", number: string) =>
    papersOf(kind, { organ: { kind, name: longOrgan }, documentNumber: number });
  const longHolder = { customer: { ...longWinded.customer } };
  const named = { nameOnNotice: longWinded.customer.name };
  const number = (place: number) => `（2026）新2827执保${place}号`;

  test("F10: holds a waiting order behind eight others, each in a line of its own", async () => {
    const desk = openFreezeDesk(longHolder);
    for (let place = 1; place <= 8; place += 1) {
      desk.freeze(orderOf(1_000_00, { ...named, papers: papers("court", number(place)) }));
    }
    const last = { ...named, papers: papers("court", number(9)) };
    desk.freeze(orderOf(8_000_00, last));
    desk.freeze(orderOf(1_000_00, { ...named, papers: papers("court", number(10)) }));

    const slip = lastSlip(desk);

    expect(slip.facts.filter(({ name }) => name === "frozenBy")).toHaveLength(8);
    expect(await pagesOf(slip)).toEqual([1, 1]);
  });

  test("F13: holds a deduction with payee, bank and the order's own document", async () => {
    const desk = openFreezeDesk(longHolder);
    const order = desk.freeze(orderOf(6_000_00, { ...named, papers: papers("court", number(1)) }));
    const to = { ...treasury, name: "收".repeat(60), bank: "银".repeat(60) };
    const input = { order, papers: papers("court", number(2)), amount: 6_000_00, to };
    desk.does({ code: "6006", input });

    expect(await pagesOf(lastSlip(desk))).toEqual([1, 1]);
  });
});

describe("the slip of a hold", () => {
  test("W13: holds a stolen account with what the customer keeps as evidence", async () => {
    const desk = openHoldDesk(longWinded);
    const evidence = ["短信截图 3 张", "通话记录 1 份", "转账回单 2 份", "报案回执 1 份"];
    desk.freezes({ why: "stolen", policeCase: "京公朝报字（2026）第0318号", evidence });

    expect(await pagesOf(lastSlip(desk))).toEqual([1, 1]);
  });
});
