import { Form } from "antd";
import { useEffect, useRef, useState } from "react";
import type { PersonView } from "#core/contract/people-view.ts";
import { useIsFilling } from "#renderer/screens/filling.ts";
import { PeopleList } from "#renderer/screens/people/people-list.tsx";
import { PersonFields } from "#renderer/screens/people/person-fields.tsx";
import { usePeople } from "#renderer/screens/people/use-people.ts";
import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { goOn } from "#renderer/transaction/forward.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** What can be done about a person, in the order of a career. */
const actions = [
  ...["register", "change", "link", "reset-password", "unlock", "card", "leave"],
] as const satisfies readonly Draft<"9008">["action"][];

/** 9008 柜员管理: one step for one person, and below it everybody with where they stand (D02). */
export function ManagePeople() {
  useNoCustomer();
  const isFilling = useIsFilling();
  const { people, refusal } = usePeople();
  const [picked, pick] = useState<{ readonly id: string }>();
  return (
    <>
      <TransactionScreen code="9008" needsCustomer={false} toInput={withoutEmptyDocument}>
        <Step people={people} picked={picked} />
      </TransactionScreen>
      {isFilling && (
        <>
          <RefusalNote refusal={refusal} />
          <PeopleList people={people} onPick={(id) => pick({ id })} />
        </>
      )}
    </>
  );
}

/** A document that was not filled in is none: then the links of that kind end. */
function withoutEmptyDocument(draft: Draft<"9008">): Draft<"9008"> {
  if (draft.action !== "link" || draft.document?.number) return draft;
  const { document: _empty, ...link } = draft;
  return link;
}

function Step({
  people,
  picked,
}: {
  readonly people: readonly PersonView[];
  readonly picked: { readonly id: string } | undefined;
}) {
  const words = useWords();
  const form = Form.useFormInstance();
  const place = useRef<HTMLDivElement>(null);
  const action = Form.useWatch<Draft<"9008">["action"] | undefined>("action", form);
  useEffect(() => {
    const screen = place.current?.closest<HTMLElement>(".screen");
    if (!picked || !screen) return;
    if (form.getFieldValue("action") === "register") form.setFieldValue("action", undefined);
    form.setFieldValue("teller", picked.id);
    goOn(form, screen);
  }, [form, picked]);

  return (
    <div ref={place}>
      <ChooseOneField
        name="action"
        label={words("people:action.label")}
        shownAtOnce={actions.length}
        options={actions.map((value) => ({ value, label: words(`term:people.${value}`) }))}
      />
      {action && <PersonFields action={action} people={people} />}
    </div>
  );
}
