import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { realDisk } from "#main/journal/disk.ts";
import { judgeReal } from "../real-process.ts";
import { listed, type Row } from "../row.ts";
import { failed, type Outcome, problemWith, stop } from "../rule.ts";
import { onSmallMount, PAGE_BYTES, type SmallMount, whyNoMount } from "../small-mount.ts";
import { type History, leave, openOn, runDay } from "../workload.ts";

const ROOMY_PAGES = 1024;
/** As the workstation's own reserve, in small: room for the segment and HEAD that a start may need. */
const RESERVE_PAGES = 8;

const reservePath = (folder: string): string => join(folder, "ledger", "reserve.bin");

/** Row 29. Nothing is simulated here: the kernel itself has no page left. */
export const fullMount: Row = {
  number: 29,
  injection: "a real file system that is full after n pages, opened in place, then given room",
  sample: Number.POSITIVE_INFINITY,
  missing: whyNoMount,
  async plan() {
    const pages = await onSmallMount(ROOMY_PAGES, async (mounted) => {
      await runDay(realDisk, undefined, mounted.folder);
      return mounted.pagesUsed();
    });
    const cases = Array.from({ length: pages - 1 }, (_, index) => index + 1).flatMap((room) =>
      [false, true].map((hasReserve) => ({ room, hasReserve })),
    );
    return listed(cases, ({ room, hasReserve }) =>
      onSmallMount(room + (hasReserve ? RESERVE_PAGES : 0), (mounted) =>
        fillUp(mounted, hasReserve),
      ),
    );
  },
};

/** The day until there is no room; then what stands there while it is full, and when it is not. */
async function fillUp(mounted: SmallMount, hasReserve: boolean): Promise<Outcome> {
  const { folder } = mounted;
  if (hasReserve) layReserve(folder);
  const { history, failure, tookMore } = await runDay(realDisk, undefined, folder);
  if (failure === undefined) return failed("the day took more room than there is");
  if (tookMore) return failed("it took a command after its disk was full");
  const ended = stop(failure, "may-stop");
  if (ended.result === "failed") return ended;

  const inPlace = await openInPlace(folder, history);
  if (inPlace.result === "failed") return inPlace;
  mounted.grow(ROOMY_PAGES);
  return judgeReal(folder, history);
}

/** Whoever still has the reserve must open; without it a typed stop is as good, and loses nothing. */
async function openInPlace(folder: string, history: History): Promise<Outcome> {
  const mustOpen = existsSync(reservePath(folder));
  try {
    const journal = await openOn(realDisk, folder);
    try {
      const problem = problemWith(
        [...journal.frames()].map(({ body }) => body),
        history,
      );
      return problem === undefined ? { result: "survived" } : failed(`in place: ${problem}`);
    } finally {
      leave(journal);
    }
  } catch (failure) {
    return stop(failure, mustOpen ? "must-open" : "may-stop");
  }
}

function layReserve(folder: string): void {
  mkdirSync(join(folder, "ledger"));
  writeFileSync(reservePath(folder), Buffer.alloc(RESERVE_PAGES * PAGE_BYTES));
}
