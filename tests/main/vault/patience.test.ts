import { expect, test } from "vitest";
import { accept, refuse } from "#core/kernel/result.ts";
import { createPatience } from "#main/vault/patience.ts";

const wrong = async () => refuse({ code: "vault.wrong-passphrase", waitSeconds: 0 } as const);
const right = async () => accept("open");

test("a wrong passphrase is followed by a wait of 1, 2, 4 … 30 seconds, and a right one by none", async () => {
  let now = 0;
  const patience = createPatience(() => now);
  const waits: number[] = [];

  for (let tries = 0; tries < 7; tries += 1) {
    await patience.hear(wrong);
    waits.push(patience.waitSeconds());
    now += patience.waitSeconds() * 1000;
  }
  await patience.hear(right);
  await patience.hear(wrong);

  expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
  expect(patience.waitSeconds()).toBe(1);
});

test("until the wait is over nobody is heard, and that costs no further wait", async () => {
  let now = 0;
  const patience = createPatience(() => now);
  await patience.hear(wrong);
  await patience.hear(wrong);

  now = 999;
  const early = await patience.hear(right);
  now = 1000;
  const inTime = await patience.hear(right);

  expect(early).toEqual({ ok: false, refusal: { code: "vault.too-soon", waitSeconds: 1 } });
  expect(inTime).toEqual({ ok: true, value: "open" });
});

test("a second passphrase is not tried beside the first, nor after a failure forgotten", async () => {
  const patience = createPatience(() => 0);

  const [first, second] = await Promise.all([patience.hear(right), patience.hear(right)]);
  const failed = patience.hear(() => Promise.reject(new Error("disk")));

  expect(first.ok).toBe(true);
  expect(second).toEqual({ ok: false, refusal: { code: "vault.too-soon", waitSeconds: 1 } });
  await expect(failed).rejects.toThrow("disk");
  expect(await patience.hear(right)).toMatchObject({ ok: true });
});

test("any other refusal leads to no wait", async () => {
  const patience = createPatience(() => 0);

  await patience.hear(async () => refuse({ code: "vault.passphrase-weak", weakness: "short" }));

  expect(patience.waitSeconds()).toBe(0);
});
