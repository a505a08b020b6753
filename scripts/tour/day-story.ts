import { authorise, openScreen, posted, preview, signOn } from "./acts.ts";
import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";
import { leave, printOwn, settleEvening } from "./evening.ts";

/**
 * 1105: what is open is settled, and the day's end is sealed before a second person, and its slip bears the seal as a QR code.
 * Answers that code, as somebody would read it off the paper.
 */
export async function playDayStory(counter: Counter, album: Album): Promise<string> {
  // The supervisor looks first at what is still open, then everybody counts and goes.
  await leave(counter);
  await signOn(counter, "2001");
  await album.shoot(counter.teller, "home-of-supervisor");
  await openScreen(counter, "1105");
  await album.shoot(counter.teller, "day-end-open");
  const { figures } = await counter.ask("day.view", undefined);
  await settleEvening(counter, figures);

  await signOn(counter, "2001");
  await openScreen(counter, "1105");
  await album.shoot(counter.teller, "day-end-settled");
  await preview(counter);
  await album.shoot(counter.teller, "day-end-preview");
  await authorise(counter, "2002");
  await posted(counter);
  await album.shoot(counter.teller, "day-end-sealed");
  await printOwn(counter);

  const { rows } = await counter.ask("slip.list", { text: "", page: 0 });
  const { facts } = await counter.ask("slip.view", { slip: rows[0]?.number ?? "" });
  const code = facts.find(({ name }) => name === "sealCode");
  return code?.kind === "qr" ? code.text : "";
}
