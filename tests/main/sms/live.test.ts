import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Entry } from "#core/journal/entry.ts";
import { customer } from "#tests/main/ledger/invented.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

let live: TestedWorkstation;
let people: ReturnType<typeof atCounter>;

beforeAll(async () => {
  const entry = { type: "customer.registered", customer: customer(1) };
  live = await openWorkstation(await trialBranch([Entry.parse(entry)]), "live");
  people = atCounter(live);
  await people.signOn();
});
afterAll(() => live.close());

const notices = async () =>
  (await live.get("workstation.view", undefined)).notices.filter(({ code }) =>
    code.startsWith("sms."),
  );

describe("a live branch without a gateway for messages", () => {
  test("says so with the code that it cannot send, and keeps it waiting", async () => {
    const sent = await live.get("sms-code.send", {
      ...{ purpose: "phone-change", customer: "c-1", phone: "13900005678" },
    });

    expect(sent).toMatchObject({ to: "139****5678", hasGateway: false });
    expect(await notices()).toEqual([]);
  });

  test("plays nobody's telephone", async () => {
    expect(await live.ask("phone.view", undefined)).toEqual({
      ok: false,
      refusal: { code: "request.not-in-live" },
    });
    expect(live.notices.filter(({ channel }) => channel === "phone.changed")).toEqual([]);
  });

  test("tells whoever can do something about it, on every page and in the outbox", async () => {
    await people.sit("2001");

    expect(await notices()).toEqual([{ code: "sms.no-gateway", facts: { count: 1 } }]);
    expect(await live.get("sms.outbox", { show: "waiting", page: 0 })).toMatchObject({
      ...{ gateway: "none", waiting: 1, failed: 0 },
      rows: [{ template: "code.phone-change", to: "139****5678", status: "waiting", tries: 0 }],
    });
  });
});
