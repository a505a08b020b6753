import { type ReactNode, useId } from "react";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";

/** The inside of a site: its menu, and the page that is open under its name. */
export function Paged<Page extends string>({
  menu,
  pages,
  page,
  nameOf,
  onTurn,
  children,
}: {
  /** What the menu is called. */
  readonly menu: string;
  readonly pages: readonly Page[];
  readonly page: Page;
  readonly nameOf: (page: Page) => string;
  readonly onTurn: (next: Page) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="site-inside">
      <nav aria-label={menu}>
        {pages.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === page ? "page" : undefined}
            onClick={() => onTurn(one)}
          >
            {nameOf(one)}
          </button>
        ))}
      </nav>
      <section key={page} className="panel" aria-labelledby={id}>
        <FocusedHeading level="h2" id={id}>
          {nameOf(page)}
        </FocusedHeading>
        {children}
      </section>
    </div>
  );
}
