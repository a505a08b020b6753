import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AtCounter } from "#tests/support/at-counter.ts";
import type { AtHome } from "#tests/support/at-home.ts";
import { NEWCOMER } from "#tests/support/banking-branch.ts";
import { openBanking } from "#tests/support/online-counter.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const CHOSEN = "862753";

let counter: TestedWorkstation;
let home: AtHome;
let people: AtCounter;

beforeEach(async () => {
  ({ counter, home, people } = await openBanking());
  await people.sit();
});
afterEach(() => counter.close());

/** The customer types this on her keys twice, as a new login password. */
async function chosen(digits: string): Promise<string> {
  const asked = counter.get("pin.ask", { account: "a-1", purpose: "new", of: "e-bank" });
  for (const _time of [1, 2]) await counter.get("display.enter-pin", { digits });
  return (await asked).ref;
}

describe("a login password that is chosen at the counter (R16, R19)", () => {
  test("opens the channel it was chosen for, and no password of before does", async () => {
    const swipe = (await people.swiped("k-1")).ref;
    const identity = await people.identity(NEWCOMER);
    const pin = await people.pin("a-1", await people.pinOf(NEWCOMER));
    const password = await chosen(CHOSEN);
    const opening = { card: "k-1", swipe, pin, identity, password, signed: true };
    const request = { code: "5010", input: { action: "open", ...opening } } as const;
    await people.done(request, { grant: await people.grant(request, "2001") });

    const { people: known } = await counter.get("bank.view", undefined);
    const first = known.find(({ customer }) => customer === NEWCOMER)?.password ?? "";
    expect(await home.logIn(NEWCOMER, "wap-bank", CHOSEN)).toMatchObject({ ok: true });
    expect(await home.logIn(NEWCOMER, "wap-bank", first)).toMatchObject({
      refusal: { code: "e-bank.login-wrong" },
    });
    expect(await home.logIn(NEWCOMER, "internet-bank", first)).toMatchObject({ ok: true });
  });

  test("is no PIN, and a PIN is none: neither serves for the other", async () => {
    const swipe = (await people.swiped("k-1")).ref;
    const identity = await people.identity(NEWCOMER);
    const pin = await people.pin("a-1", await people.pinOf(NEWCOMER));
    const password = await chosen(CHOSEN);
    const shown = { action: "open", card: "k-1", swipe, identity, signed: true };

    for (const swapped of [
      { ...shown, pin: password, password },
      { ...shown, pin, password: pin },
    ]) {
      expect(await people.preview({ code: "5010", input: swapped })).toEqual({
        ok: false,
        refusal: { code: "evidence.other-kind" },
      });
    }
  });

  test("is only ever chosen on the pad: the counter checks none", async () => {
    expect(
      await counter.ask("pin.ask", { account: "a-1", purpose: "verify", of: "e-bank" }),
    ).toMatchObject({ ok: false, refusal: { code: "request.malformed" } });
  });

  test("is asked for in words of its own, for the card that it hangs on", async () => {
    const asked = counter.ask("pin.ask", { account: "a-1", purpose: "new", of: "e-bank" });

    expect(await counter.get("display.view", undefined)).toMatchObject({
      status: "pin",
      purpose: "new",
      of: "e-bank",
      number: "622202*********0018",
    });
    await counter.get("pin.cancel", undefined);
    expect(await asked).toMatchObject({ refusal: { code: "pin-pad.cancelled" } });
  });

  test("is in no notice and no line of the log", async () => {
    await chosen(CHOSEN);

    expect(JSON.stringify(counter.notices)).not.toContain(CHOSEN);
    expect(counter.noted.join()).not.toContain(CHOSEN);
  });
});
