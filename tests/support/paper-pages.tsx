import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Electron from "electron";
import { _electron } from "playwright-core";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import type { SlipView } from "#core/contract/posting-view.ts";
import { SlipPaper } from "#renderer/slips/slip-paper.tsx";
import { createLanguage, type Language } from "#renderer/wording/language.ts";
import { findElectron } from "../../scripts/setup/electron-runtime.mjs";

const styles = ["paper.css", "form.css"]
  .map((file) => readFileSync(join("renderer", "slips", file), "utf8"))
  .join("\n");

/** The Chromium that prints slips, alone and without the workstation. */
export interface Press {
  /** How many pages a slip takes on the paper of its kind. */
  readonly pages: (slip: SlipView, language: Language) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Opens it with a program of one line, in a folder that goes away with it. */
export async function openPress(): Promise<Press> {
  const folder = mkdtempSync(join(tmpdir(), "guitai-press-"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "press", version: "1.0.0", main: "press.js" }),
  );
  writeFileSync(
    join(folder, "press.js"),
    'require("electron").app.on("window-all-closed", () => {});',
  );
  const { executable, args } = await findElectron();
  const program = await _electron.launch({
    executablePath: executable,
    args: [...args, `--user-data-dir=${folder}`, folder],
  });

  return {
    async pages(slip, language) {
      const file = join(folder, "slip.html");
      writeFileSync(file, pageOf(slip, language));
      const pdf = await program.evaluate(printed, file);
      return pagesIn(Buffer.from(pdf, "base64"));
    },
    async close() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many pages Chromium wrote into a PDF file; it leaves its page objects uncompressed. */
export function pagesIn(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

function pageOf(slip: SlipView, language: Language): string {
  const body = renderToStaticMarkup(
    <I18nextProvider i18n={createLanguage(language)}>
      <SlipPaper slip={slip} />
    </I18nextProvider>,
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${styles}</style><body><div id="root">${body}</div></body></html>`;
}

/** Runs inside the program, with the very settings that slips are printed with. */
async function printed(
  { BrowserWindow }: Pick<typeof Electron, "BrowserWindow">,
  file: string,
): Promise<string> {
  const window = new BrowserWindow({ show: false });
  await window.loadFile(file);
  const pdf = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
  });
  window.destroy();
  return pdf.toString("base64");
}
