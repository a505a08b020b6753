import type { RiskRulesView } from "#core/contract/risk-view.ts";
import { RiskRuleId } from "#core/risk/risk-flag.ts";
import { riskRows } from "#core/risk/risk-rows.ts";
import { riskAnswers } from "#core/risk/settings.ts";
import { type ParameterChange, withChange } from "#renderer/screens/people/parameter-editor.tsx";
import { ParameterLine } from "#renderer/screens/people/parameter-line.tsx";
import type { Control } from "#renderer/transaction/field.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Every rule with its sentence, its numbers and what it does. */
export function RuleEditor({
  id,
  value = [],
  onChange,
  view,
}: Control<readonly ParameterChange[]> & { readonly view: RiskRulesView }) {
  const words = useWords();
  return (
    <div id={id} className="parameters">
      <p role="status">{words("risk:rules.count", { count: value.length })}</p>
      {RiskRuleId.options.map((rule) => (
        <fieldset key={rule} className="risk-rule">
          <legend>
            {words(`term:risk.${rule}`)} <span className="figures">{riskAnswers[rule]}</span>
          </legend>
          <p>{words(`risk:rule.${rule}`)}</p>
          <table className="parameter-table">
            <thead>
              <tr>
                <th scope="col">{words("risk:rules.name")}</th>
                <th scope="col">{words("risk:rules.answers")}</th>
                <th scope="col">{words("risk:rules.bounds")}</th>
                <th scope="col">{words("risk:rules.now")}</th>
                <th scope="col">{words("risk:rules.next")}</th>
              </tr>
            </thead>
            <tbody>
              {riskRows
                .filter((row) => row.rule === rule)
                .map(({ path, shape }) => {
                  const now = view.values[path] ?? "";
                  const name = path.split(".").at(-1) ?? "";
                  return (
                    <ParameterLine
                      key={path}
                      row={{ rule: riskAnswers[rule], shape }}
                      label={wordOf(words, "risk", `number.${name}`, name)}
                      now={now}
                      next={value.find((one) => one.path === path)?.to}
                      onChange={(to) => onChange?.(withChange(value, { path, from: now, to }))}
                    />
                  );
                })}
            </tbody>
          </table>
        </fieldset>
      ))}
    </div>
  );
}
