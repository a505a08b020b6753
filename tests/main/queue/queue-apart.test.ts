import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atFreezeDesk } from "#tests/main/freeze/at-freeze-desk.ts";
import type { Asked } from "#tests/support/at-counter.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const HEALTHY = "c-36";

let counter: TestedWorkstation;
let desk: ReturnType<typeof atFreezeDesk>;

beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder());
  desk = atFreezeDesk(counter);
  await desk.sit("1002");
});
afterAll(() => counter.close());

const park = (request: Asked) => counter.get("queue.park", { request: request as never });
const listed = () => counter.get("queue.list", { whose: "all", show: "open", text: "" });
const word = (approver: string) => ({ approver, password: `Guitai-demo-${approver}` });

describe("a waiting order of the state (U07)", () => {
  test("is listed without a name for whoever has the duty, and opened only by a journalled look", async () => {
    await desk.sit("1002");
    const parked = await park(await desk.order(HEALTHY, "密裁待授权一号", 1_000_00));
    expect(parked).not.toHaveProperty("customer");
    expect(parked).not.toHaveProperty("customerName");
    expect(JSON.stringify(await listed())).not.toContain("密裁");

    await desk.sit("2001");
    await counter.get("queue.open", { parked: parked.id });

    expect((await desk.lastLine()).entries).toEqual(["freeze.looked-at"]);
    await counter.get("queue.decline", { parked: parked.id, ...word("2001"), reason: "文书不全" });
  });

  test("is nothing to anybody else: not in the list, the journal, the notices or a customer's page", async () => {
    await desk.sit("1002");
    const { id } = await park(await desk.order(HEALTHY, "密裁待授权二号", 1_000_00));
    await desk.sit("1001");
    const since = counter.notices.length;

    expect((await listed()).map((one) => one.id)).not.toContain(id);
    expect(await counter.ask("queue.open", { parked: id })).toMatchObject({
      refusal: { code: "parked.unknown" },
    });
    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows.flatMap(({ code, entries }) => [code, ...entries])).not.toContain("6001");
    const { waiting } = await counter.get("workstation.view", undefined);
    expect(waiting).toEqual({ own: 0, approved: 0, others: 0 });
    expect(JSON.stringify(await desk.seen(HEALTHY))).not.toContain(id);
    expect(JSON.stringify(counter.notices.slice(since))).not.toContain(HEALTHY);
    await desk.sit("1002");
    await counter.get("queue.withdraw", { parked: id });
  });
});

describe("what the customer showed", () => {
  test("T09: a document is remembered over a sign-off, a card and a PIN are not: they are shown again", async () => {
    await desk.sit("1001");
    const card = await desk.cardOf(HEALTHY);
    const { ref } = await desk.swiped(card);
    const identity = await desk.identity(HEALTHY);
    const request: Asked = {
      code: "3003",
      input: { card, swipe: ref, reason: "damaged", numbering: "same", identity, signed: true },
    };
    const { id } = await park(request);
    const { gone: before } = await counter.get("queue.take-up", { parked: id });

    await desk.sit("2001");
    const opened = await counter.ask("queue.open", { parked: id });
    const approved = await counter.ask("queue.approve", { parked: id, ...word("2001") });
    await desk.sit("1001");
    const taken = await counter.get("queue.take-up", { parked: id });

    expect(before).toEqual([]);
    expect(opened).toEqual({ ok: false, refusal: { code: "parked.shown-gone" } });
    expect(approved).toEqual(opened);
    expect(taken.gone).toEqual([ref]);
    expect(taken.grant).toBeUndefined();
  });

  test("K01: no stripe and no PIN is in what waits, only what the maker asked and references", async () => {
    const rows = await counter.get("queue.list", { whose: "own", show: "open", text: "" });
    const last = rows.at(-1);
    const { input } = await counter.get("queue.take-up", { parked: last?.id ?? "" });

    expect(Object.keys(input).sort()).toEqual(
      ["card", "identity", "numbering", "reason", "signed", "swipe"].sort(),
    );
    expect(input).toHaveProperty("swipe", expect.stringMatching(/^e-/));
  });

  test("9004: parked anew from what was taken up, the first one ends", async () => {
    const [first] = await counter.get("queue.list", { whose: "own", show: "open", text: "3003" });
    const card = await desk.cardOf(HEALTHY);
    const { ref } = await desk.swiped(card);
    const identity = await desk.identity(HEALTHY);
    const input = {
      card,
      swipe: ref,
      reason: "damaged",
      numbering: "same",
      identity,
      signed: true,
    };

    const next = await counter.get("queue.park", {
      request: { code: "3003", input } as never,
      instead: first?.id,
    });

    const open = await counter.get("queue.list", { whose: "own", show: "open", text: "3003" });
    expect(open.map(({ id }) => id)).toEqual([next.id]);
    const today = await counter.get("queue.list", { whose: "own", show: "today", text: "" });
    expect(today).toContainEqual(expect.objectContaining({ id: first?.id, status: "withdrawn" }));
  });
});
