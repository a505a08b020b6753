import { describe, expect, test } from "vitest";
import { createTellerStore, listen } from "#renderer/store/teller-store.ts";
import { type Answers, fakeBridge, yes } from "#tests/renderer/support/fake-bridge.ts";
import { previewView, receiptView, swipeView } from "#tests/renderer/support/views.ts";

const request = { code: "4007", input: {} } as const;
const written = { ref: "e-00000009", serial: "000000000102", number: "622202*********1111" };

function counter(answers: Answers) {
  const bridge = fakeBridge(answers);
  const store = createTellerStore(bridge);
  listen(store, bridge);
  return { bridge, store, teller: () => store.getState() };
}
const sent = (bridge: ReturnType<typeof fakeBridge>, channel: string) =>
  bridge.asked.filter((asked) => asked.channel === channel).map(({ input }) => input);

describe("a transaction from preview to receipt", () => {
  test("that needs nobody is posted with the id made at its preview", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView()),
      "transaction.run": yes(receiptView()),
    });

    await teller().previewTransaction(request);
    const { transaction } = teller();
    await teller().confirmTransaction();

    expect(teller().transaction).toMatchObject({ step: "done", receipt: { sequence: 17 } });
    expect(sent(bridge, "transaction.run")).toEqual([
      { id: transaction.step === "previewed" && transaction.id, request },
    ]);
  });

  test("L14: has dealt with the swipe it is about, whose alert is then in nobody's way", async () => {
    const { store, teller } = counter({ "transaction.preview": yes(previewView()) });
    const alerting = swipeView({ verdict: "retained", retain: true });
    store.setState({ swipeAlert: alerting });

    await teller().previewTransaction({ code: "3014", input: { swipe: "e-99999999" } });
    expect(teller().swipeAlert).toEqual(alerting);

    await teller().previewTransaction({ code: "3014", input: { swipe: "e-00000001" } });
    expect(teller().swipeAlert).toBeUndefined();
  });

  test("keeps its id when it is tried again, so that nothing is done twice", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView()),
      "transaction.run": { ok: false, refusal: { code: "request.too-many" } },
    });

    await teller().previewTransaction(request);
    await teller().confirmTransaction();
    await teller().confirmTransaction();

    const [first, second] = sent(bridge, "transaction.run");
    expect(first).toEqual(second);
    expect(teller().transaction).toMatchObject({ refusal: { code: "request.too-many" } });
  });

  test("gets another id with every preview", async () => {
    const { teller } = counter({ "transaction.preview": yes(previewView()) });
    const idNow = () => {
      const { transaction } = teller();
      return transaction.step === "previewed" ? transaction.id : undefined;
    };

    await teller().previewTransaction(request);
    const before = idNow();
    teller().back();
    await teller().previewTransaction(request);

    expect(idNow()).not.toBe(before);
  });

  test("D09: A3 by two supervisors is posted only after the second", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ level: "A3" })),
      "transaction.run": yes(receiptView()),
      "authorisation.approve": ({ approver }) =>
        yes({
          grant: "g-1",
          status: approver === "0201" ? "half" : "whole",
          // The contract brands it; the fake only echoes.
          approver: approver as never,
        }),
    });

    await teller().previewTransaction(request);
    await teller().confirmTransaction();
    await teller().approveTransaction("0201", "first");
    expect(teller().transaction).toMatchObject({ step: "authorising", half: { grant: "g-1" } });
    expect(sent(bridge, "transaction.run")).toEqual([]);
    await teller().approveTransaction("0202", "second");

    expect(sent(bridge, "transaction.run")).toEqual([expect.objectContaining({ grant: "g-1" })]);
  });

  test("D09: a refusal to approve goes back to the form with its reason", async () => {
    const { teller } = counter({
      "transaction.preview": yes(previewView({ level: "A2" })),
      "authorisation.decline": yes("done"),
    });

    await teller().previewTransaction(request);
    await teller().confirmTransaction();
    await teller().declineTransaction("0201", "password", "证件不清");

    expect(teller().transaction).toMatchObject({
      step: "filling",
      declined: { approver: "0201", reason: "证件不清" },
    });
  });

  test("V04: a spoiled card is shown, and the next one posts with its own evidence", async () => {
    let tries = 0;
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ writes: true })),
      "transaction.run": yes(receiptView()),
      "card.write": () =>
        ++tries === 1
          ? {
              ok: false,
              refusal: {
                code: "reader.write-failed",
                why: "mismatch",
                spoiled: "000000000101",
                next: "000000000102",
              },
            }
          : yes(written as never),
    });

    await teller().previewTransaction(request);
    await teller().confirmTransaction();
    expect(teller().transaction).toMatchObject({
      step: "writing",
      waiting: false,
      refusal: { spoiled: "000000000101", next: "000000000102" },
    });
    await teller().workAgain();

    expect(teller().transaction.step).toBe("done");
    expect(sent(bridge, "transaction.run")).toEqual([
      expect.objectContaining({ written: "e-00000009" }),
    ]);
  });

  test("shows the stages of writing as they are told, and Esc stops the writing", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ writes: true })),
      "card.write": () => new Promise(() => undefined),
      "card.cancel": yes("done"),
    });

    teller().openScreen("4007");
    await teller().previewTransaction(request);
    void teller().confirmTransaction();
    bridge.tell("write.stage", { stage: "verify-swipe" });
    expect(teller().transaction).toMatchObject({ step: "writing", stage: "verify-swipe" });
    teller().back();

    expect(sent(bridge, "card.cancel")).toHaveLength(1);
  });

  test("answers that come after the teller went elsewhere change nothing", async () => {
    let answer: () => void = () => undefined;
    const { teller } = counter({
      "transaction.preview": () =>
        new Promise((resolve) => {
          answer = () => resolve(yes(previewView()));
        }),
    });

    const asked = teller().previewTransaction(request);
    teller().goHome();
    answer();
    await asked;

    expect(teller().transaction).toEqual({ step: "filling", waiting: false });
  });
});

describe("a batch that is made before it is posted", () => {
  const batch = { code: "8007", input: {} } as const;
  const made = { ref: "e-batch0001" as never, file: "b-3.jwe", count: 100 };

  test("waits with its posting for the file, and the receipt names it", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ makes: 100 })),
      "batch.make": yes(made),
      "transaction.run": yes(receiptView()),
    });

    await teller().previewTransaction(batch);
    await teller().confirmTransaction();

    expect(teller().transaction).toMatchObject({ step: "done", file: "b-3.jwe" });
    expect(sent(bridge, "transaction.run")).toEqual([
      expect.objectContaining({ written: "e-batch0001" }),
    ]);
  });

  test("tells how far it is, and no further once it is being posted", async () => {
    let post: () => void = () => undefined;
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ makes: 100 })),
      "batch.make": () => {
        bridge.tell("batch.progress", { done: 40, total: 100 });
        expect(teller().transaction).toMatchObject({ step: "making", made: 40 });
        return yes(made);
      },
      "transaction.run": () =>
        new Promise((resolve) => {
          post = () => resolve(yes(receiptView()));
        }),
    });

    await teller().previewTransaction(batch);
    const confirmed = teller().confirmTransaction();
    await expect.poll(() => teller().transaction).toMatchObject({ file: "b-3.jwe", made: 100 });
    bridge.tell("batch.progress", { done: 99, total: 100 });
    expect(teller().transaction).toMatchObject({ made: 100 });
    post();
    await confirmed;

    expect(teller().transaction.step).toBe("done");
  });

  test("is called off by Esc, and once more on the way home, but not while it is posted", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ makes: 100 })),
      "batch.make": () => new Promise(() => undefined),
      "batch.cancel": yes("done"),
    });

    teller().openScreen("8007");
    await teller().previewTransaction(batch);
    void teller().confirmTransaction();
    teller().back();
    expect(sent(bridge, "batch.cancel")).toHaveLength(1);
    teller().goHome();

    expect(sent(bridge, "batch.cancel")).toHaveLength(2);
    expect(teller().transaction.step).toBe("filling");
  });

  test("that comes too late is not posted for a teller who has gone elsewhere", async () => {
    let finish: () => void = () => undefined;
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ makes: 100 })),
      "batch.make": () =>
        new Promise((resolve) => {
          finish = () => resolve(yes(made));
        }),
      "batch.cancel": yes("done"),
    });

    await teller().previewTransaction(batch);
    const confirmed = teller().confirmTransaction();
    teller().goHome();
    finish();
    await confirmed;

    expect(sent(bridge, "transaction.run")).toEqual([]);
  });
});

describe("what a posting leaves behind", () => {
  const read = swipeView();
  const swipe = read.status === "read" ? read : undefined;
  const drawing = { code: "3012", input: { swipe: "e-00000001" } } as const;

  test("a swipe that was part of it is not offered for the next", async () => {
    const { teller, store } = counter({
      "transaction.preview": yes(previewView()),
      "transaction.run": yes(receiptView()),
    });
    store.setState({ swipe });

    await teller().previewTransaction(drawing);
    await teller().confirmTransaction();

    expect(teller().swipe).toBeUndefined();
  });

  test("a swipe that had no part in it stays", async () => {
    const { teller, store } = counter({
      "transaction.preview": yes(previewView()),
      "transaction.run": yes(receiptView()),
    });
    store.setState({ swipe });

    await teller().previewTransaction(request);
    await teller().confirmTransaction();

    expect(teller().swipe).toBe(swipe);
  });

  test("a stage told late never hides that the posting was refused", async () => {
    const { bridge, teller } = counter({
      "transaction.preview": yes(previewView({ writes: true })),
      "card.write": yes(written as never),
      "transaction.run": () => {
        bridge.tell("write.stage", { stage: "done" });
        return { ok: false, refusal: { code: "authorisation.expired" } };
      },
    });

    await teller().previewTransaction(request);
    await teller().confirmTransaction();

    expect(teller().transaction).toMatchObject({
      step: "previewed",
      waiting: false,
      refusal: { code: "authorisation.expired" },
    });
  });
});
