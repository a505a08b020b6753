import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atCounter } from "#tests/support/at-counter.ts";
import { contentsOf } from "#tests/support/on-disk.ts";
import { emptyPlace, openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

const branch = { code: "0303", name: "试验支行", englishName: "Trial Branch" };
const head = { id: "3001", name: "行长", role: "branch-head", password: "Head-of-2026" } as const;
const supervisor = {
  id: "2001",
  name: "主管",
  role: "supervisor",
  password: "Supervisor-2026",
} as const;
const teller = { id: "1001", name: "柜员", role: "teller", password: "Teller-of-2026" } as const;
const otherHead = { ...head, id: "3002", password: "Deputy-of-2026" } as const;

// One story over a live data folder; each test is the next scene.
describe("a live branch is founded", () => {
  let counter: TestedWorkstation;

  beforeAll(async () => {
    counter = await openWorkstation(emptyPlace(), "live");
  });
  afterAll(() => counter.close());

  const signOn = (id: string, password: string) =>
    counter.ask("session.sign-on", { teller: id, password });

  test("8.3: nobody is in it, and no password opens it, the demonstration's least of all", async () => {
    const { branch: none, session } = await counter.get("workstation.view", undefined);

    expect(none).toBeUndefined();
    expect(session).toEqual({ status: "signed-off" });
    expect(await signOn("1001", "Guitai-demo-1001")).toEqual({
      ok: false,
      refusal: { code: "workstation.set-up-first" },
    });
    expect(await counter.ask("customer.view", { customer: "c-1" })).toEqual({
      ok: false,
      refusal: { code: "workstation.set-up-first" },
    });
  });

  test("rule 11: what belongs to a demonstration is refused in it", async () => {
    const no = { ok: false, refusal: { code: "request.not-in-live" } };

    expect(await counter.ask("demonstration.tray", undefined)).toEqual(no);
    expect(await counter.ask("demonstration.swipe", { card: "k-1", badly: false })).toEqual(no);
    expect(await counter.ask("demonstration.show-document", { customer: "c-1" })).toEqual(no);
    expect(await counter.ask("demonstration.move-clock", { days: 1 })).toEqual(no);
    expect(await counter.ask("demonstration.fail-next", { how: "silent" })).toEqual(no);
  });

  test("D03: without all three who can authorise each other it is not founded", async () => {
    const incomplete = [
      [head, supervisor, { ...supervisor, id: "2002" }],
      [head, teller, { ...teller, id: "1002" }],
      [supervisor, teller, { ...teller, id: "1002" }],
      [head, supervisor, { ...teller, id: "2001" }],
    ];
    for (const people of incomplete) {
      expect(await counter.ask("branch.found", { ...branch, people })).toMatchObject({
        refusal: { code: "request.malformed" },
      });
    }
  });

  test("8.3.6: with a weak password for anybody it is not founded", async () => {
    const people = [head, supervisor, { ...teller, password: "short-1" }];

    expect(await counter.ask("branch.found", { ...branch, people })).toEqual({
      ok: false,
      refusal: { code: "teller.password-weak", reason: "short" },
    });
    const { branch: none } = await counter.get("workstation.view", undefined);
    expect(none).toBeUndefined();
  });

  test("rule 6: it is founded once, even if asked twice at the same time", async () => {
    const people = [head, supervisor, teller, otherHead];
    const both = await Promise.all([
      counter.ask("branch.found", { ...branch, people }),
      counter.ask("branch.found", { ...branch, people }),
    ]);

    expect(both).toEqual([
      { ok: true, value: "done" },
      { ok: false, refusal: { code: "request.unknown" } },
    ]);
    expect(await counter.ask("branch.found", { ...branch, people })).toMatchObject({ ok: false });
    const { branch: founded } = await counter.get("workstation.view", undefined);
    expect(founded).toEqual({ ...branch, kind: "live" });
  });

  test("8.3: whoever was given a password may do nothing until it is changed", async () => {
    expect(await signOn(supervisor.id, supervisor.password)).toMatchObject({
      value: { session: { status: "must-change-password" } },
    });
    const must = { ok: false, refusal: { code: "teller.password-must-change" } };

    expect(await counter.ask("customer.view", { customer: "c-1" })).toEqual(must);
    expect(await counter.ask("journal.list", { page: 0 })).toEqual(must);
    expect(await counter.ask("stripe.test", { armed: true })).toEqual(must);
    expect(await counter.ask("slip.list", { text: "", page: 0 })).toEqual(must);
    const request = {
      code: "9003" as const,
      input: { slip: "01012026031800001", reason: "again" },
    };
    expect(await counter.ask("transaction.preview", request)).toEqual(must);
  });

  test("8.3: leaving the desk and coming back does not spare them the change", async () => {
    await counter.get("session.lock", { idle: true });
    const back = await counter.ask("session.resume", { password: supervisor.password });

    expect(back).toMatchObject({ value: { session: { status: "must-change-password" } } });
  });

  test("8.3.7: the same one again or a weak one is no change", async () => {
    const { password } = supervisor;
    const weak = (next: string) => counter.ask("session.change-password", { password, next });

    expect(await weak(password)).toMatchObject({ refusal: { reason: "same" } });
    expect(await weak("short-1")).toMatchObject({ refusal: { reason: "short" } });
  });

  test("8.3: changed, it opens the counter", async () => {
    const { password } = supervisor;
    const changed = await counter.ask("session.change-password", { password, next: "Own-of-2026" });
    expect(changed).toMatchObject({ refusal: { reason: "short" } });

    const good = await counter.get("session.change-password", {
      password,
      next: "Own-word-of-2026",
    });
    expect(good.session).toMatchObject({ status: "signed-on" });
    expect(await counter.ask("journal.list", { page: 0 })).toMatchObject({ ok: true });
    await counter.get("session.sign-off", undefined);
  });

  test("8.3: only the founder chose a password; another branch head was given one too", async () => {
    expect(await signOn(otherHead.id, otherHead.password)).toMatchObject({
      value: { session: { status: "must-change-password" } },
    });
    await counter.get("session.sign-off", undefined);
    expect(await signOn(head.id, head.password)).toMatchObject({
      value: { session: { status: "signed-on" } },
    });
  });

  test("8.3: no password lies in its folder, nor in what its keys open", async () => {
    await counter.close();
    const all = await contentsOf(counter.folder, "live");

    expect(all).toContain("teller.registered");
    for (const { password } of [head, supervisor, teller, otherHead]) {
      expect(all).not.toContain(password);
    }
    expect(all).not.toContain("Own-word-of-2026");
    expect(all).not.toContain("Guitai-demo");
  });

  test("rule 11: a demonstration refuses its folder", async () => {
    await counter.close();

    await expect(openWorkstation(counter.folder, "demonstration")).rejects.toMatchObject({
      code: "data-folder.wrong-kind",
    });
    counter = await openWorkstation(counter.folder, "live");
    expect(await signOn(head.id, head.password)).toMatchObject({ ok: true });
  });
});

test("rule 11: a live workstation refuses the folder of a demonstration, and founds none in it", async () => {
  const demonstration = await openWorkstation();
  const people = [head, supervisor, teller];
  expect(await demonstration.ask("branch.found", { ...branch, people })).toEqual({
    ok: false,
    refusal: { code: "request.unknown" },
  });
  await demonstration.close();

  await expect(openWorkstation(demonstration.folder, "live")).rejects.toMatchObject({
    code: "data-folder.wrong-kind",
  });
  const again = await openWorkstation(demonstration.folder);
  await atCounter(again).signOn();
  await again.close();
});
