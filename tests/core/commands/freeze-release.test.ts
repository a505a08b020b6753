import { beforeEach, describe, expect, test } from "vitest";
import { instantFact, moneyFact, termFact, textFact } from "#core/slip/facts.ts";
import {
  type FreezeDesk,
  moment,
  openFreezeDesk,
  orderOf,
  papersOf,
} from "#tests/support/freeze-desk.ts";

let desk: FreezeDesk;
beforeEach(() => {
  desk = openFreezeDesk();
});

const months = (count: number) => ({ unit: "months", count }) as const;
const at = (time: string) => ({ deliveredAt: moment(`2026-03-18 ${time}`) });
const court = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("court", at(time)) });
const police = (amount: number, time: string) =>
  orderOf(amount, { papers: papersOf("police", at(time)), term: months(6) });

describe("6004 release", () => {
  test("F09: lets the next take effect in the same posting; its term begins then (F18)", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(5_000_00, "09:30:00"));
    desk.at("2026-08-31 11:00:00");

    const { batch } = desk.does(desk.release(first));

    expect(batch.entries.map(({ type }) => type)).toContain("freeze.took-effect");
    expect(desk.order(second)).toMatchObject({
      status: "active",
      effectiveAt: moment("2026-08-31 11:00:00"),
      endsAt: moment("2027-03-01"),
    });
  });

  test("F09: the preview says who takes effect, with how much and until when", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const papers = papersOf("police", { ...at("09:30:00"), documentNumber: "京公冻字5号" });
    desk.freeze(orderOf(5_000_00, { papers, term: months(6) }));

    const preview = desk.preview(desk.release(first));

    expect(preview.ok && preview.value.outcome.facts).toEqual(
      expect.arrayContaining([
        moneyFact("controlled", 0 as never),
        moneyFact("availableAfter", 5_000_00 as never),
        textFact("promoted", "朝阳公安分局 京公冻字5号"),
        moneyFact("promotedControls", 5_000_00 as never),
        instantFact("promotedUntil", moment("2026-09-19") as never),
        termFact("note", "note.judicial-freeze-stays"),
      ]),
    );
  });

  test("F09: the organ's own paper says nothing of who takes effect, nor what that one holds", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const papers = papersOf("police", { ...at("09:30:00"), documentNumber: "京公冻字5号" });
    desk.freeze(orderOf(5_000_00, { papers, term: months(6) }));

    const { decision, batch } = desk.does(desk.release(first));

    const paper = batch.entries.flatMap((entry) =>
      entry.type === "slip.issued" ? entry.slip.facts : [],
    );
    const ofOthers = ["promoted", "promotedControls", "promotedUntil", "availableAfter"];
    expect(decision.outcome.facts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(ofOthers),
    );
    expect(paper.filter(({ name }) => ofOthers.includes(name))).toEqual([]);
    expect(paper).not.toContainEqual(termFact("note", "note.judicial-freeze-stays"));
    expect(JSON.stringify(paper)).not.toMatch(/京公冻字5号|朝阳公安分局/);
    expect(paper).toContainEqual(termFact("note", "note.freeze-over"));
  });

  test("F09: an end that the next one has not is never said of the order that is released", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const term = { unit: "open" } as const;
    desk.freeze(orderOf(5_000_00, { papers: papersOf("customs", at("09:30:00")), term }));
    const endless = termFact("note", "note.freeze-without-end");
    const factsOf = (request: ReturnType<FreezeDesk["release"]>) => {
      const preview = desk.preview(request);
      return preview.ok ? preview.value.outcome.facts : [];
    };

    const part = factsOf(desk.release(first, "court", 9_000_00));
    expect(part).toContainEqual(termFact("promotedUntil", "freeze-term.open"));
    expect(part).toContainEqual(instantFact("freezeEnds", moment("2027-03-19") as never));
    expect(part).not.toContainEqual(endless);
    const whole = factsOf(desk.release(first));
    expect(whole).toContainEqual(termFact("note", "note.freeze-over"));
    expect(whole).not.toContainEqual(endless);
  });

  test("F07: by another organ is refused, though it be of the same kind", () => {
    const order = desk.freeze(orderOf(1));
    const organ = { kind: "court", name: "海淀区人民法院" } as const;

    expect(desk.refusal(desk.release(order, "police"))).toEqual({
      code: "freeze.other-organ",
      organ: "朝阳区人民法院",
    });
    expect(
      desk.refusal({ code: "6004", input: { order, papers: papersOf("court", { organ }) } }),
    ).toEqual({ code: "freeze.other-organ", organ: "朝阳区人民法院" });
  });

  test("5.4: of a part leaves the rest held; a part that is all of the rest is refused, for that is the whole", () => {
    const order = desk.freeze(orderOf(6_000_00));

    desk.does(desk.release(order, "court", 2_000_00));

    expect([desk.controls(order), desk.available()]).toEqual([4_000_00, 6_000_00]);
    const refused = { code: "freeze.over-rest", rest: 4_000_00 };
    expect(desk.refusal(desk.release(order, "court", 4_000_01))).toEqual(refused);
    expect(desk.refusal(desk.release(order, "court", 4_000_00))).toEqual(refused);
    desk.does(desk.release(order, "court", 3_999_99));
    expect([desk.status(order), desk.controls(order)]).toEqual(["active", 1]);
    desk.does(desk.release(order));
    expect(desk.status(order)).toBe("released");
  });

  test("5.4: of nothing, or of a part of a whole account, is refused", () => {
    const order = desk.freeze(orderOf(6_000_00));
    const other = openFreezeDesk();
    const whole = other.freeze(orderOf(1, { scope: { type: "account", block: "debit" } }));

    expect(desk.refusal(desk.release(order, "court", 0))).toEqual({ code: "freeze.amount-zero" });
    expect(other.refusal(other.release(whole, "court", 1))).toEqual({ code: "freeze.no-part" });
    other.does(other.release(whole));
    expect(other.available()).toBe(10_000_00);
  });

  test("frees neither the loss hold nor another organ's order", () => {
    const order = desk.freeze(court(1_000_00, "09:00:00"));
    const other = desk.freeze(police(2_000_00, "09:30:00"));
    desk.hold({ id: "h-loss", source: { type: "loss", lossCase: "02002603180001" } });

    desk.does(desk.release(order));

    expect(desk.see("hold", "h-loss").status).toBe("active");
    expect(desk.see("hold", `h-${other}`).status).toBe("active");
    expect(desk.see("hold", `h-${order}`).status).toBe("lifted");
    expect(desk.available()).toBe(0);
  });

  test("of what is not there, waits or is over is refused", () => {
    const first = desk.freeze(court(10_000_00, "09:00:00"));
    const second = desk.freeze(police(1, "09:30:00"));

    expect(desk.refusal(desk.release("f-9999"))).toEqual({ code: "freeze.unknown" });
    expect(desk.refusal(desk.release(second, "police"))).toEqual({
      code: "freeze.not-active",
      status: "waiting",
    });
    desk.does(desk.release(first));
    expect(desk.refusal(desk.release(first))).toEqual({
      code: "freeze.not-active",
      status: "released",
    });
  });

  test("by a teller without the duty is refused before anything is said of the order", () => {
    desk.seat("0001");

    expect(desk.refusal(desk.release("f-9999"))).toEqual({ code: "freeze.not-allowed" });
  });
});
