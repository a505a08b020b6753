import { Button } from "antd";
import type { ReactNode } from "react";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import type { Transaction } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { FactsTable } from "#renderer/transaction/facts-table.tsx";
import { PapersList } from "#renderer/transaction/papers-list.tsx";
import { ToldByMessage } from "#renderer/transaction/told-by-message.tsx";
import { WordForm } from "#renderer/transaction/word-form.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Authorising = Extract<Transaction, { readonly step: "authorising" }>;

interface Props {
  readonly transaction: Authorising;
  /** What is to be seen of the request beyond the outcome. */
  readonly children?: ReactNode;
}

/** A second person reads the very request, and approves or declines it by number and password. */
export function AuthoriseDialog({ transaction, children }: Props) {
  const words = useWords();
  const back = useTeller((teller) => teller.back);
  const approve = useTeller((teller) => teller.approveTransaction);
  const decline = useTeller((teller) => teller.declineTransaction);
  const park = useTeller((teller) => teller.parkTransaction);
  const { preview, request, half } = transaction;
  useHotKey("F8", () => void park());

  return (
    <Dialog title={words("kit:authorise.title")} onClose={back} className="authorise">
      <div className="authorise-body">
        <section
          className="authorise-request"
          aria-label={words("kit:authorise.request")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
          tabIndex={0}
        >
          <p className="level">
            <strong>{words(`kit:level.${preview.level}`)}</strong>
          </p>
          <h3>
            <span className="figures">{request.code}</span> {words(`transaction:${request.code}`)}
          </h3>
          <FactsTable facts={preview.outcome.facts} />
          {children}
          <ToldByMessage preview={preview} />
          <PapersList papers={preview.papers} />
        </section>
        <div>
          <p>
            {half
              ? words("kit:authorise.second", { approver: half.approver })
              : words(preview.erases ? "card:erase.check" : "kit:authorise.ask")}
          </p>
          {/* The second supervisor starts with empty fields. */}
          <WordForm
            key={half?.approver ?? "first"}
            waiting={transaction.waiting}
            refusal={transaction.refusal}
            onApprove={({ approver, password }) => void approve(approver, password)}
            onDecline={({ approver, password, reason }) => void decline(approver, password, reason)}
            onBack={back}
          >
            <Button onClick={() => void park()} disabled={transaction.waiting}>
              {words("queue:park")} <kbd>F8</kbd>
            </Button>
          </WordForm>
          <p className="hint">{words("queue:park.explained")}</p>
        </div>
      </div>
    </Dialog>
  );
}
