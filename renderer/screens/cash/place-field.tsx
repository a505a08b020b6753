import { useStockRegister } from "#renderer/screens/stock/use-stock-register.ts";
import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The own box or the vault; for a chief of the branch the vault, or the box of whoever has gone (C03). */
export function PlaceField() {
  const words = useWords();
  const { hand } = useTeller(subjectInFront);
  const session = useTeller((teller) => teller.workstation?.session);
  const own = session && session.status !== "signed-off" ? session : undefined;
  const boxes = useBoxesOfOthers();
  const options = [
    ...(own?.role === "teller" ? [{ value: "own", label: words("cash:place.own") }] : []),
    { value: "vault", label: words("cash:place.vault") },
    ...boxes,
  ];
  useChosenBefore("place", options, hand === own?.teller ? "own" : hand);
  return <ChooseOneField name="place" label={words("cash:place.label")} options={options} />;
}

/** The boxes of the branch's tellers, for a chief of it; for a teller none but their own (C01). */
export function useBoxesOfOthers(): readonly { readonly value: string; readonly label: string }[] {
  const session = useTeller((teller) => teller.workstation?.session);
  const { register } = useStockRegister();
  const isChief =
    session?.status === "signed-on" &&
    (session.role === "supervisor" || session.role === "branch-head");
  return isChief
    ? (register?.tellers ?? []).map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))
    : [];
}
