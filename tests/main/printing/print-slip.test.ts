import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Outcome } from "#core/slip/outcome.ts";
import type { PrintSlip } from "#main/config.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

let counter: TestedWorkstation;
let people: AtCounter;
let printer: PrintSlip;

beforeAll(async () => {
  const printSlip: PrintSlip = (print) => printer(print);
  counter = await openWorkstation(undefined, "demonstration", { ...ownMachine(), printSlip });
  people = atCounter(counter);
});
beforeEach(async () => {
  printer = async () => ({ ok: true, value: "done" });
  await people.sit();
});
afterAll(() => counter.close());

async function newSlip(): Promise<string> {
  const { accounts } = await people.seen("c-36");
  const request = { code: "3011", input: { account: accounts[0]?.id, amount: 1_00 } } as const;
  return (await people.done(request)).slip ?? "";
}

const print = (slip: string, to: "pdf" | "printer" = "printer") =>
  counter.ask("slip.print", { slip, to, language: "zh-CN" });

async function reprint(slip: string): Promise<void> {
  const request = { code: "9003", input: { slip, reason: "paper jam" } } as const;
  await people.done(request, { grant: await people.grant(request, "2001") });
}

describe("a slip (3.12)", () => {
  test("comes out once, and once more for every reprint that was authorised", async () => {
    const slip = await newSlip();
    expect(await print(slip)).toEqual({ ok: true, value: {} });
    expect(await print(slip)).toEqual({ ok: false, refusal: { code: "slip.printed", slip } });

    await reprint(slip);
    expect(await print(slip)).toMatchObject({ ok: true });
    expect(await print(slip)).toMatchObject({ refusal: { code: "slip.printed" } });
  });

  test("goes into a file beside the data folder; its copy goes into another", async () => {
    const slip = await newSlip();
    expect(await print(slip, "pdf")).toEqual({
      ok: true,
      value: { file: `${counter.folder}-slips/${slip}.pdf` },
    });

    await reprint(slip);
    expect(await print(slip, "pdf")).toMatchObject({
      value: { file: `${counter.folder}-slips/${slip}-copy-1.pdf` },
    });
  });

  test("does not come out twice by a double click", async () => {
    const slip = await newSlip();
    let out = 0;
    printer = async () => {
      out += 1;
      return { ok: true, value: "done" };
    };
    const both = await Promise.all([print(slip), print(slip)]);

    expect(both).toMatchObject([{ ok: true }, { refusal: { code: "slip.printed" } }]);
    expect(out).toBe(1);
  });

  test("is not counted when the printer's dialog was called off, nor when it failed", async () => {
    const slip = await newSlip();
    printer = async () => ({ ok: false, refusal: { code: "printer.cancelled" } });
    expect(await print(slip)).toEqual({ ok: false, refusal: { code: "printer.cancelled" } });
    printer = async () => {
      throw new Error("no paper");
    };
    await expect(print(slip)).rejects.toThrow("no paper");

    printer = async () => ({ ok: true, value: "done" });
    expect(await print(slip)).toMatchObject({ ok: true });
  });

  test("T13: that was reported lost is void and comes out no more", async () => {
    const { lossCases } = await people.seen("c-9");
    const { number: lossCase, slip = "" } = lossCases[0] ?? {};
    const identity = await people.identity("c-9");
    const { balance } = (await people.seen("c-9")).accounts[0] ?? {};
    const input = { lossCase, reporter: { by: "holder" }, identity, amount: balance, signed: true };
    const request = { code: "4005", input } as const;
    await people.done(request, { grant: await people.grant(request, "2001") });

    expect(await print(slip)).toEqual({ ok: false, refusal: { code: "slip.void" } });
  });

  test("that nobody issued does not come out", async () => {
    expect(await print("010120260318000000")).toEqual({
      ok: false,
      refusal: { code: "slip.unknown" },
    });
  });

  test("D02: comes out for nobody who is not at work", async () => {
    const slip = await newSlip();
    await counter.get("session.lock", { idle: true });

    expect(await print(slip)).toMatchObject({ refusal: { code: "teller.locked" } });
  });
});

describe("a slip on a screen", () => {
  test("is shown to somebody at work, and to nobody else", async () => {
    const slip = await newSlip();
    expect(await counter.ask("slip.view", { slip })).toMatchObject({ value: { number: slip } });
    expect(await counter.ask("slip.view", { slip: "none" })).toMatchObject({ ok: false });

    await counter.get("session.lock", { idle: true });
    expect(await counter.ask("slip.view", { slip })).toMatchObject({
      refusal: { code: "teller.locked" },
    });
  });

  test("is shown to the page that prints it, though its teller has left the desk", async () => {
    const slip = await newSlip();
    const other = await newSlip();
    printer = async () => {
      await counter.get("session.lock", { idle: true });
      expect(await counter.ask("slip.view", { slip })).toMatchObject({ ok: true });
      expect(await counter.ask("slip.view", { slip: other })).toMatchObject({ ok: false });
      return { ok: true, value: "done" };
    };

    expect(await print(slip)).toMatchObject({ ok: true });
  });
});

describe("the number of a payee that a customer agrees on (5011)", () => {
  const payee = { name: "收款人", account: "6228480000000000018" };
  const masked = "6228***********0018";
  const numberIn = ({ facts }: Pick<Outcome, "facts">) =>
    facts.flatMap((fact) =>
      fact.name === "payeeAccount" && fact.kind === "text" ? fact.text : [],
    );

  test("K01, R19: stands in full where she checks and signs it, and masked everywhere else", async () => {
    const card = await people.cardOf("c-34");
    const { account = "" } = (await people.seen("c-34")).cards.find(({ id }) => id === card) ?? {};
    const identity = await people.identity("c-34");
    const { ref: swipe } = await people.swiped(card);
    const pin = await people.pin(account, await people.pinOf("c-34"));
    const input = { action: "agree", payee, card, swipe, identity, pin, signed: true };
    const request = { code: "5011", input } as const;

    const { outcome } = await counter.get("transaction.preview", request);
    const grant = await people.grant(request, "2001");
    const { slip = "" } = await people.done(request, { grant });
    const onPaper: string[] = [];
    printer = async () => {
      onPaper.push(...numberIn(await counter.get("slip.view", { slip })));
      return { ok: true, value: "done" };
    };
    await print(slip);

    expect(numberIn(outcome)).toEqual([payee.account]);
    expect(onPaper).toEqual([payee.account]);
    expect(numberIn(await counter.get("slip.view", { slip }))).toEqual([masked]);
    const slips = await counter.get("slip.list", { text: slip, page: 0 });
    expect(slips.rows.flatMap(numberIn)).toEqual([masked]);
    const journal = await counter.get("journal.list", { code: "5011", page: 0 });
    expect(journal.rows.flatMap((row) => (row.outcome ? numberIn(row.outcome) : []))).toEqual([
      masked,
    ]);
  });
});
