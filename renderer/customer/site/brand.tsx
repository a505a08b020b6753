import { useWords } from "#renderer/wording/words.ts";

/** The sign of a bank that there is not: a coin with a square hole, and its name. */
export function BankBrand() {
  const words = useWords();
  return (
    <p className="brand">
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <circle cx="16" cy="16" r="15" fill="#c9a552" />
        <circle cx="16" cy="16" r="12" fill="none" stroke="#17493b" strokeWidth="1.5" />
        <rect x="11" y="11" width="10" height="10" fill="#17493b" />
      </svg>
      <span>
        <b>{words("bank:brand")}</b>
        <small>{words("bank:brand.channel")}</small>
      </span>
    </p>
  );
}

/** The bar of the browser that such a page stands in; it leads nowhere. */
export function BrowserBar({ address }: { readonly address: string }) {
  return (
    <p className="browser-bar" aria-hidden="true">
      <span>{address}</span>
    </p>
  );
}
