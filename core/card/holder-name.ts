import { z } from "zod";
import { accept, type Result, refuse } from "#core/kernel/result.ts";

/**
 * The holder's name as Track 1 carries it: SURNAME/GIVEN MIDDLE.TITLE, 2 to 26 characters in
 * Latin capitals, at least a letter and the surname separator. JR/T 0009 clause 7.5, M10.
 */
export const HolderName = z
  .string()
  .min(2)
  .max(26)
  .regex(/^[A-Z][-A-Z0-9 "&'()*+,.]*\/[-A-Z0-9 "&'()*+,.]*$/)
  .brand<"HolderName">();
export type HolderName = z.infer<typeof HolderName>;

/** Why a text is not a holder's name. */
export type HolderNameRefusal =
  | { readonly code: "holder-name.length"; readonly length: number }
  | { readonly code: "holder-name.separator" }
  | { readonly code: "holder-name.characters" };

/** The parts of a holder's name; what is not encoded is empty. */
export interface HolderNameParts {
  readonly surname: string;
  readonly given: string;
  readonly middle: string;
  readonly title: string;
}

/** Reads a name in the form of Track 1. Refuses small letters, and more or fewer than one "/". */
export function parseHolderName(text: string): Result<HolderName, HolderNameRefusal> {
  if (text.length < 2 || text.length > 26) {
    return refuse({ code: "holder-name.length", length: text.length });
  }
  if (text.split("/").length !== 2) return refuse({ code: "holder-name.separator" });

  const name = HolderName.safeParse(text);
  return name.success ? accept(name.data) : refuse({ code: "holder-name.characters" });
}

/** Takes a name apart: "/" ends the surname, a space the given name, "." goes before the title. */
export function holderNameParts(name: HolderName): HolderNameParts {
  const [surname = "", rest = ""] = name.split("/");
  const dot = rest.lastIndexOf(".");
  const names = (dot < 0 ? rest : rest.slice(0, dot)).trim();
  const [given = "", ...middle] = names.split(/ +/);
  return {
    surname: surname.trim(),
    given,
    middle: middle.join(" "),
    title: dot < 0 ? "" : rest.slice(dot + 1).trim(),
  };
}
