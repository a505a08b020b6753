import type { RiskTally } from "#core/contract/risk-view.ts";
import { RiskRuleId } from "#core/risk/risk-flag.ts";
import { Bars } from "#renderer/day/bars.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Warnings by day and by rule as bars beside each other; the words say the same. */
export function RiskPicture({ tallies }: { readonly tallies: readonly RiskTally[] }) {
  const words = useWords();
  if (tallies.length === 0) return null;
  const days = [...new Set(tallies.map(({ on }) => on))].sort().reverse();
  const sum = (some: readonly RiskTally[]) => some.reduce((all, { count }) => all + count, 0);
  return (
    <div className="day-bars">
      <Bars
        caption={words("risk:picture.days")}
        bars={days.slice(0, 14).map((day) => {
          const amount = sum(tallies.filter(({ on }) => on === day));
          return { key: day, name: day, amount, said: String(amount) };
        })}
      />
      <Bars
        caption={words("risk:picture.rules")}
        bars={RiskRuleId.options.flatMap((rule) => {
          const amount = sum(tallies.filter((one) => one.rule === rule));
          const name = words(`term:risk.${rule}`);
          return amount === 0 ? [] : [{ key: rule, name, amount, said: String(amount) }];
        })}
      />
    </div>
  );
}
