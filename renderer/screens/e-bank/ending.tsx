import { presentCard } from "#renderer/screens/password-card/card-state.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What ends together with the internet bank: password card and U盾 confirm nothing without it. */
export function EndsWithInternetBank() {
  const words = useWords();
  const card = useTeller(({ customer }) => customer && presentCard(customer));
  const key = useTeller(({ customer }) =>
    customer?.relations.find(({ kind }) => kind === "usb-key"),
  );
  return (
    <>
      {card && <p className="notable">{words("eBank:close.ends-card", { serial: card.serial })}</p>}
      {key && <p className="notable">{words("eBank:close.ends-key", { serial: key.label })}</p>}
    </>
  );
}

/** The agreements on payees that end with the telephone bank. */
export function EndsWithPhoneBank() {
  const words = useWords();
  const count = useTeller((teller) => teller.customer?.eBank.payees.length ?? 0);
  if (count === 0) return null;
  return <p className="notable">{words("eBank:close.ends-agreements", { count })}</p>;
}
