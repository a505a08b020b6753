import { Button, Form } from "antd";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Where there is nothing to wait for, 6001 with all that was filled in for 6003 (F08). */
export function InsteadAtOnce() {
  const words = useWords();
  const { store } = useCounter();
  const form = Form.useFormInstance();
  const isNeedless = useTeller(
    ({ transaction }) =>
      transaction.step === "filling" && transaction.refusal?.code === "freeze.nothing-to-wait-for",
  );
  if (!isNeedless) return null;

  function goOver(): void {
    const filled = form.getFieldsValue(true);
    const { openScreen, keepFilled } = store.getState();
    openScreen("6001");
    keepFilled("6001", filled);
  }
  return (
    <div className="actions">
      <Button type="primary" autoFocus onClick={goOver}>
        {words("freeze:wait.instead")}
      </Button>
    </div>
  );
}
