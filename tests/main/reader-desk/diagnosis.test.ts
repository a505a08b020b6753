import { describe, expect, test } from "vitest";
import type { AskOutcome, CardReader, ReaderState } from "#main/card-reader/reader.ts";
import { diagnose } from "#main/reader-desk/diagnosis.ts";

const ready: ReaderState = { status: "ready", model: "MSR605", tracks: [1, 2, 3], firmware: "" };

/** A reader that gives this to every question, and stands so before the first and after the last. */
function readerThat(outcome: AskOutcome, ...states: readonly ReaderState[]): CardReader {
  const standing = [...states];
  const reader: Pick<CardReader, "state" | "ask"> = {
    state: () => (standing.length > 1 ? standing.shift() : standing[0]) ?? ready,
    ask: async () => outcome,
  };
  return reader as CardReader; // Nothing else of a reader is asked by a diagnosis.
}

const all = (finding: unknown) => ({
  ok: true,
  value: {
    communication: finding,
    memory: finding,
    model: finding,
    tracks: finding,
    firmware: finding,
    coercivity: finding,
    leadingZeros: finding,
  },
});

describe("what came of a question", () => {
  test("that the language does not have: it was not asked", async () => {
    expect(await diagnose(readerThat({ outcome: "not-supported" }))).toEqual(
      all({ state: "not-offered" }),
    );
  });

  test("that was asked and got no answer is no missing item", async () => {
    expect(await diagnose(readerThat({ outcome: "no-answer" }))).toEqual(
      all({ state: "unanswered" }),
    );
  });

  test("that the reader turned down says what the reader complained of", async () => {
    expect(
      await diagnose(readerThat({ outcome: "refused-by-reader", complaint: "unknown-command" })),
    ).toEqual(all({ state: "failed", why: "unknown-command" }));
  });

  test("whose answer belongs to no question of a diagnosis was not understood", async () => {
    expect(
      await diagnose(readerThat({ outcome: "answered", reply: { reply: "garbled" } })),
    ).toEqual(all({ state: "failed", why: "not-understood" }));
  });

  test("for the firmware: bytes that are no text are not a revision", async () => {
    const reply = { reply: "firmware", revision: "" } as const;

    expect(await diagnose(readerThat({ outcome: "answered", reply }))).toMatchObject({
      value: { firmware: { state: "failed", why: "not-understood" } },
    });
  });

  test("for the firmware: its text is the value", async () => {
    const reply = { reply: "firmware", revision: "REVH3.12" } as const;

    expect(await diagnose(readerThat({ outcome: "answered", reply }))).toMatchObject({
      value: { firmware: { state: "answered", value: "REVH3.12" } },
    });
  });
});

describe("a reader that is gone", () => {
  test.each(["unplugged", "in-use", "silent"] as const)(
    "before the first question says how: %s",
    async (reason) => {
      const lost = { status: "lost", reason } as const;

      expect(await diagnose(readerThat({ outcome: "no-answer" }, lost))).toEqual({
        ok: false,
        refusal: { code: "reader.not-ready", status: "lost", reason },
      });
    },
  );

  test("while it is asked says how, and shows no half of a result", async () => {
    const lost = { status: "lost", reason: "unplugged" } as const;

    expect(await diagnose(readerThat({ outcome: "lost" }, ready, lost))).toEqual({
      ok: false,
      refusal: { code: "reader.not-ready", status: "lost", reason: "unplugged" },
    });
  });
});
