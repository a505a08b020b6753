import {
  type ParameterRefusal,
  rowOf,
  valueFrom,
  valueIn,
  withValue,
} from "#core/branch/parameter-list.ts";
import { Parameters } from "#core/branch/parameters.ts";
import type { Command, Context } from "#core/commands/command.ts";
import { feeInForce, isFeePath, withFeeLine } from "#core/commands/fee-table.ts";
import { rightsInForce, withRight } from "#core/commands/rights-table.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { changeFact, textFact } from "#core/slip/facts.ts";

/** One line of 9006: which parameter, what it was when the page showed it, and what it is to be. */
interface Change {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/**
 * 9006 参数维护: the branch's own choices, with the old value beside each new one (5.0, U08). What is
 * set holds from the next request on; what was begun before is decided anew by it.
 */
export const setParameters: Command<"9006"> = ({ changes, reason }, context) => {
  const paths = new Set(changes.map(({ path }) => path));
  if (paths.size < changes.length) return refuse({ code: "parameters.contradict" });

  let standing = context.parameters;
  for (const change of changes) {
    const next = changed(standing, change, context);
    if (!next.ok) return next;
    standing = next.value;
  }
  return accept({
    level: "A3",
    entries: [{ type: "parameters.set", parameters: standing }],
    outcome: {
      facts: [
        ...changes.map((change) => changeFact("parameter", change)),
        textFact("reason", reason),
      ],
      relations: [],
    },
  });
};

function changed(
  parameters: Parameters,
  change: Change,
  context: Context,
): Result<Parameters, ParameterRefusal> {
  const { path, from, to } = change;
  const now = currentValue(parameters, path);
  if (now === undefined) return refuse({ code: "parameters.unknown", path });
  if (now !== from) return refuse({ code: "parameters.changed-meanwhile", path, now });
  if (now === to) return refuse({ code: "parameters.nothing-changed" });
  if (path.startsWith("rights.")) return withRight(parameters, path, to);
  if (isFeePath(path)) return withFeeLine(parameters, path, to, context.today);

  const row = rowOf(path);
  const value = row && valueFrom(to, row.shape);
  if (value === undefined) return refuse({ code: "parameters.out-of-bounds", path });
  const parsed = Parameters.safeParse(withValue(parameters, path, value));
  return parsed.success ? accept(parsed.data) : refuse({ code: "parameters.contradict" });
}

/** A parameter's value as text now; undefined for what no parameter is. */
export function currentValue(parameters: Parameters, path: string): string | undefined {
  if (path.startsWith("rights.")) return rightsInForce(parameters, path);
  if (isFeePath(path)) return feeInForce(parameters, path);
  return rowOf(path) && valueIn(parameters, path);
}
