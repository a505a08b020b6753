import { Form } from "antd";
import type { Term } from "#core/slip/fact-name.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Actions = Term extends infer T ? (T extends `action.${infer A}` ? A : never) : never;

/** What to do, where one code does several things: chosen first, the fields follow. */
export function ActionField<Action extends Actions>({
  actions,
}: {
  readonly actions: readonly Action[];
}) {
  const words = useWords();
  return (
    <ChooseOneField
      name="action"
      label={words("eBank:action")}
      options={actions.map((value) => ({ value, label: words(`term:action.${value}`) }))}
    />
  );
}

/** What is chosen in the form around. */
export function useAction(): string | undefined {
  return Form.useWatch<string | undefined>("action", Form.useFormInstance());
}
