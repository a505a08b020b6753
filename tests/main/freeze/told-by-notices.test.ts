import { afterEach, describe, expect, test } from "vitest";
import { customerNoticeChannels } from "#core/contract/channels.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";
import { atFreezeDesk } from "./at-freeze-desk.ts";

/** Rich and held by nobody when the demonstration begins. */
const CUSTOMER = "c-32";

/** Whether a notice is one of the customer's window. */
const isHers = (channel: string) => customerNoticeChannels.some((hers) => hers === channel);

const open: TestedWorkstation[] = [];
afterEach(async () => {
  for (const counter of open.splice(0)) await counter.close();
});

/** A demonstration of which everything is the same but for an order on the customer's account. */
async function counterWith(order: "an order" | "none") {
  const counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  open.push(counter);
  const desk = atFreezeDesk(counter);
  await desk.sit("1002");
  if (order === "an order") {
    await desk.approved(await desk.order(CUSTOMER, "（密）执字第0000201号", 1_000_00));
  }
  return { counter, desk };
}

/** Whom the windows are told about, in order, while the year passes in which the order ends. */
async function toldWhileAYearPasses(teller: string, order: "an order" | "none") {
  const { counter, desk } = await counterWith(order);
  await desk.sit(teller);
  const before = counter.notices.length;
  await counter.get("demonstration.move-clock", { days: 366 });
  await counter.get("workstation.view", undefined);
  await desk.seen(CUSTOMER);

  return counter.notices
    .slice(before)
    .flatMap(({ channel, notice }) =>
      channel === "books.changed" ? (notice as { customers: readonly string[] }).customers : [],
    );
}

describe("what windows are told unasked (no tipping off)", () => {
  test("an ordinary teller's window hears of the same customers whether an order ended or none was", async () => {
    const told = await toldWhileAYearPasses("1001", "an order");

    expect(told).toEqual(await toldWhileAYearPasses("1001", "none"));
    expect(told).not.toContain(CUSTOMER);
  });

  test("the customer's window hears nothing of an order laid, looked at, or ended", async () => {
    const { counter, desk } = await counterWith("none");
    const asked = await desk.order(CUSTOMER, "（密）执字第0000202号", 1_000_00);
    const before = counter.notices.length;
    await desk.approved(asked);
    await desk.stack(CUSTOMER);
    await counter.get("freeze.register", { filter: { show: "all", days: 0, text: "" }, page: 0 });

    const told = counter.notices.slice(before).map(({ channel }) => channel);
    expect(told).toContain("books.changed");
    expect(told.filter(isHers)).toEqual([]);

    await desk.done({
      code: "3011",
      input: { account: await desk.accountOf(CUSTOMER), amount: 1_00 },
    });
    expect(counter.notices.at(-1)?.channel).toSatisfy(isHers);
  });

  test("whoever has the duty hears whose order ended, so that the page follows", async () => {
    expect(await toldWhileAYearPasses("1002", "an order")).toContain(CUSTOMER);
  });
});
