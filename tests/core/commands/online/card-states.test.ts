import { expect, test } from "vitest";
import { known } from "#core/kernel/assert.ts";
import { transfer } from "#tests/support/online-customers.ts";
import { type OnlineDesk, openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

/**
 * The table of 5.3, written out: what each event brings about in each state, and the state after it.
 *
 * Columns: no lock; none with two wrong today; none with nine in a run; locked for today; locked for
 * a yesterday that is over; locked for good. Lives: i issued-inactive, a active, x exhausted, v void.
 * Words: L logged-in, C challenged, P paid, K closed, V voided; W wrong-answer, D locked-today,
 * H locked, N not-activated, X exhausted, M medium-needed, F answer-malformed, E expired.
 * After them life and lock: - none, d day, h hard. A void card waits for no tomorrow: its d stays.
 */
const table = `
  event            life | none | two  | nine | day  | over | hard
  log in           i    | L a- | L a- | L a- | L ad | L a- | L ah
  log in           a    | L a- | L a- | L a- | L ad | L a- | L ah
  log in           x    | L x- | L x- | L x- | L xd | L x- | L xh
  log in           v    | L v- | L v- | L v- | L vd | L vd | L vh
  log in by WAP    i    | L a- | L a- | L a- | L ad | L a- | L ah
  log in by WAP    a    | L a- | L a- | L a- | L ad | L a- | L ah
  log in by WAP    x    | L x- | L x- | L x- | L xd | L x- | L xh
  log in by WAP    v    | L v- | L v- | L v- | L vd | L vd | L vh
  log in at a shop i    | L i- | L i- | L i- | L id | L i- | L ih
  log in at a shop a    | L a- | L a- | L a- | L ad | L a- | L ah
  log in at a shop x    | L x- | L x- | L x- | L xd | L x- | L xh
  log in at a shop v    | L v- | L v- | L v- | L vd | L vd | L vh
  ask              i    | N i- | N i- | N i- | N id | N i- | N ih
  ask              a    | C a- | C a- | C a- | D ad | C a- | H ah
  ask              x    | X x- | X x- | X x- | X xd | X x- | X xh
  ask              v    | M v- | M v- | M v- | M vd | M vd | M vh
  right            i    | N i- | N i- | N i- | N id | N i- | N ih
  right            a    | P a- | P a- | P a- | D ad | P a- | H ah
  right            x    | X x- | X x- | X x- | X xd | X x- | X xh
  right            v    | M v- | M v- | M v- | M vd | M vd | M vh
  right, the last  i    | N i- | N i- | N i- | N id | N i- | N ih
  right, the last  a    | P x- | P x- | P x- | D ad | P x- | H ah
  right, the last  x    | X x- | X x- | X x- | X xd | X x- | X xh
  right, the last  v    | M v- | M v- | M v- | M vd | M vd | M vh
  wrong            i    | N i- | N i- | N i- | N id | N i- | N ih
  wrong            a    | W a- | D ad | H ah | D ad | W a- | H ah
  wrong            x    | X x- | X x- | X x- | X xd | X x- | X xh
  wrong            v    | M v- | M v- | M v- | M vd | M vd | M vh
  malformed        i    | N i- | N i- | N i- | N id | N i- | N ih
  malformed        a    | F a- | F a- | F a- | D ad | F a- | H ah
  malformed        x    | X x- | X x- | X x- | X xd | X x- | X xh
  malformed        v    | M v- | M v- | M v- | M vd | M vd | M vh
  right, but late  i    | N i- | N i- | N i- | N id | N i- | N ih
  right, but late  a    | E a- | E a- | E a- | D ad | E a- | H ah
  right, but late  x    | X x- | X x- | X x- | X xd | X x- | X xh
  right, but late  v    | M v- | M v- | M v- | M vd | M vd | M vh
  ask tomorrow     i    | N i- | N i- | N i- | N i- | N i- | N ih
  ask tomorrow     a    | C a- | C a- | C a- | C a- | C a- | H ah
  ask tomorrow     x    | X x- | X x- | X x- | X x- | X x- | X xh
  ask tomorrow     v    | M v- | M v- | M v- | M vd | M vd | M vh
  close a switch   i    | K i- | K i- | K i- | K id | K i- | K ih
  close a switch   a    | K a- | K a- | K a- | K ad | K a- | K ah
  close a switch   x    | K x- | K x- | K x- | K xd | K x- | K xh
  close a switch   v    | K v- | K v- | K v- | K vd | K vd | K vh
  void             i    | V v- | V v- | V v- | V vd | V vd | V vh
  void             a    | V v- | V v- | V v- | V vd | V vd | V vh
  void             x    | V v- | V v- | V v- | V vd | V vd | V vh
  void             v    | V v- | V v- | V v- | V vd | V vd | V vh
`;

const words: Readonly<Record<string, string>> = {
  "logged-in": "L",
  challenged: "C",
  paid: "P",
  closed: "K",
  voided: "V",
  "password-card.wrong-answer": "W",
  "password-card.locked-today": "D",
  "password-card.locked": "H",
  "password-card.not-activated": "N",
  "password-card.exhausted": "X",
  "e-bank.medium-needed": "M",
  "challenge.answer-malformed": "F",
  "challenge.expired": "E",
};

const lives = { i: "issued-inactive", a: "active", x: "exhausted", v: "void" } as const;

const [today, yesterday] = ["2026-03-18", "2026-03-17"];
const locks = {
  none: { lock: "none" },
  two: { lock: "none", wrongRun: 2, wrongToday: 2, wrongOn: today },
  nine: { lock: "none", wrongRun: 9, wrongToday: 3, wrongOn: yesterday },
  day: { lock: "day", wrongRun: 3, wrongToday: 3, wrongOn: today },
  over: { lock: "day", wrongRun: 3, wrongToday: 3, wrongOn: yesterday },
  hard: { lock: "hard", wrongRun: 10, wrongToday: 1, wrongOn: today },
} as const;

/** What a customer, or somebody at the counter, may do; the challenge was asked for before. */
const events: Readonly<Record<string, (desk: OnlineDesk, answers: Answers) => string>> = {
  "log in": (desk) => wordOf(desk.logsIn()),
  "log in by WAP": (desk) => wordOf(desk.logsIn({ channel: "wap-bank" })),
  "log in at a shop": (desk) => wordOf(desk.logsIn({ channel: "shop" })),
  ask: (desk) => wordOf(desk.pays(transfer)),
  right: (desk, { right, of }) => wordOf(desk.answers(right, transfer, of)),
  "right, the last": (desk, { right, of }) => wordOf(desk.answers(right, transfer, of)),
  wrong: (desk, { wrong, of }) => wordOf(desk.answers(wrong, transfer, of)),
  malformed: (desk, { of }) => wordOf(desk.answers("136 135", transfer, of)),
  "right, but late": (desk, { right, of }) => {
    desk.pass(5 * 60_000 + 1);
    return wordOf(desk.answers(right, transfer, of));
  },
  "ask tomorrow": (desk) => {
    desk.at("2026-03-19 00:00:00");
    return wordOf(desk.pays(transfer));
  },
  "close a switch": (desk) => wordOf(desk.closesSwitch("e-commerce")),
  void: (desk) => {
    const how = { passwordCard: "p-1", reason: "customer-request", returned: false } as const;
    desk.post([{ type: "password-card.voided", ...how }]);
    return "voided";
  },
};

interface Answers {
  readonly right: string;
  readonly wrong: string;
  readonly of: { readonly challenge: string };
}

/** What an event does to a card in a state, as the table writes it. */
function become(event: string, life: keyof typeof lives, lock: keyof typeof locks): string {
  const desk = openOnlineDeskFor();
  desk.pays(transfer);
  const [right, wrong] = [desk.rightAnswer(), desk.wrongAnswer()];
  const { challenge, ...card } = desk.cardOf();
  const { id } = known(challenge, "the card was asked");
  const used = event === "right, the last" ? 999 : 0;
  // A void card has dropped its challenge; every other still has it.
  const asked = life === "v" ? {} : { challenge };
  const state = { ...card, ...asked, used, life: lives[life], ...locks[lock] };
  desk.post([{ type: "password-card.entered", card: state }]);

  const does = known(events[event], `the table names an event: ${event}`);
  const word = does(desk, { right, wrong, of: { challenge: id } });

  const after = desk.see("passwordCard", "p-1");
  const code = { none: "-", day: "d", hard: "h" }[after.lock];
  const letter = Object.entries(lives).find(([, name]) => name === after.life)?.[0];
  return `${words[word] ?? word} ${letter}${code}`;
}

const [heads = "", ...rows] = table.trim().split("\n");
const columns = heads
  .split("|")
  .slice(1)
  .map((head) => head.trim()) as (keyof typeof locks)[];

test.each(
  rows.map((row): readonly [string, string] => {
    const [head = ""] = row.split("|");
    return [head.trim().replace(/\s+/g, " "), row];
  }),
)("5.3: %s, under every lock", (_name, row) => {
  const [head = "", ...cells] = row.split("|").map((cell) => cell.trim());
  const [, event = "", life = ""] = /^(.*?)\s+([iaxv])$/.exec(head) ?? [];

  const became = columns.map((lock) => become(event, life as keyof typeof lives, lock));

  expect(became).toEqual(cells);
});

test("5.3: the table leaves out no event, no life and no lock", () => {
  expect(rows).toHaveLength(Object.keys(events).length * Object.keys(lives).length);
  expect(columns).toEqual(Object.keys(locks));
});
