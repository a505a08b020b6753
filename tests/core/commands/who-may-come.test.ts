import { describe, expect, test } from "vitest";
import { z } from "zod";
import { agencyRefusal } from "#core/commands/agency-control.ts";
import {
  TransactionCode,
  type TransactionRequest,
  transactions,
} from "#core/contract/transactions.ts";
import { codesFor, comerOf, whoMayCome } from "#core/contract/who-may-come.ts";
import { agenciesAt } from "#tests/support/agencies.ts";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";
import { agent } from "#tests/support/loss-requests.ts";

/** Every code with each of its actions, and what the table says of it. */
const asked = TransactionCode.options.flatMap((code) => {
  const line = whoMayCome[code];
  if ("by" in line) return [{ code, action: {}, name: code, ...line }];
  return Object.entries(line.cases).map(([action, comer]) => ({
    code,
    action: { [line.on]: action },
    name: `${code} ${action}`,
    ...comer,
  }));
});
const holderOnly = asked.filter(({ by }) => by === "holder");
const withoutAgents = asked.filter(({ by }) => by !== "agent");
const withAgents = asked.filter(({ by }) => by === "agent");

/** A desk with a power of attorney over whatever an agent may do at all. */
function deskWithPower() {
  const desk = openLossDeskFor();
  desk.does(agenciesAt(desk).register({ scope: [...codesFor("agent")] }));
  return desk;
}

/** A request as far as the table looks at it. */
const request = (code: TransactionCode, input: object) => ({ code, input }) as TransactionRequest;

describe("who may come, over every transaction", () => {
  test.each(withoutAgents)(
    "$rule: $name refuses an agent who reports",
    ({ code, action, rule }) => {
      const reporter = { by: "agent", agent };
      const refusal = agencyRefusal(
        request(code, { ...action, reporter }),
        openLossDeskFor().context(),
      );

      expect(refusal).toEqual({ code: "agency.holder-only", rule });
    },
  );

  test.each(holderOnly)(
    "$rule: $name refuses whoever has a power of attorney, and not the holder",
    ({ code, action, rule }) => {
      const desk = deskWithPower();
      const onBehalf = { basis: "registered", agent: agenciesAt(desk).registered("d-1") };
      const identity = desk.identity("c-1");

      expect(
        agencyRefusal(
          request(code, { ...action, identity: { ...identity, onBehalf } }),
          desk.context(),
        ),
      ).toEqual({ code: "agency.holder-only", rule });
      expect(agencyRefusal(request(code, { ...action, identity }), desk.context())).toBeUndefined();
    },
  );

  test.each(withAgents)("$rule: $name takes an agent, of the register too", ({ code, action }) => {
    const desk = deskWithPower();
    const by = { by: "registered-agent", agent: agenciesAt(desk).registered("d-1") };

    const refusals = [{ by: "agent", agent }, by].map((reporter) =>
      agencyRefusal(request(code, { ...action, reporter }), desk.context()),
    );

    expect(refusals).toEqual([undefined, undefined]);
  });

  test("T09: agents are taken for the loss of a card and for nothing else", () => {
    expect(codesFor("agent")).toEqual(["4002", "4003", "4005"]);
  });

  test("3.7: whoever stands for a holder has a place wherever the holder alone may come", () => {
    const codes = [...new Set(holderOnly.map(({ code }) => code))];

    expect(codes.filter(hasPlace)).toEqual(codes);
    expect((["3011", "3012", "4001", "6001"] as const).filter(hasPlace)).toEqual([]);
  });

  test("L11: 4007 by an agent is refused before anything else is asked", () => {
    const desk = deskWithPower();
    desk.does(desk.formal("k-1"));
    const onBehalf = { basis: "registered", agent: agenciesAt(desk).registered("d-1") } as const;
    const identity = { ...desk.identity("c-1"), onBehalf };

    expect(desk.refusal(desk.replace(desk.caseOf("k-1"), { identity }))).toEqual({
      code: "agency.holder-only",
      rule: "L11",
    });
  });

  test("6008: freezing is anybody's with the document, unfreezing the holder's", () => {
    const by = (action: string) => comerOf(request("6008", { action })).by;

    expect([by("freeze"), by("unfreeze")]).toEqual(["anybody", "holder"]);
  });
});

/** Whether the input of a transaction has a place for somebody on the holder's behalf. */
function hasPlace(code: TransactionCode): boolean {
  const schema = z.toJSONSchema(transactions[code], { unrepresentable: "any", io: "input" });
  return JSON.stringify(schema).includes('"onBehalf"');
}
