import { describe, expect, test } from "vitest";
import { bill, purchase, transfer } from "#tests/support/online-customers.ts";
import { openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

describe("a customer who cannot come to the branch", () => {
  test("P24: closes 对外转账, and purchases and bills go on", () => {
    const desk = openOnlineDeskFor();

    expect(wordOf(desk.closesSwitch("outward-transfer"))).toBe("closed");

    expect(desk.pays(transfer)).toEqual({
      ok: false,
      refusal: { code: "e-bank.switch-closed", which: "outward-transfer" },
    });
    expect(wordOf(desk.spends(purchase))).toBe("paid");
    expect(wordOf(desk.spends(bill))).toBe("paid");
    expect(desk.batches().find(({ code }) => code === "internet-bank")?.outcome?.facts).toEqual([
      { name: "channel", kind: "term", term: "channel.internet-bank" },
      { name: "switch", kind: "term", term: "switch.outward-transfer" },
      { name: "switchState", kind: "term", term: "switch-state.off" },
    ]);
  });

  test("P24: closes 电子商务, and transfers go on", () => {
    const desk = openOnlineDeskFor();

    expect(wordOf(desk.closesSwitch("e-commerce", { channel: "wap-bank" }))).toBe("closed");

    expect(wordOf(desk.pays(purchase))).toBe("e-bank.switch-closed");
    expect(wordOf(desk.pays(bill))).toBe("e-bank.switch-closed");
    expect(wordOf(desk.spends(transfer))).toBe("paid");
  });

  test("P24: closes a switch also when her card is reported lost or her cells are locked", () => {
    const desk = openOnlineDeskFor({
      card: { loss: "oral" },
      passwordCard: { lock: "hard", wrongRun: 10 },
    });

    expect(wordOf(desk.closesSwitch("e-commerce"))).toBe("closed");
  });

  test("P24: closes nothing twice", () => {
    const desk = openOnlineDeskFor();
    desk.closesSwitch("e-commerce");

    expect(desk.closesSwitch("e-commerce")).toEqual({
      ok: false,
      refusal: { code: "e-bank.switch-already", which: "e-commerce", on: false },
    });
    expect(wordOf(desk.closesSwitch("outward-transfer"))).toBe("closed");
  });

  test("P24: closes nothing on a shop's page, nor where no channel is open", () => {
    const desk = openOnlineDeskFor({ channels: ["internet-bank"] });

    expect(wordOf(desk.closesSwitch("e-commerce", { channel: "shop" }))).toBe(
      "e-bank.not-in-channel",
    );
    expect(desk.closesSwitch("e-commerce", { channel: "wap-bank" })).toEqual({
      ok: false,
      refusal: { code: "e-bank.not-open", channel: "wap-bank" },
    });
  });

  test("P25: has closed it for good: neither a new day nor a new login opens it", () => {
    const desk = openOnlineDeskFor();
    desk.closesSwitch("outward-transfer");

    desk.at("2026-03-25 09:00:00");
    desk.logsIn();

    expect(wordOf(desk.pays(transfer))).toBe("e-bank.switch-closed");
  });

  test("P24: closes it under an open challenge, which is then not answered any more", () => {
    const desk = openOnlineDeskFor();
    desk.pays(transfer);
    desk.closesSwitch("outward-transfer");

    const reply = desk.answers(desk.rightAnswer(), transfer);

    expect(wordOf(reply)).toBe("e-bank.switch-closed");
    expect(desk.balance("a-1")).toBe(8_000_00);
  });
});
