import type {
  AccountView,
  CardView,
  LossCaseView,
  OrderView,
} from "#core/contract/customer-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { formatFen } from "#core/money/fen.ts";
import type { Subject } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, type Option, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import type { FieldProps } from "#renderer/transaction/field.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

function usePicker(
  name: FieldProps["name"],
  subject: Exclude<keyof Subject, "from" | "register">,
  options: readonly Option<string>[],
  likely?: string,
) {
  const about = useTeller((teller) => teller.subject[subject]);
  useChosenBefore(name, options, about ?? likely);
}

/** A card of the customer at the counter; `likely` is chosen where the screen was opened for none. */
export function CardField({
  only = everything,
  likely,
  ...field
}: Partial<FieldProps> & {
  readonly only?: (card: CardView) => boolean;
  readonly likely?: string | undefined;
}) {
  const words = useWords();
  const cards = useTeller((teller) => teller.customer?.cards) ?? [];
  const options = cards.filter(only).map((card) => ({
    value: card.id,
    label: `${card.number} · ${words(`noun:life.${card.life}`)}`,
  }));
  const name = field.name ?? "card";
  usePicker(name, "card", options, likely);
  return (
    <ChooseOneField
      label={words("kit:card.label")}
      {...field}
      name={name}
      options={options}
      none={words("kit:card.none")}
    />
  );
}

/** An account of the customer at the counter, with what may be drawn from it. */
export function AccountField({
  only = everything,
  ...field
}: Partial<FieldProps> & { readonly only?: (account: AccountView) => boolean }) {
  const words = useWords();
  const accounts = useTeller((teller) => teller.customer?.accounts) ?? [];
  const options = accounts.filter(only).map((account) => ({
    value: account.id,
    label: `${account.number} · ${sayAvailable(words, account)}`,
  }));
  const name = field.name ?? "account";
  useChosenBefore(name, options, undefined);
  return (
    <ChooseOneField
      label={words("kit:account.label")}
      {...field}
      name={name}
      options={options}
      none={words("kit:account.none")}
    />
  );
}

/** A loss case of the customer on which the rules allow `transaction` today. */
export function CaseField({
  transaction,
  ...field
}: Partial<FieldProps> & { readonly transaction: TransactionCode }) {
  const words = useWords();
  const cases = useTeller((teller) => teller.customer?.lossCases) ?? [];
  const options = cases
    .filter((lossCase) => lossCase.possible.includes(transaction))
    .map((lossCase) => ({ value: lossCase.number, label: <CaseLine lossCase={lossCase} /> }));
  const name = field.name ?? "lossCase";
  usePicker(name, "lossCase", options);
  return (
    <ChooseOneField
      label={words("kit:case.label")}
      {...field}
      name={name}
      options={options}
      none={words("kit:case.none")}
    />
  );
}

function CaseLine({ lossCase }: { readonly lossCase: LossCaseView }) {
  const words = useWords();
  return (
    <span className="figures">
      {lossCase.number} · {lossCase.cardNumber} · {words(`term:kind.${lossCase.kind}`)} ·{" "}
      {words(`noun:status.${lossCase.status}`)}
    </span>
  );
}

/** A card order of the customer at the counter. */
export function OrderField({
  only = everything,
  ...field
}: Partial<FieldProps> & { readonly only?: (order: OrderView) => boolean }) {
  const words = useWords();
  const orders = useTeller((teller) => teller.customer?.orders) ?? [];
  const options = orders.filter(only).map((order) => ({
    value: order.id,
    label: `${order.id} · ${order.cardNumber} · ${order.dueOn}`,
  }));
  const name = field.name ?? "order";
  usePicker(name, "order", options);
  return (
    <ChooseOneField
      label={words("kit:order.label")}
      {...field}
      name={name}
      options={options}
      none={words("kit:order.none")}
    />
  );
}

/** What may be drawn, or whom to call where that is not the teller's to know (U07). */
function sayAvailable(words: Words, { available }: AccountView): string {
  return available === undefined ? words("enquiry:restricted") : formatFen(available);
}

function everything(): boolean {
  return true;
}
