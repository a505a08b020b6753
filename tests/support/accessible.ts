import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { ElectronApplication, Page } from "playwright-core";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** The rules of WCAG 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 A and AA, and whatever makes the page scroll sideways. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(settle);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const { violations } = (await page.evaluate(
    (tags) => Reflect.get(window, "axe").run(document, { runOnly: tags }),
    TAGS,
  )) as AxeResults;
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id}: ${target.join(" ")}: ${why}`;
    }),
  );
  return [...found, ...(await page.evaluate(sideways))];
}

/** Sets how large everything in the teller's window is; 1 is 100 %. */
export function zoom(program: ElectronApplication, factor: number): Promise<void> {
  return program.evaluate(({ webContents }, to) => {
    for (const contents of webContents.getAllWebContents()) contents.setZoomFactor(to);
  }, factor);
}

// These run inside the page and see nothing of this module.

/**
 * Lets transitions end at once: a colour half way between two is no colour of ours. The mark over a
 * demonstration is taken off, because axe measures no contrast of what lies under a picture.
 */
async function settle(): Promise<void> {
  for (const mark of document.querySelectorAll<HTMLElement>("[data-testid=watermark]"))
    mark.style.display = "none";
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      animation.finish();
  }
}

/** Everything that stands out over the right edge of the page, and not within something that scrolls. */
function sideways(): readonly string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element): boolean => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (/auto|scroll|hidden/.test(getComputedStyle(outer).overflowX)) return true;
    }
    return false;
  };
  const page = document.scrollingElement?.scrollWidth ?? 0;
  const places = [...document.querySelectorAll("main, .desk-main, dialog, .presenter, header")];
  return [
    ...(page > width ? [`the page is ${page} wide in a window of ${width}`] : []),
    ...places
      .filter((place) => place.scrollWidth > place.clientWidth + 1)
      .map((place) => `${place.tagName} ${place.className} scrolls sideways`),
    ...[...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
      .map((element) => `${element.tagName} ${element.className} stands out to the right`),
  ];
}
