import { Button } from "antd";
import { Fragment, memo, useEffect, useRef, useState } from "react";
import type { TraceLine } from "#core/contract/reader-view.ts";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { wordOf } from "#renderer/wording/say-refusal.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The live trace: what is said on the cable, in words and in bytes, without a byte of a track. */
export function ReaderTrace() {
  const words = useWords();
  const told = useTeller((teller) => teller.readerTrace);
  const [held, hold] = useState<readonly TraceLine[]>();
  const shown = held ?? told;
  const toggle = () => hold(held ? undefined : told);
  const missed = held ? newerThan(held, told) : 0;
  useHotKey("Control+d", toggle);

  return (
    <section className="reader-part reader-trace" aria-labelledby="reader-trace">
      <h2 id="reader-trace">{words("reader:trace.title")}</h2>
      <p className="hint">{words("reader:trace.explained")}</p>
      <p className="trace-keys">
        <Button size="small" onClick={toggle}>
          {words(held ? "reader:trace.go-on" : "reader:trace.pause")} Ctrl+D
        </Button>
        {held && <span>‖ {words("reader:trace.paused", { count: missed })}</span>}
      </p>
      <TraceLines lines={shown} isFollowing={held === undefined} />
    </section>
  );
}

function newerThan(held: readonly TraceLine[], told: readonly TraceLine[]): number {
  const last = held.at(-1)?.number ?? Number.NEGATIVE_INFINITY;
  return told.filter(({ number }) => number > last).length;
}

function TraceLines({
  lines,
  isFollowing,
}: {
  readonly lines: readonly TraceLine[];
  readonly isFollowing: boolean;
}) {
  const words = useWords();
  const place = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line moves the sight to the end.
  useEffect(() => {
    if (isFollowing && place.current) place.current.scrollTop = place.current.scrollHeight;
  }, [lines, isFollowing]);

  return (
    <section
      ref={place}
      className="trace"
      role="log"
      // Read when wanted: spoken line by line it would drown everything else.
      aria-live="off"
      aria-labelledby="reader-trace"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words("reader:trace.time")}</th>
            <th scope="col">{words("reader:trace.way")}</th>
            <th scope="col">{words("reader:trace.what")}</th>
            <th scope="col">{words("reader:trace.shown")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Fragment key={line.number}>
              <Gap lines={line.number - 1 - (lines[index - 1]?.number ?? line.number - 1)} />
              <TraceRow line={line} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <p className="nothing">{words("reader:trace.none")}</p>}
    </section>
  );
}

/** Lines of a flood that were not told. */
const Gap = memo(function Gap({ lines }: { readonly lines: number }) {
  const words = useWords();
  if (lines === 0) return null;
  return (
    <tr>
      <td colSpan={4}>⋯ {words("reader:trace.gap", { lines })}</td>
    </tr>
  );
});

const signs: Readonly<Record<TraceLine["way"], string>> = {
  sent: "→",
  heard: "←",
  noise: "·",
  state: "■",
};

const TraceRow = memo(function TraceRow({ line }: { readonly line: TraceLine }) {
  const words = useWords();
  const { way, atMs } = line;
  const { what, shown } = sayLine(words, line);
  return (
    <tr data-way={way}>
      <td className="at">{(atMs / 1000).toFixed(3)}</td>
      <td className="way">
        <span aria-hidden="true">{signs[way]}</span> {words(`reader:way.${way}`)}
      </td>
      <td>{what}</td>
      <td className="shown">{shown}</td>
    </tr>
  );
});

/**
 * A line in words. What a state shows is why or for what, which the words may know as well; the
 * contract leaves all of these codes open, and one that has no words is shown as it is.
 */
function sayLine(words: Words, { way, what, shown }: TraceLine): Pick<TraceLine, "what" | "shown"> {
  const whole = way === "state" && wordOf(words, "reader", `state.${what}.${shown}`, "");
  if (whole) return { what: whole, shown: "" };
  return { what: wordOf(words, "reader", `${way}.${what}`, what), shown };
}
