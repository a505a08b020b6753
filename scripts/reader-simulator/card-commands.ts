import { failures } from "#main/card-reader/simulator/swipe-through.ts";
import { blankCard } from "#main/card-reader/simulator/tray.ts";
import type { Counter, LineCommand } from "./line-commands.ts";
import { noneOf, oneOf } from "./words.ts";

/** What a hand does with the cards. */
export const cardCommands: Readonly<Record<string, LineCommand>> = {
  cards: {
    words: "",
    about: "the cards on the tray, as JSON",
    run(_, { reader }) {
      const lying = reader.tray.cards().map(({ id, label }) => ({ id, label }));
      return `ok ${JSON.stringify(lying)}`;
    },
  },
  card: {
    words: "ID",
    about: "what stands on a card, as JSON",
    run(id, { reader }) {
      const card = reader.tray.card(id);
      return card ? `ok ${JSON.stringify(card)}` : noCard(id);
    },
  },
  insert: {
    words: "ID [high|low]",
    about: "lays down a known card as it came, or a blank one of this coercivity",
    run(given, { reader, known }) {
      const [id = "", coercivity = "high"] = given.split(/\s+/);
      const isCoercivity = oneOf(coercivity, ["high", "low"]);
      if (!/^\S{1,64}$/.test(id)) return "no a card needs a name";
      if (!isCoercivity) return noneOf(["high", "low"]);

      const card = known.find((other) => other.id === id);
      reader.tray.put(card ?? { ...blankCard(id, "a blank card"), coercivity: isCoercivity });
      return card ? "ok as it came" : "ok blank";
    },
  },
  "take-away": {
    words: "ID",
    about: "takes a card from the tray",
    run(id, { reader }) {
      if (!reader.tray.card(id)) return noCard(id);
      reader.tray.takeAway(id);
      return "ok";
    },
  },
  swipe: {
    words: "ID",
    about: "pulls a card through",
    run: (id, counter) => swiped(id, counter, counter.reader.swipe),
  },
  "swipe-badly": {
    words: "ID",
    about: "pulls it through with a jerk",
    run: (id, counter) => swiped(id, counter, counter.reader.swipeBadly),
  },
  "track-error": {
    words: "N",
    about: "the next swipe fails on track N: a read misses it, a write spoils it",
    run(word, { reader }) {
      const track = oneOf(word, ["1", "2", "3"]);
      if (!track) return noneOf(["1", "2", "3"]);
      reader.failNext(`track-error-${track}`);
      return "ok";
    },
  },
  fail: {
    words: "HOW",
    about: `the next swipe that can fails: ${failures.slice(0, 5).join(", ")}`,
    run(word, { reader }) {
      const how = oneOf(word, failures);
      if (!how) return noneOf(failures);
      reader.failNext(how);
      return "ok";
    },
  },
};

function swiped(
  id: string,
  { reader }: Counter,
  pull: (cardId: string) => "taken" | "ignored",
): string {
  if (!reader.tray.card(id)) return noCard(id);
  if (!reader.panel().isPlugged) return "no the reader is unplugged";
  return pull(id) === "taken" ? "ok taken" : "no the reader waits for no card";
}

function noCard(id: string): string {
  return `no there is no card "${id}"; say cards`;
}
