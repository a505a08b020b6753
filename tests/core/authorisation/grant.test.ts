import { describe, expect, test } from "vitest";
import { approve } from "#core/authorisation/grant.ts";
import { isWorth, Level } from "#core/authorisation/level.ts";
import { Role } from "#core/teller/teller.ts";
import { type LossDesk, openLossDeskFor } from "#tests/support/loss-desk.ts";

const GRANT_MS = 5 * 60 * 1000;

/** A desk with a request of level A1, A2 or A3 that is ready but for the approval. */
function needs(level: "A1" | "A2" | "A3") {
  const desk = openLossDeskFor();
  if (level === "A2") return { desk, request: desk.formal("k-1") };
  if (level === "A1") {
    desk.does(desk.oral("k-1"));
    return { desk, request: desk.withdraw(desk.caseOf("k-1")) };
  }
  desk.hold({ id: "h-1", kind: "full-block", source: { type: "bank", reason: "涉诈" } });
  return { desk, request: desk.exchange("k-1", { numbering: "same" }) };
}

/** Who approves, and what became of it: "half", "whole" or a refusal's code. */
function word(desk: LossDesk, request: Parameters<LossDesk["ask"]>[0], approver: string): string {
  const asked = desk.ask(request, approver);
  return asked.ok ? asked.value.status : asked.refusal.code;
}

const idOf = (asked: ReturnType<LossDesk["ask"]>) => (asked.ok ? asked.value.id : "");

describe("how much a person's word is worth", () => {
  test("3.9: follows from the role alone", () => {
    const worth = Role.options.map((role) => [
      role,
      ...Level.options.map((level) => isWorth(role, level)),
    ]);

    expect(worth).toEqual([
      ["teller", "whole", "whole", "nothing", "nothing"],
      ["supervisor", "whole", "whole", "whole", "half"],
      ["branch-head", "whole", "whole", "whole", "whole"],
      ["auditor", "nothing", "nothing", "nothing", "nothing"],
      ["administrator", "nothing", "nothing", "nothing", "nothing"],
    ]);
  });
});

describe("approving a request", () => {
  test("3.9: at A1 a second teller is enough", () => {
    const { desk, request } = needs("A1");

    expect(word(desk, request, "0002")).toBe("whole");
    expect(word(desk, request, "0700")).toBe("authorisation.level");
  });

  test("3.9: at A2 it takes a supervisor", () => {
    const { desk, request } = needs("A2");

    expect(desk.ask(request, "0002")).toEqual({
      ok: false,
      refusal: { code: "authorisation.level", level: "A2" },
    });
    expect(word(desk, request, "0100")).toBe("whole");
  });

  test("3.9: at A3 it takes the branch head, or two supervisors", () => {
    const { desk, request } = needs("A3");
    expect(word(desk, request, "0900")).toBe("whole");

    const two = needs("A3");
    expect(word(two.desk, two.request, "0100")).toBe("half");
    expect(word(two.desk, two.request, "0101")).toBe("whole");
  });

  test("3.9: the same supervisor twice is one supervisor", () => {
    const { desk, request } = needs("A3");
    const first = desk.ask(request, "0100");

    expect(desk.ask(request, "0100")).toEqual({
      ok: false,
      refusal: { code: "authorisation.same-supervisor" },
    });
    expect(desk.run(request, { grant: idOf(first) })).toMatchObject({
      refusal: { code: "authorisation.second-supervisor" },
    });
  });

  test("3.9: a supervisor and the branch head make an A3 too", () => {
    const { desk, request } = needs("A3");
    desk.ask(request, "0100");

    const grant = idOf(desk.ask(request, "0900"));

    expect(desk.run(request, { grant })).toMatchObject({
      value: { batch: { approvers: ["0100", "0900"] } },
    });
  });

  test("D03: nobody approves their own request, whatever the role", () => {
    const { desk, request } = needs("A2");
    expect(word(desk, request, "0001")).toBe("authorisation.self");

    const supervisor = desk.see("teller", "0100");
    const asked = { level: "A2", maker: supervisor, earlier: undefined } as const;
    expect(approve(asked, supervisor)).toEqual({
      ok: false,
      refusal: { code: "authorisation.self" },
    });
    expect(approve(asked, desk.see("teller", "0101"))).toEqual({ ok: true, value: "whole" });
  });

  test("D03: a supervisor of another branch does not count", () => {
    const { desk, request } = needs("A2");

    expect(desk.ask(request, "0300")).toEqual({
      ok: false,
      refusal: { code: "authorisation.other-branch" },
    });
  });

  test("D03: half a word given to one teller is not completed for another", () => {
    const { desk, request } = needs("A3");
    desk.ask(request, "0100");
    desk.seat("0002");

    expect(desk.ask(request, "0101")).toEqual({
      ok: false,
      refusal: { code: "authorisation.other-request" },
    });
    expect(word(desk, request, "0900")).toBe("whole");
  });
});

describe("running an approved request", () => {
  test("D09: names the level and the hash it needs where it has no approval", () => {
    const { desk, request } = needs("A2");
    const asked = desk.ask(request, "0100");

    expect(desk.run(request)).toEqual({
      ok: false,
      refusal: {
        code: "authorisation.needed",
        level: "A2",
        hash: asked.ok && asked.value.hash,
      },
    });
    expect(desk.run(request, { grant: "g-none" })).toEqual({
      ok: false,
      refusal: { code: "authorisation.unknown" },
    });
  });

  test("D09: spends the approval, which never serves twice", () => {
    const { desk } = needs("A2");
    const request = desk.deposit({ amount: 50_000_00 });
    const grant = idOf(desk.ask(request, "0100"));

    expect(desk.run(request, { grant })).toMatchObject({
      value: { batch: { approvers: ["0100"] } },
    });
    expect(desk.see("grant", grant).status).toBe("used");
    expect(desk.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.used" },
    });
  });

  test("design 8: takes an approval to its very last millisecond and not one longer", () => {
    const { desk, request } = needs("A2");
    const grant = idOf(desk.ask(request, "0100"));

    desk.pass(GRANT_MS + 1);
    expect(desk.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.expired" },
    });
    desk.pass(-1);
    expect(desk.run(request, { grant })).toMatchObject({ ok: true });
  });

  test("design 8: is refused if one word of it was changed since", () => {
    const { desk, request } = needs("A2");
    const grant = idOf(desk.ask(request, "0100"));

    expect(desk.run(desk.formal("k-1", { reason: "被盗" }), { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.other-request" },
    });
    expect(desk.run(desk.formal("k-1", { numbering: "same" }), { grant })).toMatchObject({
      refusal: { code: "authorisation.other-request" },
    });
    expect(desk.run(desk.formal("k-1"), { grant })).toMatchObject({ ok: true });
  });

  test("design 8: is refused to another teller than the one it was asked for", () => {
    const { desk, request } = needs("A2");
    const grant = idOf(desk.ask(request, "0100"));
    desk.seat("0002");

    expect(desk.run(request, { grant })).toMatchObject({
      refusal: { code: "authorisation.other-request" },
    });
  });

  test("D03: is refused on a grant in which the maker speaks, however it came about", () => {
    const { desk, request } = needs("A2");
    const asked = desk.ask(request, "0100");
    const forged = asked.ok && { ...asked.value, id: "g-forged", approvers: ["0001"] };
    if (forged) desk.post([{ type: "authorisation.given", grant: forged }]);

    expect(desk.run(request, { grant: "g-forged" })).toEqual({
      ok: false,
      refusal: { code: "authorisation.self" },
    });
  });

  test("3.9: is refused where the books have raised the level since", () => {
    const { desk } = needs("A2");
    const request = desk.exchange("k-1", { numbering: "same" });
    const grant = idOf(desk.ask(request, "0100"));
    desk.hold({ id: "h-1", kind: "full-block", source: { type: "bank", reason: "涉诈" } });

    expect(desk.run(request, { grant })).toEqual({
      ok: false,
      refusal: { code: "authorisation.level", level: "A3" },
    });
    desk.post([{ type: "hold.lifted", hold: "h-1" }]);
    expect(desk.run(request, { grant })).toMatchObject({ ok: true });
  });

  test("3.9: at A0 needs and spends none", () => {
    const { desk } = needs("A2");

    const { batch } = desk.does(desk.oral("k-1"));

    expect(batch.approvers).toEqual([]);
    expect(batch.entries.some(({ type }) => type === "authorisation.spent")).toBe(false);
  });
});
