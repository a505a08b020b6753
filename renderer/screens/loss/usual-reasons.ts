import { useWords } from "#renderer/wording/words.ts";

const causes = ["lost", "stolen", "robbed", "left-behind"] as const;

/** Why cards are reported lost, as customers put it most often; anything else is typed. */
export function useUsualReasons(): readonly string[] {
  const words = useWords();
  return causes.map((cause) => words(`loss:usual.${cause}`));
}
