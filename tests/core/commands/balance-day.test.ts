import { describe, expect, test } from "vitest";
import { DaySeal, SealCode } from "#core/day/day-seal.ts";
import { openLossDesk } from "#tests/support/loss-desk.ts";

const seal = { code: "1105", input: {} } as const;

const sealed = (desk: ReturnType<typeof openLossDesk>) => {
  const { batch } = desk.does(seal);
  const [entry] = batch.entries;
  if (entry?.type !== "day.sealed") throw new Error("the day end seals");
  return entry;
};

describe("1105, the day-end seal", () => {
  test("C03: a second teller agrees, and the seal speaks of every frame before it", () => {
    const desk = openLossDesk();
    const before = desk.batches().length;

    const { decision, batch } = desk.does(seal);

    expect(decision).toMatchObject({ level: "A1", slip: "day-seal" });
    expect(batch.approvers).toEqual(["0002"]);
    // The second teller's word is a frame too, and the last one before the seal.
    expect(batch.entries[0]).toMatchObject({
      type: "day.sealed",
      seal: { date: "2026-03-18", first: 1, last: before + 1, branch: "0200" },
    });
  });

  test("C03: a day is sealed once; the next day goes on where it ended", () => {
    const desk = openLossDesk();
    const first = sealed(desk);

    expect(desk.refusal(seal)).toEqual({ code: "day.sealed-already", date: "2026-03-18" });
    desk.at("2026-03-18 23:59:59");
    expect(desk.refusal(seal)).toEqual({ code: "day.sealed-already", date: "2026-03-18" });
    desk.at("2026-03-19");
    expect(sealed(desk).seal).toMatchObject({ date: "2026-03-19", first: first.seal.last + 1 });
    expect(desk.see("branch", "branch").seal?.date).toBe("2026-03-19");
  });

  test("what the preview shows is what the receipt says; what only the posting knows is on paper", () => {
    const desk = openLossDesk();
    const preview = desk.preview(seal);
    const { decision } = desk.does(seal);

    expect(preview.ok && preview.value.outcome).toEqual(decision.outcome);
    const onPaper = decision.paper?.map(({ name }) => name) ?? [];
    expect(onPaper).toEqual(
      expect.arrayContaining(["sealedTo", "chainHead", "signer", "sealCode"]),
    );
  });

  test("the entry is a seal and its code, as the journal takes them", () => {
    const { seal: kept, code } = sealed(openLossDesk());

    expect(DaySeal.parse(kept)).toEqual(kept);
    expect(SealCode.parse(code)).toBe(code);
  });
});
