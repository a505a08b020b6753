import { Button } from "antd";
import type { TrayView } from "#core/contract/display-view.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What the simulated reader waits for, and its cable: out with it, and in again. */
export function ReaderCable({
  tray: { expects, isPlugged },
}: {
  readonly tray: Pick<TrayView, "expects" | "isPlugged">;
}) {
  const words = useWords();
  const plug = useTeller((teller) => teller.plugReader);
  // Where a real reader is set up, the simulated one hangs on nothing that could be pulled.
  const isSimulated = useTeller((teller) => teller.workstation?.reader.simulated ?? false);
  const isWaiting = !isPlugged || expects !== "nothing";
  if (!isSimulated) return null;
  return (
    <>
      <output className={isWaiting ? "expects waiting" : "expects"}>
        {words(isPlugged ? `home:presenter.expects.${expects}` : "home:presenter.unplugged")}
      </output>
      <Button size="small" className="reader-cable" onClick={() => void plug(!isPlugged)}>
        {words(isPlugged ? "home:presenter.unplug" : "home:presenter.plug-in")}
      </Button>
    </>
  );
}
