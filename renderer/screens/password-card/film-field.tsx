import { TickField } from "#renderer/transaction/choice-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 交付检查 (P26): wrapper and film, each seen whole by the customer and ticked for itself. */
export function FilmField() {
  const words = useWords();
  return (
    <fieldset className="ticks">
      <legend>{words("passwordCard:film.label")}</legend>
      <TickField
        name={["checked", "wrapper"]}
        label={words("passwordCard:film.wrapper")}
        required={words("passwordCard:film.required")}
      />
      <TickField
        name={["checked", "film"]}
        label={words("passwordCard:film.film")}
        required={words("passwordCard:film.required")}
      />
    </fieldset>
  );
}
