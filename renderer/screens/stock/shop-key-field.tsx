import { Form, Input } from "antd";
import { useId, useState } from "react";
import type { z } from "zod";
import type { ShopKey } from "#core/contract/transactions.ts";
import { FileChoice } from "#renderer/screens/stock/file-choice.tsx";
import { type ReadKey, readShopKey } from "#renderer/screens/stock/shop-key.ts";
import { Thumbprint } from "#renderer/screens/stock/thumbprint.tsx";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

type Key = z.input<typeof ShopKey>;

/** A key is a few hundred letters; nothing longer is read. */
const LONGEST = 10_000;

/** The printer's shop's single-use public key: a file, or its text pasted. */
export function ShopKeyField() {
  const words = useWords();
  return (
    <Form.Item
      name="shopKey"
      label={words("stock:key.label")}
      rules={requiredRule(words("stock:key.required"))}
    >
      <ShopKeyControl />
    </Form.Item>
  );
}

function ShopKeyControl({ id, value, onChange }: Control<Key>) {
  const words = useWords();
  const [text, type] = useState("");
  const [status, tell] = useState<ReadKey["status"]>();
  const area = useId();

  function take(given: string): void {
    const read = readShopKey(given);
    tell(given.trim() === "" ? undefined : read.status);
    // What only the shop may have does not stay in the window either.
    type(read.status === "private" ? "" : given);
    onChange?.(read.status === "read" ? read.key : undefined);
  }
  async function takeFile(file: File): Promise<void> {
    take(await file.slice(0, LONGEST).text());
  }

  return (
    <div className="shop-key">
      <FileChoice
        id={id}
        label={words("stock:key.file")}
        accept=".json,.jwk,application/json"
        onFile={(file) => void takeFile(file)}
      />
      <label htmlFor={area}>{words("stock:key.paste")}</label>
      <Input.TextArea
        id={area}
        rows={3}
        maxLength={LONGEST}
        autoComplete="off"
        spellCheck={false}
        className="figures"
        value={text}
        onChange={({ target }) => take(target.value)}
      />
      {status === "unreadable" && <p role="alert">{words("stock:key.unreadable")}</p>}
      {status === "private" && <p role="alert">{words("stock:key.private")}</p>}
      {value && (
        <output>
          ✓ {words("stock:key.taken")} <Thumbprint of={value} />
        </output>
      )}
    </div>
  );
}
