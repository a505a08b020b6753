import { describe, expect, test } from "vitest";
import { createTellerStore } from "#renderer/store/teller-store.ts";
import { fakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import { previewView, receiptView } from "#tests/renderer/support/views.ts";

function counter() {
  const store = createTellerStore(
    fakeBridge({
      "transaction.preview": yes(previewView()),
      "transaction.run": yes(receiptView()),
    }),
  );
  store.getState().openScreen("5001");
  return () => store.getState();
}
const voiding = { code: "5003", input: { what: "blank", serial: "030000100001" } } as const;

describe("what must be done first", () => {
  test("lies over the screen, and its receipt leads back to it", async () => {
    const teller = counter();
    const { visit } = teller();

    teller().stepAside("5003", { serial: "030000100001" });
    await teller().previewTransaction(voiding);
    await teller().confirmTransaction();
    expect(teller().transaction.step).toBe("done");
    teller().rejoin();

    expect(teller().aside).toBeUndefined();
    expect(teller().transaction.step).toBe("filling");
    expect(teller().place).toEqual({ at: "screen", code: "5001" });
    expect(teller().visit).toBe(visit);
  });

  test("is left by Esc one step at a time", async () => {
    const teller = counter();
    teller().stepAside("5003");
    await teller().previewTransaction(voiding);

    teller().back();
    expect(teller().aside?.code).toBe("5003");
    teller().back();
    expect(teller().aside).toBeUndefined();
    teller().back();

    expect(teller().place).toEqual({ at: "home" });
  });

  test("never begins while a transaction is under way, nor over itself", async () => {
    const teller = counter();
    await teller().previewTransaction({ code: "5001", input: {} });
    teller().stepAside("5003");
    expect(teller().aside).toBeUndefined();

    teller().back();
    teller().stepAside("5003", { serial: "030000100001" });
    teller().stepAside("8001");

    expect(teller().aside?.code).toBe("5003");
  });

  test("is gone as soon as the teller opens another screen", () => {
    const teller = counter();
    teller().stepAside("5003");

    teller().openScreen("4001");

    expect(teller().aside).toBeUndefined();
  });
});
