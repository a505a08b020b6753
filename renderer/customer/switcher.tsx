import { useWindowKeys } from "#renderer/appearance/window-keys.ts";
import { isAtHome, places } from "#renderer/customer/store/place-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Chooses what the window plays, by pointer or with Alt and a number; and lays the card beside it. */
export function Switcher() {
  const words = useWords();
  const place = useCustomer((customer) => customer.place);
  const goTo = useCustomer((customer) => customer.goTo);
  const isBeside = useCustomer((customer) => customer.isCardBeside);
  const layBeside = useCustomer((customer) => customer.layCardBeside);

  useWindowKeys((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    // The key's place, for Alt makes other signs of digits on some keyboards.
    const number = Number(/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? "-1");
    const to = places[number - 1];
    if (to) goTo(to);
    else if (number === BESIDE) layBeside(!isBeside);
    else return;
    event.preventDefault();
  });

  return (
    <nav className="switcher" aria-label={words("display:places")}>
      {places.map((one, index) => (
        <button
          key={one}
          type="button"
          aria-current={one === place ? "page" : undefined}
          aria-keyshortcuts={`Alt+${index + 1}`}
          title={`Alt+${index + 1}`}
          onClick={() => goTo(one)}
        >
          {words(`display:place.${one}`)}
        </button>
      ))}
      <button
        type="button"
        className="lay-beside"
        aria-pressed={isBeside}
        aria-keyshortcuts={`Alt+${BESIDE}`}
        title={`Alt+${BESIDE}`}
        disabled={!isAtHome(place)}
        onClick={() => layBeside(!isBeside)}
      >
        {words("display:beside")}
      </button>
    </nav>
  );
}

/** Lays the card beside the page: a key of its own, however many places there come to be. */
const BESIDE = 0;
