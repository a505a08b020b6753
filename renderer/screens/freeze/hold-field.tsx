import { Form } from "antd";
import { useEffect } from "react";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** A hold of the customer's or of the bank's own, of all that lie on the customer's accounts. */
export function HoldField({ source }: { readonly source: "customer" | "bank" }) {
  const words = useWords();
  const own = source === "bank" ? "control" : "customer";
  const form = Form.useFormInstance();
  const subject = useTeller((teller) => teller.subject.hold);
  const accounts = useTeller((teller) => teller.customer?.accounts) ?? [];
  const holds = accounts.flatMap(({ number, holds: all }) =>
    all.flatMap((hold) => (hold.source === source ? [{ ...hold, number }] : [])),
  );
  const [only] = holds.length === 1 ? holds : [];
  const chosen = holds.find(({ id }) => id === subject)?.id ?? only?.id;

  useEffect(() => {
    if (chosen !== undefined && form.getFieldValue("hold") === undefined) {
      form.setFieldValue("hold", chosen);
    }
  }, [form, chosen]);

  return (
    <ChooseOneField
      name="hold"
      label={words(`freeze:${own}.hold`)}
      none={words(`freeze:${own}.hold.none`)}
      options={holds.map(({ id, number, kind, placedAt }) => ({
        value: id,
        label: (
          <span className="figures">
            {number} · {words(`term:hold-kind.${kind}`)} · <InstantText instant={placedAt} />
          </span>
        ),
      }))}
    />
  );
}
