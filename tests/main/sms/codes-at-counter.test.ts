import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { customerNoticeChannels } from "#core/contract/channels.ts";
import type { SentCode } from "#core/contract/sms-view.ts";
import { type Asked, atCounter } from "#tests/support/at-counter.ts";
import { contentsOf } from "#tests/support/on-disk.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

const CUSTOMER = "c-1";
const NEW = "13900005678";

let counter: TestedWorkstation;
let people: ReturnType<typeof atCounter>;
/** Everything that the teller's window was answered. */
const answered: unknown[] = [];

beforeAll(async () => {
  counter = await openWorkstation();
  people = atCounter(counter);
  await people.signOn();
});
afterAll(() => counter.close());

/** Asks as the teller's window and keeps what it was told. */
const asked: TestedWorkstation["ask"] = async (channel, input) => {
  const reply = await counter.ask(channel, input);
  answered.push(reply);
  return reply;
};

async function sent(phone: string): Promise<SentCode> {
  const reply = await asked("sms-code.send", {
    purpose: "phone-change",
    customer: CUSTOMER,
    phone,
  });
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value;
}

/** The digits, as whoever has the telephone reads them in her own window. */
async function readOffPhone(): Promise<string> {
  for (;;) {
    const { phones } = await counter.get("phone.view", undefined);
    const [latest] = phones[0]?.messages ?? [];
    const digits = /验证码(\d{6})/.exec(latest?.texts["zh-CN"] ?? "")?.[1];
    if (digits && latest?.code?.status === "open") return digits;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function keyed(code: SentCode["code"], digits: string): Promise<string> {
  const asking = asked("sms-code.ask", { code });
  await counter.get("display.enter-pin", { digits });
  const reply = await asking;
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value.ref;
}

async function request(phone: string, code: string): Promise<Asked> {
  const identity = await people.identity(CUSTOMER);
  return { code: "2004", input: { customer: CUSTOMER, identity, phone, code, signed: true } };
}

const wrongOne = (digits: string) => (digits === "000000" ? "000001" : "000000");

describe("a code at the counter, from the telephone to the paper", () => {
  const digitsSent: string[] = [];
  let sentCode: SentCode["code"];

  test("E11, E14: shows on the customer's telephone with what it is for, and is keyed in on her pad", async () => {
    const told = counter.told("phone.changed");
    const { code, to, hasGateway } = await sent(NEW);
    sentCode = code;
    expect({ to, hasGateway }).toEqual({ to: "139****5678", hasGateway: true });
    await told;
    const digits = await readOffPhone();
    digitsSent.push(digits);
    const { phones } = await counter.get("phone.view", undefined);
    expect(phones[0]).toMatchObject({ number: "139****5678", isReserved: false });

    const asking = asked("sms-code.ask", { code });
    expect(await counter.get("display.view", undefined)).toMatchObject({
      ...{ status: "pin", of: "sms-code", number: "139****5678", codeFor: "phone-change" },
    });
    await counter.get("display.enter-pin", { digits: wrongOne(digits) });
    const wrong = await asking;
    expect(await asked("transaction.preview", await request(NEW, refOf(wrong)))).toEqual({
      ok: false,
      refusal: { code: "sms-code.wrong", triesLeft: 2 },
    });
    // What was keyed in wrong is used up: asking twice with it counts once.
    expect(await asked("transaction.preview", await request(NEW, refOf(wrong)))).toEqual({
      ok: false,
      refusal: { code: "pin.used-up" },
    });
  });

  test("is not sent again within the minute", async () => {
    const input = { purpose: "phone-change", customer: CUSTOMER, phone: NEW } as const;

    expect(await asked("sms-code.send", input)).toMatchObject({
      refusal: { code: "sms-code.too-soon" },
    });
  });

  test("2004, O09: changes the telephone once a supervisor has given the word", async () => {
    const [digits = ""] = digitsSent;
    const right = await request(NEW, await keyed(sentCode, digits));
    expect(await asked("transaction.preview", right)).toMatchObject({ value: { level: "A2" } });
    const receipt = await people.done(right, { grant: await people.grant(right, "2001") });
    answered.push(receipt, await counter.get("slip.view", { slip: receipt.slip ?? "" }));

    expect((await people.seen(CUSTOMER)).phone).toBe("139****5678");
    expect(await asked("sms-code.ask", { code: sentCode })).toMatchObject({
      refusal: { code: "sms-code.used-up" },
    });
  });

  test("9011: is listed for a supervisor with its digits hidden, and not for a teller", async () => {
    expect(await asked("sms.outbox", { show: "all", page: 0 })).toMatchObject({
      refusal: { code: "teller.role" },
    });

    await people.sit("2001");
    const outbox = await asked("sms.outbox", { show: "sent", page: 0 });
    const rows = outbox.ok ? outbox.value.rows : [];
    const code = rows.find(({ template }) => template === "code.phone-change");
    expect(code?.texts["zh-CN"]).toContain("验证码******");
    expect(await asked("sms.retry", { message: code?.id ?? "" })).toMatchObject({
      refusal: { code: "sms.not-failed" },
    });

    await people.sit("4001");
    expect(await asked("sms.outbox", { show: "all", page: 0 })).toMatchObject({ ok: true });
    expect(await asked("sms.retry", { message: code?.id ?? "" })).toMatchObject({
      refusal: { code: "sms.chiefs-retry" },
    });
  });

  test("K06, E11: leaves its digits in no journal, ledger, slip or log, and tells the teller's window none", async () => {
    answered.push(await asked("journal.list", { page: 0 }));
    await counter.close();
    const forCustomer: readonly string[] = customerNoticeChannels;
    const told = counter.notices.filter(({ channel }) => !forCustomer.includes(channel));
    const onDisk = await contentsOf(counter.folder, "demonstration");
    const [digits = ""] = digitsSent;
    // Whole numbers only: six digits within a longer one, or within a hash, are there by chance.
    const there = new RegExp(`(?<![0-9a-f])${digits}(?![0-9a-f])`);

    expect(digits).toMatch(/^\d{6}$/);
    expect(JSON.stringify(counter.notices)).toMatch(there);
    expect(JSON.stringify(told)).not.toMatch(there);
    expect(JSON.stringify(answered)).not.toMatch(there);
    expect(counter.noted.join("\n")).not.toMatch(there);
    expect(JSON.stringify(onDisk)).toContain("sms-code.issued");
    expect(JSON.stringify(onDisk)).not.toMatch(there);
  });
});

function refOf(reply: Awaited<ReturnType<typeof asked<"sms-code.ask">>>): string {
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value.ref;
}
