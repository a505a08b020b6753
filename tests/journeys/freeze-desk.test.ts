import { beforeAll, describe, expect, test } from "vitest";
import { journeyPlace, says } from "#tests/support/journey.ts";
import { openScreen, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import { leave } from "../../scripts/tour/evening.ts";
import {
  type FreezeScene,
  freezeByCourt,
  freezeForCustomer,
  lookAtStack,
  paySalary,
  queueByPolice,
  releaseAndPromote,
} from "../../scripts/tour/freeze-story.ts";
import { walkTo } from "../../scripts/tour/keys.ts";
import { findVisitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("freeze-desk");

/** Amounts of a page as it shows them, in fen. */
const inFen = (text: string) => Math.round(Number(text.replaceAll(",", "")) * 100);

// By keys alone, as the teller who carries out orders of the state. What the window draws is compared
// with the ledger's own figures, and these with the sums that the story comes to.
describe("the freeze desk in the real program", () => {
  let scene: FreezeScene;
  let counter: Counter;
  let begun: number;

  beforeAll(async () => {
    const words = ["--demonstration", place.folder("books"), "--language", "zh-CN"];
    counter = await place.start(...words);
    await signOn(counter, "1002");
    scene = { counter, debtor: await findVisitor(counter) };
    begun = await balance();
  });

  async function balance(): Promise<number> {
    const { accounts } = await counter.ask("customer.view", { customer: scene.debtor.customer });
    return Number(accounts[0]?.balance);
  }

  /** What the stack of the account shows: its two sums, and who controls how much. */
  async function drawn() {
    const { teller } = counter;
    const text = (await teller.locator("section.screen").first().textContent()) ?? "";
    const sum = (label: string) =>
      inFen(new RegExp(`${label}\\s*([\\d,.]+)`).exec(text)?.[1] ?? "");
    const slices = [...text.matchAll(/第 \d 道 [^：]+：([\d,.]+) 元/g)].map(([, of]) =>
      inFen(of ?? ""),
    );
    const free = /未被冻结：([\d,.]+) 元/.exec(text)?.[1];
    return { balance: sum("余额"), available: sum("可用余额"), slices, free: free && inFen(free) };
  }

  test("F06, F08: a court holds all there is and what comes in, the police wait, to the fen", async () => {
    await freezeByCourt(scene);
    await queueByPolice(scene);
    await paySalary(scene);
    await lookAtStack(scene);

    const all = begun + 2000_00;
    expect(await balance()).toBe(all);
    expect(await drawn()).toEqual({ balance: all, available: 0, slices: [all], free: undefined });
    const stack = await counter.ask("freeze.stack", { account: scene.debtor.account });
    expect(stack.slices.map(({ amount }) => Number(amount))).toEqual([all]);
    expect(stack.orders.map(({ queue }) => queue)).toEqual([undefined, 1]);
  });

  test("F07, F09: released by its own organ, and the police hold theirs from that moment", async () => {
    await releaseAndPromote(scene);
    await counter.press("Escape", "Escape", "Escape");
    await openScreen(counter, "6011");
    await walkTo(counter.teller, scene.debtor.name, "（演）冻字第88号");
    await counter.press("Enter");
    await says(counter.teller, "余额由谁控制");

    const all = begun + 2000_00;
    expect(await drawn()).toEqual({
      balance: all,
      available: all - 5000_00,
      slices: [5000_00],
      free: all - 5000_00,
    });
  });

  test("W12: the customer's own freeze stacks on it, and nothing can be drawn", async () => {
    await freezeForCustomer(scene);

    const stack = await counter.ask("freeze.stack", { account: scene.debtor.account });
    expect(Number(stack.available)).toBe(0);
    expect(stack.holds.map(({ source }) => source)).toEqual(["customer"]);
    expect(stack.slices.map(({ amount }) => Number(amount))).toContain(5000_00);
  });

  test("no tipping off: whoever has no duty is shown neither form, register nor organ", async () => {
    await leave(counter);
    await signOn(counter, "1001");

    for (const code of ["6001", "6004", "6011"]) {
      await counter.open(code);
      await says(counter.teller, "这类业务只由协助执行岗和主管办理");
      await counter.press("Escape");
    }
    const text = await counter.teller.locator("body").textContent();
    expect(text).not.toContain("法院");
    await expect(counter.ask("freeze.stack", { account: scene.debtor.account })).rejects.toThrow(
      "freeze.not-allowed",
    );
  });
});
