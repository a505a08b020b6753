import { Form } from "antd";
import type { TransactionInput } from "#core/contract/transactions.ts";
import { BoxHint } from "#renderer/screens/cash/box-hint.tsx";
import { CashCountField } from "#renderer/screens/cash/cash-count-field.tsx";
import { useBoxesOfOthers } from "#renderer/screens/cash/place-field.tsx";
import { subjectInFront } from "#renderer/store/place-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { ChooseOneField, useChosenBefore } from "#renderer/transaction/choose-one.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Action = TransactionInput<"1101">["action"];

const actions = ["open", "draw", "hand-in", "close", "receive", "ship"] as const;
/** What is done to the vault alone, by whoever has no box of their own too. */
const ofVault: readonly Action[] = ["receive", "ship"];
/** What a chief of the branch may do to a box, besides: close that of whoever has gone (C03). */
const ofChiefs: readonly Action[] = ["close"];

/** 1101 现金尾箱: open, draw, hand in and close; receive and ship for the vault (C01). */
export function WorkBox() {
  const words = useWords();
  const session = useTeller((teller) => teller.workstation?.session);
  const hasBox = session?.status === "signed-on" && session.role === "teller";
  const boxes = useBoxesOfOthers();
  const offered = boxes.length > 0 ? [...ofChiefs, ...ofVault] : ofVault;
  const options = actions
    .filter((action) => hasBox || offered.includes(action))
    .map((value) => ({ value, label: words(`cash:action.${value}`) }));
  return (
    <TransactionScreen code="1101" needsCustomer={false}>
      {hasBox && <BoxHint />}
      <ChooseOneField
        name="action"
        label={words("cash:action.label")}
        options={options}
        shownAtOnce={actions.length}
      />
      <Rest />
    </TransactionScreen>
  );
}

/** What each action asks for besides. */
function Rest() {
  const words = useWords();
  const action = Form.useWatch<Action | undefined>("action", Form.useFormInstance());
  const boxes = useBoxesOfOthers();
  const { hand } = useTeller(subjectInFront);
  useChosenBefore("of", boxes, hand);
  const status = useTeller((teller) => teller.workstation?.box?.status);
  if (action === undefined) return null;
  if (action === "close") {
    return boxes.length > 0 ? (
      <ChooseOneField name="of" label={words("cash:place.of")} options={boxes} />
    ) : null;
  }
  if (action === "open" && status === "balanced") {
    return <p className="hint">{words("cash:open.again")}</p>;
  }
  return (
    <>
      {ofVault.includes(action) && (
        <TextField name="order" label={words("cash:order.label")} longest={40} />
      )}
      <CashCountField />
    </>
  );
}
