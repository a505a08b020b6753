import { describe, expect, test } from "vitest";
import type { BatchToMake } from "#core/commands/command.ts";
import { known } from "#core/kernel/assert.ts";
import type { RawRequest } from "#tests/support/counter.ts";
import { LAST_PASSWORD_CARD, openEBankDesk } from "#tests/support/e-bank-desk.ts";
import { type LossDesk, openLossDesk } from "#tests/support/loss-desk.ts";

const shopKey = { x: "x".repeat(43), y: "y".repeat(43) };
const made = (count: number): RawRequest => ({ code: "8007", input: { count, shopKey } });

/** Pieces in a hand, as they came to a branch before it made batches of its own. */
function placed(kind: "password-card" | "usb-key", holder: string, first: string, last: string) {
  const stock = { id: `${kind}:${holder}`, kind, holder, ranges: [{ first, last }] };
  return { type: "stock.placed", stock } as const;
}

function previewOf(desk: LossDesk, request: RawRequest) {
  const preview = desk.preview(request);
  return known(preview.ok ? preview.value : undefined, "a batch may be made");
}

function approvedBy(desk: LossDesk, request: RawRequest): string {
  const asked = desk.ask(request, "0900");
  return known(asked.ok ? asked.value.id : undefined, "the branch head approves");
}

/** The file of a batch that lies ready for the shop. */
function fileFor(desk: LossDesk, { batch }: BatchToMake, key = "s".repeat(43)): string {
  const file = { name: "batch.jwe", sha256: "0f".repeat(32), shopKey: key };
  return desk.keep({ type: "batch-file", batch: { ...batch, file } });
}

describe("making a batch of password cards", () => {
  test("V01: begins with the first serial of all, with the layout of the day", () => {
    const desk = openLossDesk();

    const { decision } = desk.does(made(100_000));

    expect(decision).toMatchObject({ level: "A3", slip: "general" });
    expect(desk.see("passwordCardBatch", "b-1")).toEqual({
      id: "b-1",
      first: "030000000001",
      last: "030000100000",
      version: 1,
      grid: { columns: 8, rows: 10, cellDigits: 3, challengeSize: 2 },
      madeOn: "2026-03-18",
      file: expect.objectContaining({ name: "b-1.jwe" }),
      delivered: [],
    });
  });

  test("V02: goes on where the highest batch ends, so that successive ones adjoin", () => {
    const desk = openLossDesk();

    desk.does(made(1));
    desk.does(made(250));
    desk.does(made(3));

    const ranges = desk
      .books()
      .all("passwordCardBatch")
      .map(({ id, first, last }) => [id, first, last]);
    expect(ranges).toEqual([
      ["b-1", "030000000001", "030000000001"],
      ["b-2", "030000000002", "030000000251"],
      ["b-3", "030000000252", "030000000254"],
    ]);
  });

  test("V02: goes on after cards that came with the branch", () => {
    const desk = openEBankDesk();

    desk.does(made(2));

    expect(desk.see("passwordCardBatch", "b-2")).toMatchObject({
      first: String(Number(LAST_PASSWORD_CARD) + 1).padStart(12, "0"),
      last: "030000000102",
    });
  });

  test("V02: goes on after pieces that lie in a hand without a batch, whosever it is", () => {
    const desk = openLossDesk();
    desk.post([
      placed("password-card", "0001", "030000100001", "030000100050"),
      placed("password-card", "vault", "030000300001", "030000300500"),
      placed("usb-key", "0001", "060000000001", "060000000005"),
    ]);

    desk.does(made(200_000));

    expect(desk.see("passwordCardBatch", "b-1")).toMatchObject({
      first: "030000300501",
      last: "030000500500",
    });
  });

  test("V02: goes on after pieces that were used up or void, though no hand has one", () => {
    const desk = openLossDesk();
    const last = "030000300500";
    const piece = {
      kind: "password-card",
      serial: last,
      teller: "0001",
      status: "voided",
    } as const;
    desk.post([
      placed("password-card", "0001", last, last),
      { type: "piece.taken", piece: { id: `password-card:${last}`, ...piece } },
    ]);

    desk.does(made(1));

    expect(desk.see("passwordCardBatch", "b-1")).toMatchObject({
      first: "030000300501",
      last: "030000300501",
    });
  });

  test("V01: puts nothing into the vault before the printed cards come back", () => {
    const desk = openLossDesk();

    desk.does(made(100));

    expect(desk.books().find("stock", "password-card:vault")).toBeUndefined();
    expect(desk.refusal({ code: "8001", input: { kind: "password-card", count: 1 } })).toEqual({
      code: "voucher.vault-short",
      left: 0,
    });
  });

  test("D02: needs the branch head's word, and the preview is what happens", () => {
    const desk = openLossDesk();
    const preview = previewOf(desk, made(5));

    expect(desk.run(made(5))).toMatchObject({
      refusal: { code: "authorisation.needed", level: "A3" },
    });
    const { decision, batch } = desk.does(made(5));

    expect(decision.outcome).toEqual(preview.outcome);
    expect(preview.make).toEqual({ count: 5, batch: expect.objectContaining({ id: "b-1" }) });
    expect(batch.approvers).toEqual(["0900"]);
    expect(decision.outcome.facts).toEqual([
      { name: "batch", kind: "text", text: "b-1" },
      { name: "cardsMade", kind: "text", text: "5" },
      { name: "firstSerial", kind: "text", text: "030000000001" },
      { name: "lastSerial", kind: "text", text: "030000000005" },
      { name: "cells", kind: "text", text: "8 × 10, 3, 2" },
      { name: "note", kind: "term", term: "note.shop-file-once" },
    ]);
  });

  test("5.0: has the layout that the bank chose for cards from now on", () => {
    const desk = openLossDesk();
    const { passwordCard } = desk.context().parameters;
    const grid = { columns: 10, rows: 12, cellDigits: 4, challengeSize: 3 };
    desk.set({ passwordCard: { ...passwordCard, grid } });

    desk.does(made(1));

    expect(desk.see("passwordCardBatch", "b-1").grid).toEqual(grid);
  });
});

describe("a batch that is interrupted", () => {
  test("does not exist without its file, and its serials go to the next one", () => {
    const desk = openLossDesk();
    const grant = approvedBy(desk, made(100));
    const before = desk.batches().length;

    expect(desk.run(made(100), { grant })).toEqual({
      ok: false,
      refusal: { code: "batch.not-made" },
    });

    expect(desk.batches()).toHaveLength(before);
    expect(desk.books().all("passwordCardBatch")).toEqual([]);
    desk.does(made(3));
    expect(desk.see("passwordCardBatch", "b-1").first).toBe("030000000001");
  });

  test("may be posted later with the same approval, once its file lies ready", () => {
    const desk = openLossDesk();
    const grant = approvedBy(desk, made(100));
    const { make } = previewOf(desk, made(100));
    desk.run(made(100), { grant });

    const written = fileFor(desk, known(make, "a batch is to be made"));

    expect(desk.run(made(100), { grant, written }).ok).toBe(true);
    expect(desk.see("passwordCardBatch", "b-1").file).toEqual({
      name: "batch.jwe",
      sha256: "0f".repeat(32),
      shopKey: "s".repeat(43),
    });
  });

  test("is not posted with the file of another batch, nor with a card that was written", () => {
    const desk = openEBankDesk();
    const grant = approvedBy(desk, made(100));
    const other = known(previewOf(desk, made(99)).make, "a batch is to be made");
    const { write } = previewOf(desk, desk.exchange("k-1"));
    const card = desk.keep({ type: "written", ...known(write, "a card is to be written") });
    const notMade = { ok: false, refusal: { code: "batch.not-made" } };

    expect(desk.run(made(100), { grant, written: fileFor(desk, other) })).toEqual(notMade);
    expect(desk.run(made(100), { grant, written: card })).toEqual(notMade);
    expect(desk.books().count("passwordCardBatch")).toBe(1);
  });

  test("is not posted once its layout or its day is no longer the one of the file", () => {
    const desk = openLossDesk();
    const make = known(previewOf(desk, made(5)).make, "a batch is to be made");
    const written = fileFor(desk, make);
    const { passwordCard } = desk.context().parameters;
    const notMade = { ok: false, refusal: { code: "batch.not-made" } };

    desk.set({ passwordCard: { ...passwordCard, grid: { ...passwordCard.grid, cellDigits: 4 } } });
    expect(desk.run(made(5), { grant: approvedBy(desk, made(5)), written })).toEqual(notMade);
    desk.set({ passwordCard });
    desk.at("2026-03-19 09:00:00");
    expect(desk.run(made(5), { grant: approvedBy(desk, made(5)), written })).toEqual(notMade);
  });

  test("is not posted once another batch took its serials", () => {
    const desk = openLossDesk();
    const written = fileFor(desk, known(previewOf(desk, made(5)).make, "a batch is to be made"));
    desk.does(made(5));
    const grant = approvedBy(desk, made(5));

    expect(desk.run(made(5), { grant, written })).toMatchObject({
      refusal: { code: "batch.not-made" },
    });
  });

  test("is refused with a key of the shop that an earlier batch was encrypted with", () => {
    const desk = openLossDesk();
    const next = () => known(previewOf(desk, made(5)).make, "a batch is to be made");
    const run = (key: string) =>
      desk.run(made(5), {
        grant: approvedBy(desk, made(5)),
        written: fileFor(desk, next(), key),
      });

    expect(run("a".repeat(43)).ok).toBe(true);
    expect(run("a".repeat(43))).toEqual({
      ok: false,
      refusal: { code: "batch.shop-key-used", batch: "b-1" },
    });
    expect(run("b".repeat(43)).ok).toBe(true);
    expect(run("a".repeat(43))).toMatchObject({ refusal: { batch: "b-1" } });
  });
});
