import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { issueCode, tell } from "#core/commands/one-time-codes.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { Phone } from "#core/identity/phone.ts";
import { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { createDesk, type Desk } from "#main/desk.ts";
import { closeBooks, type OpenBooks } from "#main/open-books.ts";
import { sha256 } from "#main/sha256.ts";
import { codeDigits } from "#main/sms/code-digits.ts";
import { type Outbox, openOutbox } from "#main/sms/outbox.ts";
import type { Handed, OutgoingMessage, SmsPort } from "#main/sms/sms-port.ts";
import { createHandClock, type HandClock } from "#tests/main/card-reader/hand-clock.ts";
import { customer } from "#tests/main/ledger/invented.ts";
import { openTestBooks } from "#tests/support/books.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";

const NOW = Date.UTC(2026, 2, 18, 2);
const MINUTE = 60_000;
const to = Phone.parse("13800001234");
const about = {
  customer: CustomerId.parse("c-1"),
  to,
  values: { phone: "138****1234", branch: "x" },
};

let folder: string;
let books: OpenBooks;
let desk: Desk;
let clock: HandClock;
let wall: number;
let outbox: Outbox;
let handed: OutgoingMessage[];
let incidents: unknown[];
/** What the gateway answers, one after the other; then it takes everything. */
let answers: (Handed | Error)[];

const gateway: SmsPort = {
  name: "demonstration",
  async hand(message) {
    handed.push(message);
    const answer = answers.shift() ?? { taken: true };
    if (answer instanceof Error) throw answer;
    return answer;
  },
};

beforeEach(async () => {
  const entry = { type: "customer.registered", customer: customer(1) };
  folder = await trialBranch([Entry.parse(entry)]);
  [wall, answers] = [NOW, []];
  await open();
});
afterEach(close);

async function open(port: SmsPort | "none" = gateway): Promise<void> {
  books = await openTestBooks(folder, "live");
  clock = createHandClock();
  [handed, incidents] = [[], []];
  desk = createDesk({
    ...{ kind: "live", ...books, clock: () => wall, onSitting: () => {} },
    onPosted: ({ entries }) => {
      if (entries.some(({ type }) => type === "sms.queued")) outbox.wake();
    },
  });
  outbox = openOutbox({
    ...{ desk, port: port === "none" ? undefined : port, clock, key: books.vault.smsCode },
    log: { incident: (failure) => `${incidents.push(failure)}` },
  });
}

function close(): void {
  outbox.stop();
  closeBooks(books);
}

/** The program ends, and starts over the same folder. */
async function restart(port?: SmsPort): Promise<void> {
  close();
  await open(port);
  outbox.wake();
  await clock.advance(0);
}

const room = () => ({
  ...{ books: desk.books, now: desk.now(), sha256 },
  parameters: known(desk.branch(), "the branch is founded").parameters,
});

function says(template: "phone-set" | "phone-changed" = "phone-set"): void {
  desk.commit({ teller: "system", code: "2004", entries: [tell(template, about, room())] });
}

/** A code for a telephone that is to be reserved; its digits are the key's to tell. */
function sendsCode(): string {
  const request = { ...about, purpose: "phone-change" as const, elements: ["c-1", to] };
  const { code, entries } = issueCode(request, "a".repeat(32), room());
  desk.commit({ teller: "system", code: "2004", entries });
  return codeDigits(books.vault.smsCode, code);
}

const message = (number = 1) => known(desk.books.find("message", `m-${number}`), "it was queued");

describe("the outbox", () => {
  test("E11: hands a code's digits to the gateway, and writes down that it was sent and no more", async () => {
    const digits = sendsCode();
    expect(message().status).toBe("waiting");

    await clock.advance(0);

    expect(handed).toMatchObject([{ id: "m-1", to }]);
    expect(handed[0]?.text).toContain(`验证码${digits}`);
    expect(message()).toMatchObject({ status: "sent", sentAt: NOW, tries: 1 });
    expect(JSON.stringify(desk.ledger.batch(desk.ledger.lastSequence))).not.toContain(digits);
  });

  test("sends in the order in which messages were made", async () => {
    says("phone-changed");
    says("phone-set");
    await clock.advance(0);

    expect(handed.map(({ id }) => id)).toEqual(["m-1", "m-2"]);
  });

  test("offers a message again after growing pauses, and not a moment before", async () => {
    answers = [
      { taken: false, why: "no line" },
      { taken: false, why: "no line" },
    ];
    says();
    await clock.advance(4_999);
    expect(handed).toHaveLength(1);
    expect(message()).toMatchObject({ status: "waiting", tries: 1, failure: "no line" });

    await clock.advance(1);
    expect(handed).toHaveLength(2);
    await clock.advance(29_999);
    expect(handed).toHaveLength(2);
    await clock.advance(1);

    expect(handed).toHaveLength(3);
    expect(message()).toMatchObject({ status: "sent", tries: 3 });
  });

  test("one that is not taken keeps no other waiting", async () => {
    answers = [{ taken: false, why: "no such number" }];
    says("phone-changed");
    says("phone-set");
    await clock.advance(0);

    expect(message(1).status).toBe("waiting");
    expect(message(2).status).toBe("sent");
  });

  test("gives up after the branch's number of tries, and begins again when it is told to", async () => {
    answers = [1, 2, 3, 4, 5].map(() => ({ taken: false, why: "no line" }));
    says();
    await clock.advance(60 * MINUTE);
    expect(handed).toHaveLength(5);
    expect(message()).toMatchObject({ status: "failed", tries: 5 });

    const again = { type: "sms.tried-again", message: message().id } as const;
    desk.commit({ teller: "system", code: "9011", entries: [again] });
    outbox.wake();
    await clock.advance(0);

    expect(message()).toMatchObject({ status: "sent", tries: 1 });
  });

  test("takes what a gateway throws for a failure with an incident, whose words stay in the log", async () => {
    answers = [new Error("13800001234 is not there")];
    says();
    await clock.advance(0);

    expect(incidents).toHaveLength(1);
    expect(message()).toMatchObject({ status: "waiting", failure: "incident 1" });
  });

  test("goes on after a restart with what still waits", async () => {
    answers = [{ taken: false, why: "no line" }];
    says();
    await clock.advance(0);

    await restart(gateway);

    expect(handed.map(({ id }) => id)).toEqual(["m-1"]);
    expect(message()).toMatchObject({ status: "sent", tries: 2 });
  });

  test("O09: a code is sent in its last moment, and never after it", async () => {
    answers = [{ taken: false, why: "no line" }];
    sendsCode();
    await clock.advance(0);
    wall = NOW + 5 * MINUTE;
    await clock.advance(5_000);
    expect(message().status).toBe("sent");

    answers = [{ taken: false, why: "no line" }];
    sendsCode();
    await clock.advance(0);
    wall += 5 * MINUTE + 1;
    await clock.advance(5_000);
    expect(message(2).status).toBe("expired");
    expect(handed.map(({ id }) => id)).toEqual(["m-1", "m-1", "m-2"]);
  });

  test("E11: a code that was sent anew meanwhile is not sent any more", async () => {
    sendsCode();
    sendsCode();
    await clock.advance(0);

    expect(message(1).status).toBe("expired");
    expect(handed.map(({ id }) => id)).toEqual(["m-2"]);
  });

  test("without a gateway sends nothing, keeps what waits, and lets codes run out", async () => {
    says();
    sendsCode();
    close();
    await open("none");
    outbox.wake();
    await clock.advance(60 * MINUTE);
    expect([message(1).status, message(2).status]).toEqual(["waiting", "waiting"]);

    wall = NOW + 5 * MINUTE + 1;
    outbox.wake();
    await clock.advance(0);

    expect([message(1).status, message(2).status]).toEqual(["waiting", "expired"]);
    expect(handed).toEqual([]);

    await restart(gateway);
    expect(handed.map(({ id }) => id)).toEqual(["m-1"]);
  });

  test("writes nothing down after it was stopped", async () => {
    let answer = (_handed: Handed): void => {};
    const slow: SmsPort = {
      name: "demonstration",
      hand: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    };
    close();
    await open(slow);
    says();
    await clock.advance(0);
    outbox.stop();
    answer({ taken: true });
    await clock.advance(0);

    expect(message().status).toBe("waiting");
  });
});
