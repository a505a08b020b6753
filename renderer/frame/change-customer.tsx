import { Button } from "antd";
import { useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Asks before another customer's card or document takes a half-filled form away. */
export function ChangeCustomer() {
  const words = useWords();
  const newcomer = useTeller((teller) => teller.newcomer);
  const change = useTeller((teller) => teller.changeCustomer);
  const keep = useTeller((teller) => teller.keepCustomer);
  if (!newcomer) return null;

  return (
    <Dialog title={words("home:change.title")} onClose={keep}>
      <p className="figures">{newcomer.number}</p>
      <p>{words("home:change.explained")}</p>
      <div className="actions">
        <Button type="primary" autoFocus onClick={() => void change()}>
          {words("home:change.yes")} Enter
        </Button>
        <Button onClick={keep}>{words("home:change.no")} Esc</Button>
      </div>
    </Dialog>
  );
}
