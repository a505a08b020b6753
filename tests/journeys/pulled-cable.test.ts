import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { alerts, journeyPlace, says, verify } from "#tests/support/journey.ts";
import { type RunningSimulator, startSimulator } from "#tests/support/simulator.ts";
import { openScreen, posted, signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";
import {
  askForReplacement,
  nextBlank,
  putIntoWriting,
  reportOrally,
  waitForTerm,
} from "../../scripts/tour/loss-story.ts";
import { findVisitor, type Visitor } from "../../scripts/tour/visitor.ts";

const place = journeyPlace("pulled-cable");
const folder = place.folder("books");

/** The blanks of the teller's box, in the order in which they are spoilt, and the good one. */
const spoilt: string[] = [];

let simulator: RunningSimulator;
let counter: Counter;
let visitor: Visitor;

const books = (): Promise<CustomerView> =>
  counter.ask("customer.view", { customer: visitor.customer });

/** The reader along the lower edge of the window. */
const barSays = (said: RegExp) =>
  counter.teller.getByRole("status", { name: "读卡器" }).filter({ hasText: said }).waitFor();

/** Waits until the device at the other end of the cable waits for a card to do this to. */
async function deviceWaitsFor(task: "read" | "write"): Promise<void> {
  const panel = () => simulator.say("panel");
  await expect.poll(panel, { timeout: 20_000 }).toContain(`"waitsFor":"${task}"`);
}

async function hand(line: string): Promise<void> {
  expect(await simulator.say(line)).toMatch(/^ok/);
}

/** The window names the piece that is void and the one that comes next, and why. */
async function isVoided(serial: string): Promise<void> {
  await alerts(counter.teller, "不能确定卡上写了什么");
  await says(counter.teller, `作废的空白卡：${serial}`);
  await says(counter.teller, `下一张空白卡：${(await nextBlank(counter)).serial}`);
  spoilt.push(serial);
}

/** The cable is put in again: the reader comes back by itself, and Enter asks for the next blank. */
async function plugInAndGoOn(): Promise<void> {
  await hand("replug");
  await barSays(/读卡器就绪/);
  await counter.press("Enter");
  await blankIsAskedFor();
}

/** Both the window and the device ask for a blank. */
async function blankIsAskedFor(): Promise<void> {
  await says(counter.teller, "请刷空白卡写磁");
  await deviceWaitsFor("write");
}

/** A blank of the simulator's is laid down and pulled through. */
async function swipeBlank(id: string): Promise<void> {
  await hand(`insert ${id}`);
  await hand(`swipe ${id}`);
}

beforeAll(async () => {
  simulator = await startSimulator({ dialect: "msr605" });
  const words = ["--demonstration", folder, "--language", "zh-CN", "--reader", simulator.path];
  counter = await place.start(...words);
  await signOn(counter, "1001");
  visitor = await findVisitor(counter);
});

afterAll(() => simulator.stop());

describe("a replacement card whose writer loses its cable", () => {
  test("a case is reported and due, and a blank is asked for at a reader on a real cable", async () => {
    await barSays(/读卡器就绪/);
    await counter.ask("demonstration.show-document", { customer: visitor.customer });
    await counter.teller.locator("h1 .code", { hasText: "9002" }).waitFor();
    await reportOrally({ counter, visitor });
    await putIntoWriting({ counter, visitor });
    await waitForTerm({ counter, visitor });

    await askForReplacement({ counter, visitor });

    await blankIsAskedFor();
  });

  test("V04: pulled while the writer waits: the piece is void, the bar says what to do", async () => {
    const { serial } = await nextBlank(counter);

    await hand("unplug");

    await barSays(/读卡器断开：接好线会自动恢复/);
    await isVoided(serial);
  });

  test("with the cable still out Enter spoils no further blank, and says what to do", async () => {
    const { serial } = await nextBlank(counter);

    await counter.press("Enter");

    await alerts(counter.teller, "读卡器未就绪。读卡器的线被拔出，或读卡器断电");
    expect((await nextBlank(counter)).serial).toBe(serial);
  });

  test("V04: pulled while a card goes through: half a stripe is no card, and its piece is void", async () => {
    await plugInAndGoOn();
    const { serial } = await nextBlank(counter);

    await hand("fail unplug");
    await swipeBlank("half-written");

    await isVoided(serial);
    expect(await simulator.say("card half-written")).toContain('"damaged":[1,2,3]');
  });

  test("V04: pulled between writing and reading back: what nobody has seen again is void", async () => {
    await plugInAndGoOn();
    const { serial } = await nextBlank(counter);
    await swipeBlank("not-read-back");
    await says(counter.teller, "请再刷一次核对");
    await deviceWaitsFor("read");

    await hand("unplug");

    await isVoided(serial);
  });

  test("plugged in again, the next blank is written and read back, and the case ends", async () => {
    await plugInAndGoOn();
    await swipeBlank("good");
    await says(counter.teller, "请再刷一次核对");
    await deviceWaitsFor("read");
    await hand("swipe good");
    await posted(counter);

    const { lossCases, cards } = await books();
    expect(lossCases).toMatchObject([{ status: "closed-replaced" }]);
    expect(cards).toMatchObject([{ life: "replaced" }, { life: "issued-inactive" }]);
  });

  test("the card that was made is the customer's, and nothing that was spoilt passes for it", async () => {
    const [, made] = (await books()).cards;
    await counter.press("Escape");

    await openScreen(counter, "3010");
    await deviceWaitsFor("read");
    await hand("swipe not-read-back");
    await says(counter.teller, "本行没有这张卡");
    await deviceWaitsFor("read");
    await hand("swipe good");
    await says(counter.teller, made?.number ?? "");
  });

  test("9001 tells the story: each void piece on its own line, then the replacement", async () => {
    await counter.press("Escape");
    await openScreen(counter, "9001");
    await says(counter.teller, "凭证作废");

    const { rows } = await counter.ask("journal.list", { page: 0 });
    // The outbox has meanwhile told the customer; that is a line of its own (9011).
    const byPeople = rows.filter(({ teller }) => teller !== "system");
    const story = byPeople.slice(0, 4).reverse();
    expect(story).toMatchObject([
      { code: "8003", teller: "1001", entries: ["piece.taken"] },
      { code: "8003", teller: "1001", entries: ["piece.taken"] },
      { code: "8003", teller: "1001", entries: ["piece.taken"] },
      { code: "4007", teller: "1001", approvers: ["2001"] },
    ]);
    expect(new Set(spoilt).size).toBe(3);
  });

  test("the folder verifies", async () => {
    await counter.close();

    expect(verify(folder)).toMatchObject({ code: 0 });
  });
});
