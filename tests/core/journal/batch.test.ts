import { describe, expect, test } from "vitest";
import { Batch, RequestId } from "#core/journal/batch.ts";
import { Entry } from "#core/journal/entry.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("a batch of the journal", () => {
  test("C05: comes back from its text exactly as it was posted", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1", { numbering: "same" }));
    desk.does(desk.order(desk.caseOf("k-1")));
    desk.does(desk.arrive("o-1"));
    desk.at("2026-03-26");
    desk.does(desk.collect("o-1"));

    for (const batch of desk.batches()) {
      expect(Batch.parse(JSON.parse(JSON.stringify(batch)))).toEqual(batch);
    }
    expect(desk.batches().map(({ sequence }) => sequence)).toEqual(
      desk.batches().map((_, index) => index + 1),
    );
  });

  test("C05: holds at least one entry, a sequence from 1, and at most two approvers", () => {
    const desk = openLossDeskFor();
    const { batch } = desk.does(desk.formal("k-1"));
    const accepts = (over: object) => Batch.safeParse({ ...batch, ...over }).success;

    expect(accepts({})).toBe(true);
    expect(accepts({ entries: [] })).toBe(false);
    expect(accepts({ sequence: 0 })).toBe(false);
    expect(accepts({ approvers: ["0100", "0101"] })).toBe(true);
    expect(accepts({ approvers: ["0100", "0101", "0900"] })).toBe(false);
    expect(accepts({ teller: "nobody" })).toBe(false);
    expect(accepts({ schema: 2 })).toBe(false);
  });

  test("D09: names who spoke for it, and the level and hash that were spoken for", () => {
    const desk = openLossDeskFor();

    const { batch } = desk.does(desk.formal("k-1"));

    const given = desk
      .batches()
      .flatMap(({ entries }) => entries)
      .find((entry) => entry.type === "authorisation.given");
    expect(batch.approvers).toEqual(["0100"]);
    expect(given?.grant).toMatchObject({
      level: "A2",
      maker: "0001",
      branch: "0200",
      approvers: ["0100"],
      status: "whole",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(batch.entries).toContainEqual({ type: "authorisation.spent", grant: given?.grant.id });
  });

  test("D09: keeps a denial with its reason", () => {
    const declined = {
      type: "authorisation.declined",
      hash: "0".repeat(64),
      level: "A2",
      approver: "0100",
      why: "证件与屏幕不符",
    };

    expect(Entry.parse(declined)).toEqual(declined);
    expect(Entry.safeParse({ ...declined, hash: "0" }).success).toBe(false);
  });

  test("C05: knows no entry besides its own", () => {
    expect(Entry.safeParse({ type: "hold.forgotten", hold: "h-1" }).success).toBe(false);
    expect(Entry.safeParse({ type: "hold.lifted" }).success).toBe(false);
    expect(Entry.options.length).toBe(new Set(Entry.options.map(typeOf)).size);
  });

  test("design 6: a request is known by an id of eight to forty letters, digits and hyphens", () => {
    const accepts = (id: string) => RequestId.safeParse(id).success;

    expect(accepts("1234567")).toBe(false);
    expect(accepts("12345678")).toBe(true);
    expect(accepts("a".repeat(40))).toBe(true);
    expect(accepts("a".repeat(41))).toBe(false);
    expect(accepts("1234567;")).toBe(false);
  });
});

const typeOf = (option: (typeof Entry.options)[number]) => option.unwrap().shape.type.value;
