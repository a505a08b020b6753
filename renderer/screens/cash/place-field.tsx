import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The own box, or the vault; whoever has no box counts the vault alone. */
export function PlaceField() {
  const words = useWords();
  const { hand } = useTeller(subjectInFront);
  const session = useTeller((teller) => teller.workstation?.session);
  const hasBox = session?.status === "signed-on" && session.role === "teller";
  const places = hasBox ? (["own", "vault"] as const) : (["vault"] as const);
  const options = places.map((value) => ({ value, label: words(`cash:place.${value}`) }));
  useChosenBefore("place", options, hand === undefined ? hand : placeOf(hand));
  return <ChooseOneField name="place" label={words("cash:place.label")} options={options} />;
}

const placeOf = (hand: string) => (hand === "vault" ? "vault" : "own");
