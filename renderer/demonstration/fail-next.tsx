import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

const ways = ["none", "write-error", "silent", "mismatch"] as const;

/** What becomes of the next card that is written or erased. */
export function FailNext({ failing }: { readonly failing: string | undefined }) {
  const words = useWords();
  const fail = useTeller((teller) => teller.failNextWrite);
  return (
    <fieldset className="fail-next">
      <legend>{words("home:presenter.fail")}</legend>
      {ways.map((how) => (
        <label key={how}>
          <input
            type="radio"
            name="fail-next"
            checked={(failing ?? "none") === how}
            onChange={() => void fail(how)}
          />{" "}
          {words(`home:presenter.fail.${how}`)}
        </label>
      ))}
    </fieldset>
  );
}
