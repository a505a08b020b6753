import { expect, test, vi } from "vitest";
import { isWorth } from "#core/authorisation/level.ts";
import { indexes, type Shelf } from "#core/books/books.ts";
import { booksAfter } from "#core/books/overlay.ts";
import { changesOf } from "#core/books/post.ts";
import { isCurrent } from "#core/card/card.ts";
import { cardToday } from "#core/commands/card-file.ts";
import { isOpen, type LossCase } from "#core/loss/loss-case.ts";
import { isPending } from "#core/replacement/production-order.ts";
import { fc } from "#tests/support/fast-check.ts";
import { FIRST_SERIAL, type LossDesk } from "#tests/support/loss-desk.ts";
import { anyDays, openBusyDesk, type Turn, take } from "./history.ts";

const shelves = Object.keys(indexes) as readonly Shelf[]; // Object.keys forgets the literal keys.

// Random days may take their time on a busy machine; nothing here is about speed.
vi.setConfig({ testTimeout: 120_000 });

/** Plays random days and looks at the desk in the end. */
function inTheEnd(look: (desk: LossDesk) => void): void {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openBusyDesk();
      for (const step of steps) take(desk, step);
      look(desk);
    }),
    { numRuns: 60 },
  );
}

/** Plays random days and looks at the desk after every step that asked for something. */
function always(look: (desk: LossDesk, turn: Turn) => void): void {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openBusyDesk();
      for (const step of steps) {
        const turn = take(desk, step);
        if (turn) look(desk, turn);
      }
    }),
    { numRuns: 60 },
  );
}

const lostIn = (kind: LossCase["kind"]) => ({ card: kind !== "pin", pin: kind !== "card" });

// Every property below: random days of three customers with right and wrong PINs, approvers and
// delays, judged after every request or, where the journal tells it all, in the end.

test("5.2: a hold of a loss stands exactly as long as its case is open", () => {
  always((desk) => {
    for (const lossCase of desk.books().all("lossCase")) {
      expect(desk.see("hold", lossCase.hold).status === "active").toBe(isOpen(lossCase));
    }
  });
});

test("5.2: a card has at most one open case of a kind, and its marks say which", () => {
  always((desk) => {
    const books = desk.books();
    const open = books.all("lossCase").filter(isOpen);
    for (const card of books.all("card").filter(isCurrent)) {
      const own = open.filter((lossCase) => cardToday(lossCase, books).id === card.id);
      const cases = own.map(({ kind }) => lostIn(kind));
      expect(cases.filter((lost) => lost.card).length).toBe(card.loss === "none" ? 0 : 1);
      expect(cases.filter((lost) => lost.pin).length).toBeLessThanOrEqual(1);
      if (card.pin === "lost") expect(cases.some((lost) => lost.pin)).toBe(true);
      if (card.pin === "ok") expect(cases.some((lost) => lost.pin)).toBe(false);
    }
  });
});

test("5.2: the day of collection never comes nearer, and the branch and the report never change", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openBusyDesk();
      const seen = new Map<string, LossCase>();
      for (const step of steps) {
        take(desk, step);
        for (const lossCase of desk.books().all("lossCase")) {
          const before = seen.get(lossCase.number) ?? lossCase;
          const { branch, card, customer, kind, acceptedAt, balanceAtReport } = lossCase;
          expect(before).toMatchObject({
            branch,
            card,
            customer,
            kind,
            acceptedAt,
            balanceAtReport,
          });
          expect((lossCase.maturesOn ?? "9999") >= (before.maturesOn ?? "")).toBe(true);
          seen.set(lossCase.number, lossCase);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("3.5: lifting one hold never lifts another: each is lifted with the end of its own case", () => {
  inTheEnd((desk) => {
    for (const { entries } of desk.batches()) {
      const lifted = entries.flatMap((entry) => (entry.type === "hold.lifted" ? entry.hold : []));
      const ended = entries.flatMap((entry) =>
        entry.type === "loss.lapsed" ||
        entry.type === "loss.withdrawn" ||
        entry.type === "loss.closed"
          ? `h-${entry.lossCase}`
          : [],
      );
      expect([...lifted].sort()).toEqual([...ended].sort());
    }
    expect(desk.see("hold", "h-court").status).toBe("active");
  });
});

test("3.11: all money of the branch sums to zero, and no customer is below zero or within a freeze", () => {
  always((desk, { request, run }) => {
    const books = desk.books();
    const accounts = books.all("account");
    const all = [...accounts, ...books.all("branchBalance")];

    expect(all.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
    expect(accounts.filter(({ balance }) => balance < 0)).toEqual([]);
    if (request.code === "3012" && run.ok) {
      expect(desk.see("account", "a-2").balance).toBeGreaterThanOrEqual(20_000_00);
    }
  });
});

test("design 7: what was previewed is what was done", () => {
  always((_desk, { preview, run }) => {
    if (run.ok) expect(preview).toEqual({ ok: true, value: run.value.decision });
    else if (preview.ok) expect(run.refusal.code).toMatch(/^authorisation\./);
  });
});

test("design 8: nothing above A0 is done without a fresh, whole word of others who may give it", () => {
  let approved = 0;
  always((desk, { grant, run }) => {
    if (!run.ok || run.value.decision.level === "A0") return;
    approved += 1;
    const { level } = run.value.decision;
    const worths = (grant?.approvers ?? []).map((id) => {
      const { role, branch } = desk.see("teller", id);
      return branch === "0200" && id !== "0001" ? isWorth(role, level) : "nothing";
    });

    expect(grant?.status).toBe("whole");
    expect(
      worths.includes("whole") || worths.filter((worth) => worth === "half").length === 2,
    ).toBe(true);
    expect(run.value.batch.recordedAt).toBeLessThanOrEqual(grant?.expiresAt ?? 0);
    expect(run.value.batch.approvers).toEqual(grant?.approvers);
    const spent = desk
      .batches()
      .flatMap(({ entries }) => entries)
      .filter((entry) => entry.type === "authorisation.spent" && entry.grant === grant?.id);
    expect(spent).toHaveLength(1);
  });
  expect(approved).toBeGreaterThan(0);
});

test("V02: serials leave the box once each and in order", () => {
  inTheEnd((desk) => {
    const taken = desk
      .batches()
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.type === "piece.taken" ? Number(entry.piece.serial) : []));

    expect(taken).toEqual(taken.map((_, index) => Number(FIRST_SERIAL) + index));
  });
});

test("L13, VE10: a number has one living card, and no two of its cards bear one stripe", () => {
  inTheEnd((desk) => {
    const cards = desk.books().all("card");
    const living = cards.filter(isCurrent).map(({ pan }) => pan);
    const stripes = cards.map(({ pan, trackVersion }) => `${pan}/${trackVersion}`);

    expect(new Set(living).size).toBe(living.length);
    expect(new Set(stripes).size).toBe(stripes.length);
  });
});

test("T31: a card has one pending order at most, and a card that has ended has none", () => {
  always((desk) => {
    const pending = desk.books().all("order").filter(isPending);

    expect(new Set(pending.map(({ card }) => card)).size).toBe(pending.length);
    expect(pending.filter(({ card }) => !isCurrent(desk.see("card", card)))).toEqual([]);
  });
});

test("T36: the account of a card never changes, and a closed account has no living card", () => {
  always((desk) => {
    for (const card of desk.books().all("card")) {
      const account = desk.see("account", card.account);
      expect(account.customer).toBe(card.customer);
      if (account.life === "closed") {
        expect(isCurrent(card)).toBe(false);
        expect(account.balance).toBe(0);
      }
    }
  });
});

test("design 2: the books are what the entries say, and nothing else", () => {
  fc.assert(
    fc.property(anyDays, (steps) => {
      const desk = openBusyDesk();
      for (const step of steps) take(desk, step);

      let books = booksAfter([]);
      for (const batch of desk.batches()) {
        for (const entry of batch.entries)
          books = booksAfter(changesOf(books, entry, batch), books);
      }
      for (const shelf of shelves) expect(books.all(shelf)).toEqual(desk.books().all(shelf));
    }),
    { numRuns: 15 },
  );
});
