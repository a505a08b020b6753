import { useState } from "react";
import { parameterGroups, parameterRows } from "#core/branch/parameter-list.ts";
import type { ParametersView } from "#core/contract/people-view.ts";
import { FeeLines } from "#renderer/screens/people/fee-lines.tsx";
import { ParameterLine } from "#renderer/screens/people/parameter-line.tsx";
import { RightsTable } from "#renderer/screens/people/rights-table.tsx";
import type { Control } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** A parameter that was changed on the page: as it was shown, and as it is to be. */
export interface ParameterChange {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** The changes with one more; what is set back to its present value is none. Undefined without any. */
export function withChange(
  changes: readonly ParameterChange[],
  { path, from, to }: Omit<ParameterChange, "to"> & { readonly to: string | undefined },
): readonly ParameterChange[] | undefined {
  const others = changes.filter((one) => one.path !== path);
  const changed = to === undefined || to === from ? others : [...others, { path, from, to }];
  return changed.length === 0 ? undefined : changed;
}

/** All parameters in groups. */
export function ParameterEditor({
  id,
  value = [],
  onChange,
  view,
}: Control<readonly ParameterChange[]> & { readonly view: ParametersView }) {
  const words = useWords();
  const [group, open] = useState<(typeof parameterGroups)[number] | "fees" | "rights">("loss");
  const nextOf = (path: string) => value.find((change) => change.path === path)?.to;

  function change(path: string, from: string, to: string | undefined): void {
    onChange?.(withChange(value, { path, from, to }));
  }

  return (
    <div id={id} className="parameters">
      <p role="status">{words("parameter:page.count", { count: value.length })}</p>
      <div role="tablist" aria-label={words("parameter:page.name")} className="parameter-groups">
        {[...parameterGroups, "fees" as const, "rights" as const].map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === group}
            aria-controls="parameter-group"
            onClick={() => open(one)}
          >
            {one === "fees" || one === "rights"
              ? words(`parameter:page.${one}`)
              : words(`parameter:group.${one}`)}
          </button>
        ))}
      </div>
      <div id="parameter-group" role="tabpanel" aria-label={words("parameter:page.name")}>
        {group === "rights" && <RightsTable view={view} nextOf={nextOf} onChange={change} />}
        {group === "fees" && <FeeLines view={view} nextOf={nextOf} onChange={change} />}
        {group !== "fees" && group !== "rights" && (
          <table className="parameter-table">
            <thead>
              <tr>
                <th scope="col">{words("parameter:page.name")}</th>
                <th scope="col">{words("parameter:page.rule")}</th>
                <th scope="col">{words("parameter:page.bounds")}</th>
                <th scope="col">{words("parameter:page.now")}</th>
                <th scope="col">{words("parameter:page.next")}</th>
              </tr>
            </thead>
            <tbody>
              {parameterRows
                .filter((row) => row.group === group)
                .map((row) => {
                  const now = view.values[row.path] ?? "";
                  return (
                    <ParameterLine
                      key={row.path}
                      row={row}
                      label={words(`parameter:path.${row.path}`)}
                      now={now}
                      next={nextOf(row.path)}
                      onChange={(to) => change(row.path, now, to)}
                    />
                  );
                })}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}
