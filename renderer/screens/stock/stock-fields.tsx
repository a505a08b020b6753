import type { StockView } from "#core/contract/password-card-view.ts";
import { useStockRegister } from "#renderer/screens/stock/use-stock-register.ts";
import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { useWords } from "#renderer/wording/words.ts";

const none: readonly StockView[] = [];

/** The kind of piece; with what box and vault hold, unless a count must not be told. */
export function KindField({ isBlind = false }: { readonly isBlind?: boolean }) {
  const words = useWords();
  const stock = useTeller((teller) => teller.workstation?.stock) ?? none;
  const { voucher } = useTeller(subjectInFront);
  const options = stock.map(({ kind, left, inVault }) => {
    const said = words(`term:voucher.${kind}`);
    const label = isBlind ? said : words("stock:kind.said", { kind: said, left, inVault });
    return { value: kind, label: <span className="figures">{label}</span> };
  });
  useChosenBefore("kind", options, voucher);
  return <ChooseOneField name="kind" label={words("stock:kind.label")} options={options} />;
}

/** A hand that pieces are in: the own box, what the branch keeps, for its chiefs any box. */
export function HolderField({
  name = "holder",
  places = ["vault"],
}: {
  readonly name?: string;
  readonly places?: readonly ("vault" | "voided")[];
}) {
  const words = useWords();
  const session = useTeller((teller) => teller.workstation?.session);
  const { hand } = useTeller(subjectInFront);
  const { register } = useStockRegister();
  const own = session && session.status !== "signed-off" ? session : undefined;
  const others = (register?.tellers ?? []).filter(({ id }) => id !== own?.teller);
  const options = [
    ...(own?.role === "teller" ? [{ value: own.teller, label: words("stock:holder.own") }] : []),
    ...places.map((place) => ({ value: place, label: words(`term:holder.${place}`) })),
    ...(own && own.role !== "teller"
      ? others.map(({ id, name: who }) => ({ value: id, label: `${id} ${who}` }))
      : []),
  ];
  useChosenBefore(name, options, hand);
  return (
    <ChooseOneField<string> name={name} label={words("stock:holder.label")} options={options} />
  );
}

/** Another teller of the branch, whose own word a hand-over takes (V07). */
export function ColleagueField({
  name,
  label,
  withVault = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly withVault?: boolean;
}) {
  const words = useWords();
  const { register } = useStockRegister();
  const own = useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session && session.status !== "signed-off" ? session.teller : undefined;
  });
  const options = [
    ...(register?.tellers ?? [])
      .filter(({ id }) => id !== own)
      .map(({ id, name: who }) => ({ value: id, label: `${id} ${who}` })),
    ...(withVault ? [{ value: "vault", label: words("term:holder.vault") }] : []),
  ];
  return (
    <ChooseOneField<string>
      name={name}
      label={label}
      options={options}
      none={words("stock:colleague.none")}
    />
  );
}
