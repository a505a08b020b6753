import { describe, expect, test } from "vitest";
import { createTellerStore } from "#renderer/store/teller-store.ts";
import { fakeBridge } from "#tests/renderer/support/fake-bridge.ts";
import { workstationView } from "#tests/renderer/support/views.ts";

function signedOn() {
  const store = createTellerStore(fakeBridge());
  store.getState().tellWorkstation(workstationView());
  return store;
}

describe("what is kept of a form over a lock", () => {
  test("is what was typed and chosen; what a device gave is shown to it again", () => {
    const store = signedOn();

    store.getState().keepFilled("3012", {
      account: "a-1",
      amount: 6_000_00,
      swipe: "e-00000001",
      pin: "e-00000002",
      identity: { document: { by: "reader", ref: "e-00000003" }, check: "match-with-photo" },
      papers: { shown: ["ruling"], organ: { name: "示范区人民法院" } },
    });

    expect(store.getState().filledBefore("3012")).toEqual({
      account: "a-1",
      amount: 6_000_00,
      papers: { shown: ["ruling"], organ: { name: "示范区人民法院" } },
    });
  });

  test("has a document that was typed, with what was found of it", () => {
    const store = signedOn();
    const identity = {
      document: { by: "typed", kind: "passport", number: "E1234" },
      check: "not-found",
    };

    store.getState().keepFilled("6010", { identity });

    expect(store.getState().filledBefore("6010")).toEqual({ identity });
  });

  test("is nobody else's form, and gone with the next screen", () => {
    const store = signedOn();

    store.getState().keepFilled("6001", { nameOnNotice: "张三" });
    expect(store.getState().filledBefore("6003")).toBeUndefined();
    store.getState().goHome();

    expect(store.getState().filledBefore("6001")).toBeUndefined();
  });
});

describe("leaving", () => {
  test("the form in front asks for itself alone: the one behind waits on", () => {
    const store = signedOn();
    const went: string[] = [];
    store.getState().openScreen("5001");
    store.getState().beginForm("5001");
    store.getState().stepAside("8006");

    store.getState().leave(() => went.push("back"), "front");
    store.getState().leave(() => went.push("home"));

    expect(went).toEqual(["back"]);
    store.getState().leaveForm();
    expect(went).toEqual(["back", "home"]);
  });

  test("a form that is gone is not asked about", () => {
    const store = signedOn();
    const went: string[] = [];
    store.getState().openScreen("5001");
    store.getState().beginForm("5001")();

    store.getState().leave(() => went.push("home"));

    expect(went).toEqual(["home"]);
  });
});
