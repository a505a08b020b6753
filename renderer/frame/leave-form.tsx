import { Button } from "antd";
import { useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Asks before a form that was begun is left: whatever was filled in goes with it. */
export function LeaveForm() {
  const words = useWords();
  const isLeaving = useTeller(({ leaving }) => leaving !== undefined);
  const leave = useTeller((teller) => teller.leaveForm);
  const stay = useTeller((teller) => teller.stayWithForm);
  if (!isLeaving) return null;

  return (
    <Dialog title={words("home:leave.title")} onClose={stay}>
      <p>{words("home:change.explained")}</p>
      <div className="actions">
        <Button type="primary" autoFocus onClick={leave}>
          {words("home:leave.yes")} Enter
        </Button>
        <Button onClick={stay}>{words("home:change.no")} Esc</Button>
      </div>
    </Dialog>
  );
}
