import { describe, expect, test } from "vitest";
import { createCardReader } from "#main/card-reader/engine.ts";
import { swipeOnly } from "#main/card-reader/swipe-only/swipe-only.ts";
import type { Connection } from "#main/card-reader/transport.ts";
import { wedgeTransport } from "#main/card-reader/wedge/wedge-transport.ts";
import { ascii } from "../bytes.ts";
import { createHandClock } from "../hand-clock.ts";
import { openWindow, textOf } from "./typist.ts";

const TRACK_1 = "%B6210947000000021^ZHANG/SAN^1808101?";
const TRACK_2 = ";6210947000000021=1808101?";

/** A window whose cards are swiped away only while a line is open. */
function setUp() {
  const window = openWindow();
  window.stopListening();
  window.seen.length = 0;
  return { window, open: wedgeTransport(window.catcher) };
}

async function opened(open: ReturnType<typeof wedgeTransport>): Promise<Connection> {
  const result = await open();
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Everything that arrives, copied before it is overwritten. */
function arriving(connection: Connection) {
  const arrived: string[] = [];
  const handed: Uint8Array[] = [];
  connection.onBytes((bytes) => {
    arrived.push(String.fromCharCode(...bytes));
    handed.push(bytes);
  });
  return { arrived, handed };
}

describe("the line to a reader that types", () => {
  test("carries a card as a swipe-only reader would send it, and says where it ends", async () => {
    const { window, open } = setUp();
    const { arrived } = arriving(await opened(open));

    window.type(`${TRACK_1}\n${TRACK_2}\n`, 2);
    window.clock.pass(50);

    expect(arrived).toEqual([`${TRACK_1}\r${TRACK_2}\r\x03`]);
  });

  test("carries capitals, whatever Caps Lock has made of them", async () => {
    const { window, open } = setUp();
    const { arrived } = arriving(await opened(open));

    window.type(TRACK_1.toLowerCase(), 2);
    window.clock.pass(50);

    expect(arrived).toEqual([`${TRACK_1}\x03`]);
  });

  test("K04: leaves nothing of a card behind in memory", async () => {
    const { window, open } = setUp();
    const caught: Uint8Array[] = [];
    window.catcher.onCard((bytes) => caught.push(bytes));
    const { handed } = arriving(await opened(open));

    window.type(TRACK_2, 2);
    window.clock.pass(50);

    expect([...caught, ...handed].map((bytes) => bytes.every((byte) => byte === 0))).toEqual([
      true,
      true,
    ]);
  });

  test("is one: a second is refused until the first is closed", async () => {
    const { open } = setUp();
    const first = await opened(open);

    expect(await open()).toEqual({ ok: false, refusal: { code: "port.in-use" } });
    await first.close();
    await first.close();

    expect((await open()).ok).toBe(true);
    expect(await open()).toEqual({ ok: false, refusal: { code: "port.in-use" } });
  });

  test("takes no keys once it is closed, and gives back what it had", async () => {
    const { window, open } = setUp();
    const connection = await opened(open);
    const { arrived } = arriving(connection);

    window.type(";6", 2);
    await connection.close();
    window.type(`${TRACK_2}\n`, 2);
    window.clock.pass(1_000);

    expect(arrived).toEqual([]);
    expect(textOf(window.seen)).toBe(`;6${TRACK_2}\r`);
  });

  test("says nothing to the keyboard", async () => {
    const { open } = setUp();
    const connection = await opened(open);

    expect(await connection.write(ascii("x"))).toBe("sent");
    await connection.close();
    expect(await connection.write(ascii("x"))).toBe("not-sent");
  });
});

describe("a reader that types, at the counter", () => {
  /** The counter's own engine on such a line, in the language that the station gives it. */
  async function setUpReader() {
    const { window, open } = setUp();
    const clock = createHandClock();
    const reader = createCardReader({ transport: open, dialect: swipeOnly, clock });
    await clock.until(reader.connect());
    return { window, clock, reader };
  }

  test("has its card read as a swipe, without a further wait", async () => {
    const { window, clock, reader } = await setUpReader();

    const swipe = reader.read();
    await clock.advance(0);
    window.type(`${TRACK_1}\n${TRACK_2}\n`, 2);
    window.clock.pass(50);

    await expect(swipe).resolves.toEqual({
      outcome: "read",
      tracks: { track1: TRACK_1, track2: TRACK_2 },
      failed: [],
    });
    expect(clock.now()).toBe(0);
  });

  test.each([
    ["no track that could be read", "%E?;E?\n", [1, 2]],
    ["a number without an end", ";6210947000000021", [2]],
    ["more than any card holds", `${TRACK_1}${TRACK_2}${"1".repeat(320)}?\n`, [1]],
  ])("is asked for another swipe after %s", async (_, text, failed) => {
    const { window, clock, reader } = await setUpReader();

    const swipe = reader.read();
    await clock.advance(0);
    window.type(text, 2);
    window.clock.pass(50);

    await expect(swipe).resolves.toMatchObject({ outcome: "unreadable", failed });
  });

  test("cannot write", async () => {
    const { reader } = await setUpReader();

    await expect(reader.write({ track2: TRACK_2 })).resolves.toEqual({
      outcome: "not-supported",
    });
  });
});
