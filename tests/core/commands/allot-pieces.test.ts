import { describe, expect, test } from "vitest";
import { piecesLeft } from "#core/voucher/stock.ts";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import {
  type EBankDesk,
  FIRST_IN_VAULT,
  FIRST_PASSWORD_CARD,
  LAST_PASSWORD_CARD,
  openEBankDesk,
} from "#tests/support/e-bank-desk.ts";

const drawn = (count: number, kind: RawInput<"8001">["kind"] = "password-card"): RawRequest => ({
  code: "8001",
  input: { kind, count },
});

const held = (desk: EBankDesk, holder: string) =>
  desk.books().find("stock", `password-card:${holder}`);

describe("drawing pieces from the vault", () => {
  test("V07: puts the lowest of the vault into the teller's own box", () => {
    const desk = openEBankDesk();

    const { decision, batch } = desk.does(drawn(10));

    expect(decision).toMatchObject({ level: "A1", slip: "general" });
    expect(batch.approvers).toEqual(["0002"]);
    expect(decision.outcome.facts).toEqual([
      { name: "voucher", kind: "term", term: "voucher.password-card" },
      { name: "pieces", kind: "text", text: "10" },
      { name: "firstSerial", kind: "text", text: FIRST_IN_VAULT },
      { name: "lastSerial", kind: "text", text: "030000000050" },
    ]);
    expect(held(desk, "0001")?.ranges).toEqual([
      { first: FIRST_PASSWORD_CARD, last: "030000000050" },
    ]);
    expect(held(desk, "vault")?.ranges).toEqual([
      { first: "030000000051", last: LAST_PASSWORD_CARD },
    ]);
  });

  test("V07: fills the box of whoever asks, and no other", () => {
    const desk = openEBankDesk();
    desk.seat("0002");
    const asked = desk.ask(drawn(5), "0001");
    const grant = asked.ok ? asked.value.id : "";

    expect(desk.run(drawn(5), { grant }).ok).toBe(true);

    expect(held(desk, "0002")?.ranges).toEqual([{ first: FIRST_IN_VAULT, last: "030000000045" }]);
    expect(piecesLeft(held(desk, "0001"))).toBe(40);
  });

  test("V05: gives the last piece of the vault, and not one more", () => {
    const desk = openEBankDesk();
    const before = desk.batches().length;

    expect(desk.run(drawn(61))).toEqual({
      ok: false,
      refusal: { code: "voucher.vault-short", left: 60 },
    });
    expect(desk.batches()).toHaveLength(before);
    desk.does(drawn(60));
    expect(held(desk, "vault")?.ranges).toEqual([]);
    expect(desk.refusal(drawn(1))).toEqual({ code: "voucher.vault-short", left: 0 });
  });

  test("V07: gives nothing of a kind the vault has none of", () => {
    const desk = openEBankDesk();

    expect(desk.refusal(drawn(1, "usb-key"))).toEqual({ code: "voucher.vault-short", left: 0 });
    expect(desk.refusal(drawn(1, "card"))).toEqual({ code: "voucher.vault-short", left: 0 });
  });

  test("V02: pieces that are lower than those of the box are used before them", () => {
    const desk = openEBankDesk();
    const ranges = [{ first: "030000000090", last: "030000000091" }];
    const stock = { id: "password-card:0001", kind: "password-card", holder: "0001" } as const;
    desk.post([{ type: "stock.placed", stock: { ...stock, ranges } }]);

    desk.does(drawn(2));

    expect(desk.nextPiece("password-card")).toBe(FIRST_IN_VAULT);
    expect(held(desk, "0001")?.ranges).toEqual([
      { first: FIRST_IN_VAULT, last: "030000000042" },
      ...ranges,
    ]);
  });

  test("V05: neither makes nor loses a piece, draw after draw", () => {
    const desk = openEBankDesk();
    const sums = [1, 7, 30].map((count) => {
      desk.does(drawn(count));
      return piecesLeft(held(desk, "0001")) + piecesLeft(held(desk, "vault"));
    });

    expect(sums).toEqual([100, 100, 100]);
    expect(piecesLeft(held(desk, "0001"))).toBe(78);
  });

  test("V03: is counted by two, and the preview is what happens", () => {
    const desk = openEBankDesk();
    const preview = desk.preview(drawn(3));

    expect(desk.run(drawn(3))).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A1" },
    });
    expect(preview).toEqual({ ok: true, value: desk.does(drawn(3)).decision });
  });
});
