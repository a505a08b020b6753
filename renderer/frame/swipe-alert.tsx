import { Button } from "antd";
import type { Refusal } from "#core/contract/refusal.ts";
import type { SwipeView } from "#core/contract/swipe-view.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { sayVerdict } from "#renderer/wording/say-verdict.ts";
import { useSayRefusal } from "#renderer/wording/use-say-refusal.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What must be said of a swipe: not read, to be kept, of no use here, or come at a bad moment. */
export function SwipeAlert() {
  const words = useWords();
  const swipe = useTeller((teller) => teller.swipeAlert);
  const dismiss = useTeller((teller) => teller.dismissSwipeAlert);
  if (!swipe) return null;

  const isGrave = swipe.status === "read" && swipe.retain;
  return (
    <section className={isGrave ? "swipe-alert grave" : "swipe-alert"} role="alert">
      {swipe.status === "read" ? <Read swipe={swipe} /> : <Failed failure={swipe} />}
      <Button onClick={dismiss}>{words("shell:close")} Esc</Button>
    </section>
  );
}

/** A card that was not read, or whose customer's page did not come: it must be swiped again. */
function Failed({
  failure,
}: {
  readonly failure: {
    readonly status: "unreadable" | "unopened";
    readonly refusal: { readonly code: string };
  };
}) {
  const words = useWords();
  const say = useSayRefusal();
  return (
    <div>
      <strong>{words(`home:swipe.${failure.status}`)}</strong>
      {/* The contract keeps the refusal loose here; it is one of the contract's all the same. */}
      <p>{say(failure.refusal as unknown as Refusal)}</p>
    </div>
  );
}

function Read({ swipe }: { readonly swipe: Extract<SwipeView, { status: "read" }> }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const step = useTeller((teller) => teller.transaction.step);
  const isCollected = swipe.verdict === "retained";
  const isMidway = step === "previewed" || step === "authorising" || step === "writing";
  return (
    <>
      <div>
        <strong>
          {words(swipe.retain ? "home:swipe.retain" : "home:swipe.title")}:{" "}
          {sayVerdict(words, swipe)}
        </strong>
        <p className="figures">{swipe.number}</p>
        {swipe.retain && (
          <p>
            {words(isCollected ? "home:swipe.collected.explained" : "home:swipe.retain.explained")}
          </p>
        )}
        {!swipe.retain && isMidway && <p>{words("home:swipe.busy")}</p>}
        {!swipe.retain && !isMidway && (
          <p>{words(swipe.customer ? "home:swipe.not-asked" : "home:swipe.unknown.explained")}</p>
        )}
      </div>
      {swipe.retain && !isMidway && (
        <Button
          type="primary"
          danger
          onClick={() => openScreen(isCollected ? "3014" : "3009", { swipe: swipe.ref })}
        >
          {words(isCollected ? "home:swipe.collected.open" : "home:swipe.retain.open")}
        </Button>
      )}
    </>
  );
}
