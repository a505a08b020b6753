import { PasswordField } from "#renderer/sign-on/password-field.tsx";
import { fieldError } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The two fields of a passphrase for a file that leaves the branch. */
export interface FilePassphrase {
  readonly passphrase: string;
  readonly again: string;
}

/** A passphrase for a file, typed twice: nobody can open the file with one that was mistyped. */
export function PassphraseTwice({ isFirst = false }: { readonly isFirst?: boolean }) {
  const words = useWords();
  return (
    <>
      <PasswordField
        name="passphrase"
        label={words("protection:pack.passphrase")}
        isFirst={isFirst}
      />
      <PasswordField
        name="again"
        label={words("protection:pack.again")}
        rules={[
          ({ getFieldValue }) => ({
            message: fieldError(words("vault:different")),
            validator: async (_rule, again: unknown) => {
              if (again !== getFieldValue("passphrase")) throw new Error("different");
            },
          }),
        ]}
      />
    </>
  );
}
