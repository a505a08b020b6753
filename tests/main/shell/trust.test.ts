import { describe, expect, test } from "vitest";
import {
  customerRequestChannels,
  type RequestChannel,
  sheetRequestChannels,
  tellerRequestChannels,
} from "#core/contract/channels.ts";
import { knownWindows, type Sender } from "#main/shell/trust.ts";

type Frame = NonNullable<Sender["senderFrame"]>;

const TELLER_ID = 1;
const CUSTOMER_ID = 2;
const SLIP_ID = 3;
const SHEET_ID = 4;

function opened() {
  const known = knownWindows();
  const sent: unknown[] = [];
  const contents = (id: number, destroyed = false) => ({
    id,
    isDestroyed: () => destroyed,
    send: (...words: unknown[]) => {
      sent.push([id, ...words]);
    },
  });
  known.add(contents(TELLER_ID), "teller");
  known.add(contents(CUSTOMER_ID), "customer");
  known.add(contents(SLIP_ID), "slip");
  known.add(contents(SHEET_ID), "card-sheet");
  known.add(contents(9, true), "teller");
  return { known, sent };
}

const frameAt = (url: string, facts: Partial<Frame> = {}): Frame => ({
  url,
  origin: "app://teller",
  parent: null,
  processId: 7,
  routingId: 4,
  ...facts,
});

/** An event from the window `id`, whose main frame is process 7, route 4. */
function from(id: number, senderFrame: Frame | null): Sender {
  // Of a main frame nothing but its identity is looked at.
  const mainFrame = frameAt("app://teller/index.html") as unknown as Sender["sender"]["mainFrame"];
  return { sender: { id, mainFrame }, senderFrame };
}

const teller = (facts: Partial<Frame> = {}, url = "app://teller/index.html#lang=en") =>
  from(TELLER_ID, frameAt(url, facts));

function trusts(event: Sender, channel: RequestChannel = "order.list"): boolean {
  return opened().known.isTrusted(event, channel);
}

describe("T1e: who may ask", () => {
  test("the teller's page in the teller's window may", () => {
    expect(trusts(teller())).toBe(true);
  });

  test("a frame that has gone away may not", () => {
    expect(trusts(from(TELLER_ID, null))).toBe(false);
  });

  test("a frame that throws at every look may not", () => {
    const gone = new Proxy(frameAt(""), {
      get() {
        throw new Error("Render frame was disposed");
      },
    });

    expect(trusts(from(TELLER_ID, gone))).toBe(false);
  });

  test("a frame inside the page may not", () => {
    const parent = frameAt("app://teller/index.html") as unknown as Frame["parent"];

    expect(trusts(teller({ parent }))).toBe(false);
    expect(trusts(teller({ routingId: 5 }))).toBe(false);
    expect(trusts(teller({ processId: 8 }))).toBe(false);
  });

  test("a window that this program did not open may not", () => {
    expect(trusts(from(77, frameAt("app://teller/index.html")))).toBe(false);
  });

  test("a window that was closed may not", () => {
    const { known } = opened();

    known.remove(TELLER_ID);

    expect(known.isTrusted(teller(), "order.list")).toBe(false);
  });

  test.each([
    "app://teller.evil/index.html",
    "app://teller@evil/index.html",
    "app://teller/slip.html",
    "app://teller/index.html?x",
    "app://customer/customer.html",
    "https://teller/index.html",
    "about:blank",
    "",
  ])("the teller's window showing %j may not", (url) => {
    expect(trusts(teller({}, url))).toBe(false);
  });

  test.each(["app://teller.evil", "app://customer", "null", "https://teller", ""])(
    "the teller's page with the origin %j may not",
    (origin) => {
      expect(trusts(teller({ origin }))).toBe(false);
    },
  );
});

describe("each window has its own part of the contract", () => {
  const customer = from(
    CUSTOMER_ID,
    frameAt("app://customer/customer.html", { origin: "app://customer" }),
  );
  const slip = from(SLIP_ID, frameAt("app://teller/slip.html#12345678901234"));
  const sheet = from(
    SHEET_ID,
    frameAt("app://card-sheet/card.html#p-1&layout=card&lang=en", { origin: "app://card-sheet" }),
  );
  const all = [...tellerRequestChannels, ...customerRequestChannels, ...sheetRequestChannels];

  test.each(tellerRequestChannels)("%s is the teller's and not the customer's", (channel) => {
    expect(trusts(teller(), channel)).toBe(true);
    expect(trusts(customer, channel)).toBe(false);
  });

  test.each(customerRequestChannels)("%s is the customer's and not the teller's", (channel) => {
    expect(trusts(customer, channel)).toBe(true);
    expect(trusts(teller(), channel)).toBe(false);
    expect(trusts(slip, channel)).toBe(false);
    expect(trusts(sheet, channel)).toBe(false);
  });

  test("the printed page may look its slip up and no more", () => {
    expect(all.filter((channel) => trusts(slip, channel))).toEqual(["slip.view"]);
  });

  test("the page that prints a password card may look that up and no more", () => {
    expect(all.filter((channel) => trusts(sheet, channel))).toEqual(["card.sheet"]);
  });

  test("cells of a whole card go to no window that people see, nor to a page that came from it", () => {
    expect(trusts(teller(), "card.sheet")).toBe(false);
    expect(trusts(customer, "card.sheet")).toBe(false);
    const inDisguise = frameAt("app://customer/customer.html", { origin: "app://customer" });
    expect(trusts(from(SHEET_ID, inDisguise), "card.sheet")).toBe(false);
  });

  test("a notice goes to the open windows of its kind", () => {
    const { known, sent } = opened();

    known.deliver("teller", "books.changed", { sequence: 1 });

    expect(sent).toEqual([[TELLER_ID, "books.changed", { sequence: 1 }]]);
  });
});
