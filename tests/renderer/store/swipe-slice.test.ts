import { describe, expect, test, vi } from "vitest";
import { createTellerStore, listen } from "#renderer/store/teller-store.ts";
import { fakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  customerView,
  previewView,
  swipeView,
  workstationView,
} from "#tests/renderer/support/views.ts";

function counter(session?: object) {
  const bridge = fakeBridge({
    "customer.view": yes(customerView()),
    "transaction.preview": yes(previewView({ level: "A2" })),
  });
  const store = createTellerStore(bridge);
  listen(store, bridge);
  store.getState().tellWorkstation(workstationView(session ? { session } : {}));
  return { bridge, teller: () => store.getState() };
}

describe("a swipe", () => {
  test("opens the page of its customer from wherever the teller is", async () => {
    const { bridge, teller } = counter();

    bridge.tell("card.swiped", swipeView());

    await vi.waitFor(() => expect(teller().place).toEqual({ at: "screen", code: "9002" }));
    expect(teller().customer?.id).toBe("c-1");
  });

  test("goes to the field that waits for it, and the teller stays", () => {
    const { bridge, teller } = counter();
    const take = vi.fn();
    teller().claimSwipe({ isFocused: () => false, take });

    bridge.tell("card.swiped", swipeView());

    expect(take).toHaveBeenCalledWith(swipeView());
    expect(teller().place).toEqual({ at: "home" });
  });

  test("goes to the focused field rather than to the first", () => {
    const { bridge, teller } = counter();
    const [first, focused] = [vi.fn(), vi.fn()];
    teller().claimSwipe({ isFocused: () => false, take: first });
    teller().claimSwipe({ isFocused: () => true, take: focused });

    bridge.tell("card.swiped", swipeView());

    expect(first).not.toHaveBeenCalled();
    expect(focused).toHaveBeenCalledOnce();
  });

  test("L14: that must be retained is said aloud, even when a field took it", () => {
    const { bridge, teller } = counter();
    teller().claimSwipe({ isFocused: () => false, take: vi.fn() });

    bridge.tell("card.swiped", swipeView({ verdict: "replaced", retain: true }));

    expect(teller().swipeAlert).toMatchObject({ verdict: "replaced", retain: true });
  });

  test("of another bank's card stays here and is explained", () => {
    const { bridge, teller } = counter();

    bridge.tell(
      "card.swiped",
      swipeView({ verdict: "foreign", customer: undefined, card: undefined }),
    );

    expect(teller().place).toEqual({ at: "home" });
    expect(teller().swipeAlert).toMatchObject({ verdict: "foreign" });
  });

  test("while a request is previewed takes the teller nowhere", async () => {
    const { bridge, teller } = counter();
    await teller().previewTransaction({ code: "4002", input: {} });

    bridge.tell("card.swiped", swipeView());

    expect(teller().transaction.step).toBe("previewed");
    expect(teller().swipeAlert).toMatchObject({ verdict: "current" });
    expect(bridge.asked.map(({ channel }) => channel)).not.toContain("customer.view");
  });

  test("while a request is previewed is no more for the field behind it", async () => {
    const { bridge, teller } = counter();
    const take = vi.fn();
    teller().claimSwipe({ isFocused: () => true, take });
    await teller().previewTransaction({ code: "4002", input: {} });

    bridge.tell("card.swiped", swipeView());

    expect(take).not.toHaveBeenCalled();
    expect(teller().swipeAlert).toMatchObject({ status: "read" });
  });

  test("whose customer's page does not come is told, so that it is not waited for", async () => {
    const bridge = fakeBridge({
      "customer.view": { ok: false, refusal: { code: "request.too-many" } },
    });
    const store = createTellerStore(bridge);
    listen(store, bridge);
    store.getState().tellWorkstation(workstationView());

    bridge.tell("card.swiped", swipeView());

    await vi.waitFor(() =>
      expect(store.getState().swipeAlert).toEqual({
        status: "unopened",
        refusal: { code: "request.too-many" },
      }),
    );
    expect(store.getState().place).toEqual({ at: "home" });
  });

  test("D07: while the counter is locked is not taken at all", () => {
    const { bridge, teller } = counter({
      status: "locked",
      teller: "0101",
      name: "王芳",
      role: "teller",
    });

    bridge.tell("card.swiped", swipeView({ retain: true }));

    expect(teller().swipeAlert).toBeUndefined();
  });
});
