import { useWords } from "#renderer/wording/words.ts";

/** What the display shows while nothing is asked. */
export function Welcome({ branchName }: { readonly branchName: string }) {
  const words = useWords();
  return (
    <section className="welcome">
      <p className="welcome-branch">{branchName}</p>
      <h1>{words("display:welcome")}</h1>
      <p>{words("display:welcome.explained")}</p>
    </section>
  );
}
