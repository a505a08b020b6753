import { authorise, openScreen, posted, preview } from "./acts.ts";
import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";

/**
 * 1105: the day's end is sealed before a second teller, and its slip bears the seal as a QR code.
 * Answers that code, as somebody would read it off the paper.
 */
export async function playDayStory(
  counter: Counter,
  album: Album,
  printNewSlips: () => Promise<void>,
): Promise<string> {
  await openScreen(counter, "1105");
  await preview(counter);
  await album.shoot(counter.teller, "day-end-preview");
  await authorise(counter, "1001");
  await posted(counter);
  await album.shoot(counter.teller, "day-end-sealed");
  await printNewSlips();

  const { rows } = await counter.ask("slip.list", { text: "", page: 0 });
  const { facts } = await counter.ask("slip.view", { slip: rows[0]?.number ?? "" });
  const code = facts.find(({ name }) => name === "sealCode");
  return code?.kind === "qr" ? code.text : "";
}
