import { describe, expect, test } from "vitest";
import { timeOf } from "#core/calendar/instant.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("an oral report", () => {
  test("T06: of 18 March 2026 still holds in the last second of 23 March", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");

    desk.at("2026-03-23 23:59:59");

    expect(desk.see("lossCase", number).oralLastDay).toBe("2026-03-23");
    expect(desk.preview(desk.upgrade(number)).ok).toBe(true);
    expect(desk.see("lossCase", number).status).toBe("oral-active");
    expect(desk.see("hold", `h-${number}`).status).toBe("active");
  });

  test("T06: lapses at 00:00 of 24 March, whether or not anybody looks", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");

    desk.at("2026-03-24 00:00:00");

    expect(desk.refusal(desk.upgrade(number))).toEqual({
      code: "loss.lapsed",
      lastDay: "2026-03-23",
    });
    expect(desk.see("lossCase", number).status).toBe("lapsed");
    expect(desk.see("card", "k-1").loss).toBe("none");
    expect(desk.run(desk.payOut("k-1"))).toMatchObject({ ok: true });
  });

  test("T06: that would end within the Labour Day break lasts through the day after it", () => {
    const desk = openLossDeskFor();
    desk.at("2026-04-27 09:00:00");

    desk.does(desk.oral("k-1")); // Five days end on Saturday 2 May; the break lasts to 5 May.

    expect(desk.see("lossCase", desk.caseOf("k-1")).oralLastDay).toBe("2026-05-06");
  });

  test("T06: that ends on the eve of the break is not extended", () => {
    const desk = openLossDeskFor();
    desk.at("2026-04-25 09:00:00");

    desk.does(desk.oral("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).oralLastDay).toBe("2026-04-30");
  });

  test("T06: that would end in the National Day break lasts through 8 October", () => {
    const desk = openLossDeskFor();
    desk.at("2026-09-28 16:00:00");

    desk.does(desk.oral("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).oralLastDay).toBe("2026-10-08");
  });

  test("T06: that ends on a Saturday worked in exchange is not extended", () => {
    const desk = openLossDeskFor();
    desk.at("2026-10-05 16:00:00");

    desk.does(desk.oral("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).oralLastDay).toBe("2026-10-10");
  });

  test("T07: lasts as long as the bank's parameter says", () => {
    const desk = openLossDeskFor();
    desk.set({ lossOralDays: 15 });

    desk.does(desk.oral("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).oralLastDay).toBe("2026-04-02");
  });

  test("T08: takes only its own hold along when it lapses", () => {
    const desk = openLossDeskFor();
    desk.hold({ id: "h-court" });
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");

    desk.at("2026-03-24");

    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "account.judicial-freeze" });
    expect(desk.see("hold", `h-${number}`).status).toBe("lifted");
    expect(desk.see("hold", "h-court").status).toBe("active");
  });

  test("T03: may be said by phone, unless the bank takes none", () => {
    const desk = openLossDeskFor();
    expect(desk.preview(desk.oral("k-1", { channel: "phone" })).ok).toBe(true);

    desk.set({ oralChannels: ["counter"] });

    expect(desk.refusal(desk.oral("k-1", { channel: "phone" }))).toEqual({ code: "loss.channel" });
    expect(desk.preview(desk.oral("k-1")).ok).toBe(true);
  });

  test("T04: is accepted at a second that the case and the slip keep", () => {
    const desk = openLossDeskFor();
    desk.at("2026-03-18 10:15:42");

    const { decision } = desk.does(desk.oral("k-1"));

    const { acceptedAt } = desk.see("lossCase", desk.caseOf("k-1"));
    expect(timeOf(acceptedAt)).toBe("10:15:42");
    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).placedAt).toBe(acceptedAt);
    expect(decision.outcome.facts).toContainEqual({
      name: "acceptedAt",
      kind: "instant",
      instant: acceptedAt,
    });
  });

  test("3.7: by a caller keeps the caller's name and the masked phone", () => {
    const desk = openLossDeskFor();

    const caller = { name: "来电人", phone: "+86 139 0000 1111" };
    const { decision } = desk.does(desk.oral("k-1", { channel: "phone", caller }));

    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "reporter", kind: "term", term: "reporter.agent" },
        { name: "caller", kind: "text", text: "来电人" },
        { name: "callerPhone", kind: "text", text: "139****1111" },
      ]),
    );
  });
});

describe("a written report", () => {
  test("T06, L12: of 18 March 2026 waits through the last second of 25 March", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));

    desk.at("2026-03-25 23:59:59");

    expect(desk.refusal(desk.replace(desk.caseOf("k-1")))).toEqual({
      code: "loss.not-matured",
      maturesOn: "2026-03-26",
    });
  });

  test("T06, L01, L03: can be collected from the first second of 26 March, the eighth day", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));

    desk.at("2026-03-26 00:00:00");

    expect(desk.preview(desk.replace(desk.caseOf("k-1"))).ok).toBe(true);
    expect(desk.see("lossCase", desk.caseOf("k-1")).status).toBe("matured");
  });

  test("T06: whose seventh day is in the Labour Day break matures on 7 May", () => {
    const desk = openLossDeskFor();
    desk.at("2026-04-24 09:00:00");

    desk.does(desk.formal("k-1")); // Seven days end on 1 May; the term lasts through 6 May.

    expect(desk.see("lossCase", desk.caseOf("k-1")).maturesOn).toBe("2026-05-07");
  });

  test("T06: whose seventh day is 30 September matures on 1 October, a holiday", () => {
    const desk = openLossDeskFor();
    desk.at("2026-09-23 09:00:00");

    desk.does(desk.formal("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).maturesOn).toBe("2026-10-01");
  });

  test("T06: whose seventh day is 1 October matures on 9 October", () => {
    const desk = openLossDeskFor();
    desk.at("2026-09-24 09:00:00");

    desk.does(desk.formal("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).maturesOn).toBe("2026-10-09");
  });

  test("L07, T31: keeps the choice between the same number and a new one", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1", { numbering: "same" }));
    expect(desk.see("lossCase", desk.caseOf("k-1")).numbering).toBe("same");

    const other = openLossDeskFor();
    other.does(other.oral("k-1"));
    other.does(other.upgrade(other.caseOf("k-1"), { numbering: "new" }));
    expect(other.see("lossCase", other.caseOf("k-1")).numbering).toBe("new");
  });

  test("T05: waits as long as the bank's parameter says", () => {
    const desk = openLossDeskFor();
    desk.set({ lossFormalDays: 8 });

    desk.does(desk.formal("k-1"));

    expect(desk.see("lossCase", desk.caseOf("k-1")).maturesOn).toBe("2026-03-27");
  });

  test("5.2: counts from the day of writing when it follows an oral one, with no gap in the hold", () => {
    const desk = openLossDeskFor();
    desk.does(desk.oral("k-1"));
    const number = desk.caseOf("k-1");
    const { acceptedAt } = desk.see("lossCase", number);

    desk.at("2026-03-23 17:00:00");
    desk.does(desk.upgrade(number));

    expect(desk.see("lossCase", number)).toMatchObject({
      status: "formal-waiting",
      acceptedAt,
      formalOn: "2026-03-23",
      maturesOn: "2026-03-31",
    });
    expect(desk.books().list("hold", "account", "a-1")).toHaveLength(1);
    expect(desk.see("hold", `h-${number}`)).toMatchObject({
      status: "active",
      placedAt: acceptedAt,
    });
    desk.at("2026-03-24 00:00:00");
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({
      code: "card.reported-lost",
      loss: "formal",
    });
  });

  test("L01, 3.12: prints the day, the branch and what follows if the slip is lost", () => {
    const desk = openLossDeskFor();

    const { decision, batch } = desk.does(desk.formal("k-1"));

    expect(decision.slip).toBe("loss-application");
    expect(decision.outcome.facts).toEqual(
      expect.arrayContaining([
        { name: "numbering", kind: "term", term: "numbering.new" },
        { name: "maturesOn", kind: "date", date: "2026-03-26" },
        { name: "pickUpBranch", kind: "text", text: "0200 样例支行" },
        { name: "note", kind: "term", term: "note.bring-slip" },
        { name: "note", kind: "term", term: "note.slip-loss" },
      ]),
    );
    expect(desk.see("lossCase", desk.caseOf("k-1")).slip).toBe(
      batch.entries
        .flatMap((entry) => (entry.type === "slip.issued" ? entry.slip.number : []))
        .at(0),
    );
  });
});
