import type { Album } from "./album.ts";
import type { Counter } from "./counter.ts";

/** What else a presenter shows: the palette, the registers, English, a large screen, large letters. */
export async function lookAround(counter: Counter, album: Album): Promise<void> {
  const { teller, program } = counter;
  await counter.press("Escape", "Escape", "Control+k");
  await counter.type("bk");
  await album.shoot(teller, "palette");
  await counter.press("Escape");
  await counter.press("F2");
  await counter.type("1234");
  await counter.press("Enter");
  await album.shoot(teller, "unknown-code");
  await counter.press("Escape");

  for (const [code, name] of [
    ["4010", "loss-register"],
    ["9001", "journal"],
    ["9003", "slips"],
    ["8006", "made-cards"],
  ] as const) {
    await counter.open(code);
    await album.shoot(teller, name);
    await counter.press("Escape");
  }

  await counter.open("3010");
  const { cards } = await counter.ask("demonstration.tray", undefined);
  await counter.swipe(cards.find(({ label }) => label === "in-use")?.id ?? "");
  await album.shoot(teller, "stripe-test");
  await counter.press("Escape", "F1");
  await album.shoot(teller, "help");
  await counter.press("Escape", "Control+Shift+L");
  await album.shoot(teller, "english");
  await counter.press("Control+Shift+L");

  const resize = (width: number, height: number) =>
    program.evaluate(
      ({ BrowserWindow }, size) => {
        const window = BrowserWindow.getAllWindows().find((one) =>
          one.webContents.getURL().startsWith("app://teller/index"),
        );
        window?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
  await resize(1920, 1080);
  await album.shoot(teller, "full-hd");
  await counter.open("4010");
  await teller.locator("tr[tabindex='0']").waitFor();
  await zoom(program, 2);
  await album.shoot(teller, "zoomed", () => pictureOf(program));
  await zoom(program, 1);
  await resize(1280, 800);
}

/** Large letters, as Ctrl and + give them; keys sent by the driver do not pass the window's frame. */
function zoom(program: Counter["program"], factor: number): Promise<void> {
  return program.evaluate(({ BrowserWindow }, wanted) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(wanted);
  }, factor);
}

/** The whole of the teller's window: the driver's own pictures of an enlarged page show a part of it. */
async function pictureOf(program: Counter["program"]): Promise<Buffer> {
  const png = await program.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().startsWith("app://teller/index"),
    );
    return (await window?.webContents.capturePage())?.toPNG().toString("base64") ?? "";
  });
  return Buffer.from(png, "base64");
}
