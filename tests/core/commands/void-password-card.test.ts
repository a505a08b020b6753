import { describe, expect, test } from "vitest";
import { voidCard } from "#core/commands/void-password-card.ts";
import { PasswordCardId } from "#core/password-card/password-card.ts";
import { openEBankDeskFor } from "#tests/support/e-bank-desk.ts";

const challenge = {
  id: "ch-7",
  coordinates: ["A3", "B2"],
  binding: "ab".repeat(32),
  nonce: "cd".repeat(16),
  askedAt: Date.UTC(2026, 2, 18, 2, 14),
  expiresAt: Date.UTC(2026, 2, 18, 2, 19),
  status: "open",
} as const;

describe("voiding a password card within another posting", () => {
  test("4.1, 5.3: ends its life, drops its open challenge and takes it off the registered card", () => {
    const desk = openEBankDeskFor();
    const id = desk.enterPasswordCard("k-1", { challenge });
    const card = desk.see("passwordCard", id);
    expect(card.challenge?.status).toBe("open");

    desk.post([...voidCard(card, { reason: "lost", returned: false }, desk.context())]);

    expect(desk.see("passwordCard", id)).toMatchObject({ life: "void", voidReason: "lost" });
    expect(desk.see("passwordCard", id).challenge).toBeUndefined();
    expect(desk.relationOf("c-1", "password-card")).toBeUndefined();
  });

  test("P20: names the card that takes its place", () => {
    const desk = openEBankDeskFor();
    const id = desk.enterPasswordCard("k-1");
    const replacedBy = PasswordCardId.parse("p-2");
    const voiding = { reason: "damaged", returned: true, replacedBy } as const;

    const entries = voidCard(desk.see("passwordCard", id), voiding, desk.context());

    expect(entries[0]).toEqual({
      type: "password-card.voided",
      passwordCard: "p-1",
      reason: "damaged",
      returned: true,
      replacedBy: "p-2",
    });
  });

  test("5.3: closes what says she has a card, and leaves her channels and everybody else's card", () => {
    const desk = openEBankDeskFor();
    const id = desk.enterPasswordCard("k-1");
    desk.enter(2);
    desk.enterPasswordCard("k-2", { serial: "029900000099" });

    desk.post([
      ...voidCard(
        desk.see("passwordCard", id),
        { reason: "lost", returned: false },
        desk.context(),
      ),
    ]);

    expect(desk.relationOf("c-1", "internet-bank")?.status).toBe("active");
    expect(desk.relationOf("c-1", "password-card")).toBeUndefined();
    expect(desk.relationOf("c-2", "password-card")?.label).toBe("029900000099");
  });

  test("5.3: closes nothing where the card hangs on nothing any more", () => {
    const desk = openEBankDeskFor();
    const id = desk.enterPasswordCard("k-1");
    const { id: relation = "" } = desk.relationOf("c-1", "password-card") ?? {};
    desk.post([{ type: "relations.closed", relations: [relation] }]);

    const entries = voidCard(
      desk.see("passwordCard", id),
      { reason: "lost", returned: false },
      desk.context(),
    );

    expect(entries.map(({ type }) => type)).toEqual(["password-card.voided"]);
  });
});
