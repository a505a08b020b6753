import type { ParametersView } from "#core/contract/people-view.ts";
import { Role } from "#core/teller/teller.ts";
import { sayTransaction } from "#renderer/wording/say-transaction.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Which roles may use each code: a tick a role; what a role may never have cannot be ticked (D06). */
export function RightsTable({
  view,
  nextOf,
  onChange,
}: {
  readonly view: ParametersView;
  readonly nextOf: (path: string) => string | undefined;
  readonly onChange: (path: string, from: string, to: string) => void;
}) {
  const words = useWords();
  return (
    <>
      <p>{words("parameter:page.rights.explained")}</p>
      <table className="parameter-table rights">
        <thead>
          <tr>
            <th scope="col">{words("parameter:page.code")}</th>
            {Role.options.map((role) => (
              <th key={role} scope="col">
                {words(`shell:role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rights.map(({ code, may, mayBe }) => {
            const path = `rights.${code}`;
            const now = Role.options.filter((role) => may.includes(role)).join(",");
            const ticked = (nextOf(path) ?? now).split(",");
            const name = sayTransaction(words, code);
            return (
              <tr key={code} data-changed={nextOf(path) !== undefined}>
                <th scope="row">{name}</th>
                {Role.options.map((role) => {
                  const isTicked = ticked.includes(role);
                  // Somebody must be able to: the last tick of a code stays.
                  const isFixed = !mayBe.includes(role) || (isTicked && ticked.length === 1);
                  return (
                    <td key={role}>
                      <input
                        type="checkbox"
                        aria-label={`${name} ${words(`shell:role.${role}`)}`}
                        checked={isTicked}
                        disabled={isFixed}
                        onChange={({ target }) => {
                          const next = Role.options.filter((one) =>
                            one === role ? target.checked : ticked.includes(one),
                          );
                          onChange(path, now, next.join(","));
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
