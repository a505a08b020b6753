import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { flip } from "#tests/support/journal-folder.ts";
import { journeyPlace, says, verify } from "#tests/support/journey.ts";
import { signOn } from "../../scripts/tour/acts.ts";
import type { Counter } from "../../scripts/tour/counter.ts";

const place = journeyPlace("snapshot");
const folder = place.folder("books");

const start = () => place.start("--demonstration", folder, "--language", "zh-CN");
const snapshots = () =>
  readdirSync(join(folder, "ledger")).filter((name) => /^snap-\d{12}\.db$/.test(name));

/** What the program's own log says of an event, the newest last. */
async function logged(counter: Counter, event: string) {
  const profile = await counter.program.evaluate(({ app }) => app.getPath("userData"));
  const files = readdirSync(join(profile, "log")).sort();
  return files
    .flatMap((file) =>
      readFileSync(join(profile, "log", file), "utf8")
        .trim()
        .split("\n"),
    )
    .map((line) => JSON.parse(line) as { readonly event: string; readonly [fact: string]: unknown })
    .filter((line) => line.event === event);
}

async function signOff(counter: Counter): Promise<void> {
  await counter.open("1002");
  await says(counter.teller, "柜员签到");
}

test("a snapshot is made beside the counter at sign-off, and the next start begins there", async () => {
  const counter = await start();
  await signOn(counter, "1001");
  expect(snapshots()).toEqual([]);
  await signOff(counter);
  await expect.poll(snapshots, { timeout: 30_000 }).toHaveLength(1);
  await expect.poll(async () => (await logged(counter, "snapshot.made")).length).toBe(1);
  const [made] = await logged(counter, "snapshot.made");
  await counter.close();

  const again = await start();
  const openings = await logged(again, "books.opened");

  expect(openings.at(0)).toMatchObject({ snapshot: 0 });
  expect(openings.at(-1)).toEqual({
    ...{ at: expect.any(String), event: "books.opened", replayed: expect.any(Number) },
    snapshot: made?.sequence,
  });
  await signOn(again, "1001");
  await again.close();
  expect(verify(folder)).toMatchObject({ code: 0 });
});

test("a damaged snapshot is a line in the log: the program starts and asks nobody anything", async () => {
  expect(snapshots().length).toBeGreaterThan(0);
  for (const name of snapshots()) flip(join(folder, "ledger", name), 20_000);

  const counter = await start();

  await signOn(counter, "1001");
  expect((await logged(counter, "snapshot.unusable")).at(-1)).toMatchObject({ flaw: "seal" });
  expect((await logged(counter, "books.opened")).at(-1)).toMatchObject({ snapshot: 0 });
  expect(await logged(counter, "incident")).toEqual([]);
  await counter.close();
});
