import { Checkbox, Form, Input, Radio, Select } from "antd";
import type { Rule } from "antd/es/form";
import { dateOf } from "#core/calendar/instant.ts";
import {
  type FreezeErrand,
  type FreezeKind,
  type FreezeKindName,
  type FreezePaper,
  papersFor,
} from "#core/freeze/freeze-kind.ts";
import { FreezePapers, Officer } from "#core/freeze/freeze-order.ts";
import { papersToShow } from "#core/freeze/registered-officer.ts";
import { hasCardNumber } from "#core/identity/free-text.ts";
import { DayField } from "#renderer/screens/freeze/day-field.tsx";
import { DeliveredField } from "#renderer/screens/freeze/delivered-field.tsx";
import { freezeKinds, kindNamed, named, sayKind } from "#renderer/screens/freeze/freeze-kinds.ts";
import { NotYet } from "#renderer/screens/freeze/not-yet.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { type Control, fieldError, requiredRule, shapeRule } from "#renderer/transaction/field.ts";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

const deliveries = ["counter", "network"] as const;
/** What the contract takes of a paper and of an officer. */
const paper = FreezePapers.unwrap().shape;
const officer = Officer.unwrap().shape;
type Delivery = (typeof deliveries)[number];

/** The row of the kind that the form now names. */
export function useChosenKind(): FreezeKind | undefined {
  return kindNamed(
    Form.useWatch<string | undefined>(["papers", "organ", "kind"], Form.useFormInstance()),
  );
}

/**
 * 文书: the organ and its paper, what was shown, the two officers and the moment of delivery, in the
 * order in which the notice has them (F02, F03, F10). Every transaction of an organ begins so.
 */
export function PapersFields({
  kinds = every,
  errand = "freeze",
}: {
  /** The kinds that this transaction is for. */
  readonly kinds?: (kind: FreezeKind) => boolean;
  /** What they come for: it decides which papers are to be ticked. */
  readonly errand?: FreezeErrand;
}) {
  const words = useWords();
  return (
    <>
      <fieldset className="paper-part">
        <legend>{words("freeze:group.organ")}</legend>
        <KindField kinds={kinds} />
        <TextField name={["papers", "organ", "name"]} label={words("freeze:organ.name")} />
        <DocumentField />
        <DeliveryField />
        <ShownField errand={errand} />
      </fieldset>
      <fieldset className="paper-part">
        <legend>{words("freeze:group.officers")}</legend>
        <OfficerFields place={1} />
        <OfficerFields place={2} />
        <DeliveredField name={["papers", "deliveredAt"]} />
      </fieldset>
    </>
  );
}

/** The kind of organ out of the closed list, with its statute and longest term below (F01). */
function KindField({ kinds }: { readonly kinds: (kind: FreezeKind) => boolean }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const label = words("freeze:kind.label");
  const chosen = useChosenKind();
  return (
    <Form.Item
      label={label}
      name={["papers", "organ", "kind"]}
      rules={requiredRule(words("kit:required.choice", { label }))}
      {...(chosen ? { extra: <output>{sayKind(words, chosen)}</output> } : {})}
    >
      <Select<FreezeKindName>
        showSearch={{ optionFilterProp: "label" }}
        aria-label={label}
        placeholder={words("kit:choose")}
        // What was ticked for another kind was not asked for by this one.
        onChange={() => form.setFieldValue(["papers", "shown"], undefined)}
        options={freezeKinds
          .filter(kinds)
          .map((kind) => ({ value: kind.kind, label: named(words, kind.organ) }))}
      />
    </Form.Item>
  );
}

/** 文书号, with everything in it but a card number, which the program keeps in clear nowhere (K01). */
function DocumentField() {
  const words = useWords();
  const label = words("freeze:document");
  const holdsNoCard = (_: unknown, typed: unknown) =>
    typeof typed === "string" && hasCardNumber(typed)
      ? Promise.reject(new Error("card number"))
      : Promise.resolve();
  return (
    <Form.Item
      label={label}
      name={["papers", "documentNumber"]}
      validateFirst
      rules={[
        ...requiredRule(words("kit:required", { label })),
        { whitespace: true, message: fieldError(words("kit:required", { label })) },
        { validator: holdsNoCard, message: fieldError(words("freeze:document.card")) },
        shapeRule(paper.documentNumber, words("freeze:sign.short", { label })),
      ]}
    >
      <Input maxLength={60} autoComplete="off" />
    </Form.Item>
  );
}

/** Over the counter, or by 网络查控, which equals it (F14). */
function DeliveryField() {
  const words = useWords();
  const form = Form.useFormInstance();
  const label = words("freeze:delivery");
  return (
    <Form.Item
      label={label}
      name={["papers", "delivery"]}
      initialValue="counter"
      {...(useDelivery() === "network" ? { extra: words("freeze:delivery.hint") } : {})}
    >
      <Radio.Group
        aria-label={label}
        className="choose-one"
        options={deliveries.map((value) => ({ value, label: words(`term:delivery.${value}`) }))}
        // What must be shown is another list now.
        onChange={() => form.setFieldValue(["papers", "shown"], undefined)}
      />
    </Form.Item>
  );
}

function useDelivery(): Delivery {
  const delivery = Form.useWatch<unknown>(["papers", "delivery"], Form.useFormInstance());
  return delivery === "network" ? delivery : "counter";
}

function ShownField({ errand }: { readonly errand: FreezeErrand }) {
  const words = useWords();
  const kind = useChosenKind();
  const delivery = useDelivery();
  return (
    <Form.Item
      label={words("freeze:shown")}
      name={["papers", "shown"]}
      rules={requiredRule(words("freeze:shown.required"))}
    >
      {kind ? (
        <ShownControl
          key={`${kind.kind} ${delivery}`}
          needed={papersToShow(papersFor(kind, errand), { delivery })}
        />
      ) : (
        <NotYet said={words("freeze:term.kind-first")} />
      )}
    </Form.Item>
  );
}

/** One tick for each paper that this kind must show (F03, F14). */
function ShownControl({
  id,
  value = [],
  onChange,
  needed,
}: Control<readonly FreezePaper[]> & { readonly needed: readonly FreezePaper[] }) {
  const words = useWords();
  function tick(paper: FreezePaper, isShown: boolean): void {
    const shown = needed.filter((one) => (one === paper ? isShown : value.includes(one)));
    onChange?.(shown.length > 0 ? shown : undefined);
  }
  return (
    <fieldset id={id} className="ticks" aria-label={words("freeze:shown")}>
      {needed.map((paper) => (
        <Checkbox
          key={paper}
          checked={value.includes(paper)}
          onChange={({ target }) => tick(paper, target.checked)}
        >
          {words(`freeze:paper.${paper}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function OfficerFields({ place }: { readonly place: 1 | 2 }) {
  const words = useWords();
  const of = (key: string) => ["papers", "officers", place - 1, key];
  const permit = words("freeze:officer.permit", { place });
  return (
    <div className="officer">
      <TextField name={of("name")} label={words("freeze:officer.name", { place })} longest={40} />
      <TextField
        name={of("permit")}
        label={permit}
        longest={30}
        also={[shapeRule(officer.permit, words("freeze:sign.short", { label: permit }))]}
      />
      <DayField
        name={of("permitValidTo")}
        label={words("freeze:officer.validTo", { place })}
        also={[useStillValid(place)]}
      />
    </div>
  );
}

/** The very officer whose permit ran out is named, before anything else is looked at (F02). */
function useStillValid(place: 1 | 2): Rule {
  const words = useWords();
  const { store } = useCounter();
  return {
    validator: (_rule, typed: unknown) => {
      const { workstation } = store.getState();
      const today = workstation && dateOf(workstation.now);
      const day = officer.permitValidTo.safeParse(typed);
      return day.success && today !== undefined && day.data < today
        ? Promise.reject(new Error("expired"))
        : Promise.resolve();
    },
    message: fieldError(words("freeze:officer.expired", { place })),
  };
}

function every(): boolean {
  return true;
}
