import { describe, expect, test } from "vitest";
import { DELIVERY_CHARACTERS } from "#core/contract/contract.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { REQUESTS_AT_ONCE, REQUESTS_PER_SECOND, REQUESTS_WAITING } from "#main/ipc/serve.ts";
import { openGate } from "./gate.ts";

const untrusted = refuse({ code: "request.untrusted" });
const tooMany = refuse({ code: "request.too-many" });
const tooLarge = refuse({ code: "request.too-large" });

describe("a request of the window", () => {
  test("reaches its handler with what the contract says, and the answer comes back", async () => {
    const gate = openGate({ answer: () => accept([]) });

    const reply = await gate.ask("order.list");

    expect(reply).toEqual({ ok: true, value: [] });
    expect(gate.reached).toEqual([{ channel: "order.list", input: undefined }]);
  });

  test("reaches its handler parsed: space around a typed reason is gone", async () => {
    const gate = openGate({ answer: () => accept({ text: "110101********2222" }) });

    await gate.ask("customer.reveal", { customer: "c-1", what: "document", reason: "  核对 " });

    expect(gate.reached[0]?.input).toEqual({ customer: "c-1", what: "document", reason: "核对" });
  });

  test("gets a refusal of the rules back as it is", async () => {
    const gate = openGate({ answer: () => refuse({ code: "box.short", held: 100 }) });

    const reply = await gate.ask("order.list");

    expect(reply).toEqual({ ok: false, refusal: { code: "box.short", held: 100 } });
    expect(gate.incidents).toEqual([]);
  });

  test("T1e: is refused to a sender that is not the window of that channel", async () => {
    const gate = openGate({ isTrusted: () => false });

    expect(await gate.ask("order.list")).toEqual(untrusted);
    expect(gate.reached).toEqual([]);
    expect(gate.noted).toEqual(["request.untrusted"]);
  });
});

describe("a message that is not the contract's", () => {
  test("is refused with where and what, and never with the value", async () => {
    const gate = openGate();

    const reply = await gate.ask("slip.list", { text: 6222020200012345, page: -1, "622202": 1 });

    expect(reply).toEqual(
      refuse({
        code: "request.malformed",
        issues: [
          "text: Invalid input: expected string, received number",
          "page: Too small: expected number to be >=0",
          "request: Unrecognized key",
        ],
      }),
    );
    expect(gate.reached).toEqual([]);
  });

  test("is refused without the made-up names inside a transaction either", async () => {
    const gate = openGate();
    const input = { slip: "12345678901234", reason: "丢失", "6222020200012345": 1 };

    const reply = await gate.ask("transaction.preview", { code: "9003", input });

    expect(reply).toEqual(
      refuse({ code: "request.malformed", issues: ["input: Unrecognized key"] }),
    );
  });

  test("is refused with at most ten issues", async () => {
    const gate = openGate();
    const people = Array.from({ length: 30 }, () => ({ id: 1 }));

    const reply = await gate.ask("branch.found", { code: "1", name: "", englishName: "", people });

    expect(reply).toMatchObject({ ok: false, refusal: { code: "request.malformed" } });
    expect(reply).toHaveProperty("refusal.issues.length", 10);
  });

  test("is refused when it is larger than any request", async () => {
    const gate = openGate();

    expect(await gate.ask("slip.list", { text: "x".repeat(131_072), page: 0 })).toEqual(tooLarge);
    expect(gate.reached).toEqual([]);
  });

  test("may be heavier only where it is a stock file, and that to the last character", async () => {
    const text = "0".repeat(DELIVERY_CHARACTERS);
    const gate = openGate({ answer: () => refuse({ code: "delivery.damaged", line: 1 }) });

    expect(await gate.ask("delivery.read", { text })).toMatchObject({
      refusal: { code: "delivery.damaged" },
    });
    expect(await gate.ask("delivery.read", { text: `${text}0` })).toMatchObject({
      refusal: { code: "request.malformed" },
    });
    expect(await gate.ask("delivery.read", { text: text + text })).toEqual(tooLarge);
    expect(await gate.ask("slip.list", { text, page: 0 })).toEqual(tooLarge);
    expect(gate.reached).toHaveLength(1);
  });

  test("is refused when it holds itself", async () => {
    const gate = openGate();
    const cyclic: Record<string, unknown> = { text: "", page: 0 };
    cyclic.self = cyclic;

    const reply = await gate.ask("slip.list", cyclic);

    expect(reply).toMatchObject({ ok: false, refusal: { code: "request.malformed" } });
  });

  test("is refused when it names a prototype, on whatever level", async () => {
    const gate = openGate({ answer: () => accept({ rows: [], total: 0 }) });

    const outside = await gate.ask("slip.list", JSON.parse('{"text":"","page":0,"__proto__":{}}'));
    const inside = await gate.ask("transaction.preview", {
      code: "9003",
      input: JSON.parse('{"slip":"12345678901234","reason":"x","constructor":{"prototype":1}}'),
    });

    expect(outside).toMatchObject({ refusal: { issues: ["a forbidden name"] } });
    expect(inside).toMatchObject({ refusal: { issues: ["a forbidden name"] } });
    expect(gate.reached).toEqual([]);
  });

  test("is refused when more than one input comes with it", async () => {
    const gate = openGate();

    expect(await gate.ask("order.list", undefined, "more")).toMatchObject({
      refusal: { code: "request.malformed" },
    });
  });
});

describe("too many requests", () => {
  test("are refused after those that may come at once, and let through again in time", async () => {
    const gate = openGate({ answer: () => accept([]) });
    for (let count = 0; count < REQUESTS_AT_ONCE; count += 1) await gate.ask("order.list");

    const beyond = await gate.ask("order.list");
    gate.pass(1000 / REQUESTS_PER_SECOND);
    const later = await gate.ask("order.list");
    const again = await gate.ask("order.list");

    expect(beyond).toEqual(tooMany);
    expect(later).toEqual({ ok: true, value: [] });
    expect(again).toEqual(tooMany);
    expect(gate.reached).toHaveLength(REQUESTS_AT_ONCE + 1);
  });

  test("are refused while as many wait for answers as may wait", async () => {
    const waiting: (() => void)[] = [];
    const gate = openGate({
      answer: () => new Promise((resolve) => waiting.push(() => resolve(accept("done")))),
    });
    const asked = Array.from({ length: REQUESTS_WAITING }, () => gate.ask("pin.cancel"));

    const beyond = await gate.ask("pin.cancel");
    for (const finish of waiting) finish();
    await Promise.all(asked);
    const after = gate.ask("pin.cancel");
    waiting.at(-1)?.();

    expect(beyond).toEqual(tooMany);
    expect(await after).toEqual({ ok: true, value: "done" });
  });

  test("do not flood the log", async () => {
    const gate = openGate({ isTrusted: () => false });

    for (let count = 0; count < 1000; count += 1) await gate.ask("order.list");

    expect(gate.noted).toHaveLength(50);
  });
});

describe("a failure behind the gate", () => {
  test("is an incident number to the window and a fault in the log", async () => {
    const fault = new Fault("journal.write-failed", { errno: "ENOSPC" });
    const gate = openGate({
      answer: () => {
        throw fault;
      },
    });

    const reply = await gate.ask("order.list");

    expect(reply).toEqual(refuse({ code: "workstation.fault", incident: "20261122-0001" }));
    expect(gate.incidents).toEqual([fault]);
  });

  test("is an incident number too where the promise of a handler fails", async () => {
    const gate = openGate({ answer: () => Promise.reject(new Error("the port is gone")) });

    expect(await gate.ask("order.list")).toMatchObject({ refusal: { code: "workstation.fault" } });
  });
});

describe("an answer on its way out", () => {
  test("loses all that the contract does not name", async () => {
    const gate = openGate({
      answer: () => accept({ text: "110101********2222", track: ";6222=2912?" }),
    });

    const reply = await gate.ask("customer.reveal", {
      customer: "c-1",
      what: "document",
      reason: "核对",
    });

    expect(reply).toEqual({ ok: true, value: { text: "110101********2222" } });
  });

  test("is a fault and stays inside when it does not fit", async () => {
    const gate = openGate({ answer: () => accept({ rows: "6222020200012345", total: 1 }) });

    const reply = await gate.ask("slip.list", { text: "", page: 0 });

    expect(reply).toEqual(refuse({ code: "workstation.fault", incident: "20261122-0001" }));
    expect(String(gate.incidents[0])).not.toContain("6222020200012345");
  });

  test("is a fault when it is neither an answer nor a refusal", async () => {
    const gate = openGate({ answer: () => ({ ok: false, refusal: { code: "SQLITE_ERROR: x" } }) });

    expect(await gate.ask("order.list")).toMatchObject({ refusal: { code: "workstation.fault" } });
    expect(gate.incidents).toMatchObject([{ code: "answer.malformed" }]);
  });
});
