import { expect, test } from "vitest";
import { fc } from "#tests/support/fast-check.ts";
import { openWalletDesk, saidOf, toMerchant } from "#tests/support/wallet-desk.ts";

const who = fc.constantFrom("c-1", "c-2");
const amount = fc.constantFrom(0, 1, 50_00, 300_00, 300_01, 9_000_00);
const kind = fc.constantFrom("customer", "stolen", "risk");
const act = fc.oneof(
  fc.record({ do: fc.constantFrom("top-up", "pay", "send", "owe"), who, amount }),
  fc.record({ do: fc.constantFrom("freeze", "lift"), who, kind }),
  fc.record({ do: fc.constantFrom("lift-at-home", "wrong-password", "reset"), who }),
  fc.record({ do: fc.constant("close"), who }),
);

/**
 * Goal: whatever customers and tellers do with wallets, money is neither made nor lost, no wallet is ever
 * below zero, none pays while anything lies on it, and a freeze ends only by whom it says (5.5).
 * Method: draw runs of acts, tell beside them in plain numbers what each may do, and compare.
 */
test("5.5, W12–W15: money is conserved, a frozen wallet never pays, and each freeze ends by its own hand", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const desk = openWalletDesk();
      const plain = new Map(
        ["c-1", "c-2"].map((customer) => {
          desk.inUse(300_00, customer);
          return [customer, { held: 300_00, frozen: new Set<string>(), open: true }];
        }),
      );
      const zero = desk.sumOfAll();

      for (const [turn, one] of acts.entries()) {
        const her = plain.get(one.who);
        if (!her) throw new Error("two customers play");
        const other = one.who === "c-1" ? "c-2" : "c-1";
        const his = plain.get(other);
        const { name, phone = "" } = desk.see("customer", other);
        const pays = her.open && her.frozen.size === 0;
        const before = desk.balanceOf(one.who);
        if ("amount" in one) {
          const enough = one.amount > 0 && one.amount <= her.held;
          switch (one.do) {
            case "top-up": {
              const said = saidOf(desk.topsUp(one.amount, one.who));
              const left = desk.see("account", `a-${one.who.slice(2)}`).balance;
              expect(said === "done").toBe(pays && one.amount > 0 && before.account >= one.amount);
              if (said === "done") {
                her.held += one.amount;
                expect(left).toBe(before.account - one.amount);
              }
              break;
            }
            case "pay": {
              const said = saidOf(desk.pays({ ...toMerchant, amount: one.amount }, one.who));
              expect(said === "done").toBe(pays && enough);
              if (said === "done") her.held -= one.amount;
              break;
            }
            case "send": {
              const order = { payeeName: name, payeePhone: phone, amount: one.amount };
              const said = saidOf(desk.pays({ kind: "transfer", ...order }, one.who));
              expect(said === "done").toBe(pays && enough && his?.open === true);
              if (said === "done" && his) {
                her.held -= one.amount;
                his.held += one.amount;
              }
              break;
            }
            case "owe": {
              const bill = { biller: "样例水务", reference: `SW-${turn}`, dueOn: "2026-03-20" };
              const said = saidOf(desk.bills({ ...bill, amount: one.amount }, one.who));
              expect(said === "done").toBe(her.open && one.amount > 0);
              break;
            }
          }
        } else if ("kind" in one) {
          const isOn = her.frozen.has(one.kind);
          const request = {
            freeze: {
              customer: desk.freezing(one.who),
              stolen: desk.stealing(one.who),
              risk: desk.doubting(one.who),
            },
            lift: {
              customer: desk.unfreezing(one.who),
              stolen: desk.unfreezing(one.who, { kind: "stolen", finding: "已查明" }),
              risk: desk.trusting(one.who),
            },
          }[one.do === "freeze" ? "freeze" : "lift"][one.kind];
          const may = her.open && isOn === (one.do === "lift");
          expect(desk.refusal(request) === undefined).toBe(may);
          if (may) {
            const { decision } = desk.does(request);
            const two = one.do === "lift" && one.kind !== "customer";
            expect(decision.level).toBe(two ? "A2" : "A0");
            if (one.do === "freeze") her.frozen.add(one.kind);
            else her.frozen.delete(one.kind);
          }
        } else if (one.do === "lift-at-home") {
          const said = saidOf(desk.letsGo(one.who));
          expect(said === "done").toBe(her.open && her.frozen.has("customer"));
          her.frozen.delete("customer");
        } else if (one.do === "wrong-password") {
          expect(saidOf(desk.pays(toMerchant, one.who, "000000"))).not.toBe("done");
          desk.pass(24 * 60 * 60 * 1000); // The next day counts anew.
        } else if (one.do === "reset") {
          if (desk.refusal(desk.linking(one.who)) === undefined) {
            desk.does(desk.linking(one.who));
            desk.pass(61_000);
            desk.asksToReset(one.who);
            expect(saidOf(desk.resets(one.who))).toBe("done");
            expect(her.open).toBe(true);
          }
        } else {
          const said = saidOf(desk.closes(one.who));
          expect(said === "done").toBe(pays);
          if (said === "done") Object.assign(her, { open: false, held: 0 });
        }
        for (const [customer, { held, frozen, open }] of plain) {
          expect(desk.balanceOf(customer).wallet).toBe(held);
          expect(held).toBeGreaterThanOrEqual(0);
          const kinds = open ? desk.wallet(customer).freezes.map((freeze) => freeze.kind) : [];
          expect(new Set<string>(kinds)).toEqual(open ? frozen : new Set());
        }
        expect(desk.sumOfAll()).toBe(zero);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
