import { Checkbox, Form } from "antd";
import type { AccountView } from "#core/contract/customer-view.ts";
import { SUB_ACCOUNTS_MAX } from "#core/contract/transactions.ts";
import { isOpenAccount } from "#renderer/screens/cash/open-account.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import type { Control } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/**
 * 子账户: the holder's other accounts that the notice names besides the one that was chosen. Each gets
 * an order of its own.
 */
export function SubAccountsField() {
  const words = useWords();
  const chosen = Form.useWatch<unknown>("account", Form.useFormInstance());
  const accounts = useTeller((teller) => teller.customer?.accounts) ?? [];
  const others = accounts.filter((account) => isOpenAccount(account) && account.id !== chosen);
  const isChosen = accounts.some(({ id }) => id === chosen);
  if (!isChosen || others.length === 0) return null;
  return (
    // What was ticked beside another account, or for another holder, is not ticked beside this one.
    <Form.Item
      key={String(chosen)}
      label={words("freeze:sub-accounts")}
      name="subAccounts"
      preserve={false}
    >
      <SubAccountsControl others={others} />
    </Form.Item>
  );
}

function SubAccountsControl({
  id,
  value = [],
  onChange,
  others,
}: Control<readonly string[]> & { readonly others: readonly AccountView[] }) {
  const words = useWords();
  function tick(account: string, isNamed: boolean): void {
    const named = others
      .map((other) => other.id)
      .filter((other) => (other === account ? isNamed : value.includes(other)));
    onChange?.(named.length > 0 ? named : undefined);
  }
  return (
    <fieldset id={id} className="ticks" aria-label={words("freeze:sub-accounts")}>
      {others.map(({ id: account, number, product }) => (
        <Checkbox
          key={account}
          checked={value.includes(account)}
          disabled={value.length >= SUB_ACCOUNTS_MAX && !value.includes(account)}
          onChange={({ target }) => tick(account, target.checked)}
        >
          <span className="figures">{number}</span> · {words(`term:product.${product}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
