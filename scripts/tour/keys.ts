import type { Page } from "playwright-core";

/** The most stops between two fields of a screen; a field further away cannot be reached. */
const STOPS_MAX = 40;

/** The most rows of a list. */
const ROWS_MAX = 100;

/**
 * Goes with Tab to the control whose name contains `name`, as a teller without a mouse would.
 *
 * Fails when no stop on the way bears the name: then the screen cannot be used by keyboard.
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop <= STOPS_MAX; stop += 1) {
    const here = await page.evaluate(nameOfFocus);
    if (here.includes(name)) return;
    seen.push(here);
    await page.keyboard.press("Tab");
  }
  throw new Error(`no stop bears "${name}"; stops: ${seen.join(" | ")}`);
}

/** Chooses a radio button of the group that has the focus, by arrow keys. */
export async function choose(page: Page, group: string, option: string): Promise<void> {
  await tabTo(page, group);
  for (let step = 0; step < 8; step += 1) {
    const { checked, label } = await page.evaluate(focusedRadio);
    if (label.includes(option)) {
      if (!checked) await page.keyboard.press("Space");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no option "${option}" in "${group}"`);
}

/** Goes with Tab to a list whose first row bears `list`, and down to the row that bears `row`. */
export async function walkTo(page: Page, list: string, row: string): Promise<void> {
  await tabTo(page, list);
  const seen: string[] = [];
  for (let step = 0; step <= ROWS_MAX; step += 1) {
    const here = await page.evaluate(nameOfFocus);
    if (here.includes(row)) return;
    seen.push(here);
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no row bears "${row}"; rows: ${seen.join(" | ")}`);
}

// These two run inside the page and see nothing of this module.

function nameOfFocus(): string {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return "";
  const labelled = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const texts = [
    element.getAttribute("aria-label"),
    ...labelled.map((id) => document.getElementById(id)?.textContent),
    ...("labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : []).map(
      (label) => label.textContent,
    ),
    element.closest("[role=radiogroup], fieldset")?.getAttribute("aria-label"),
    element.closest("fieldset")?.querySelector("legend")?.textContent,
    element.closest(".ant-form-item")?.querySelector("label")?.textContent,
    element.tagName === "INPUT" ? "" : element.textContent,
  ];
  return texts.filter(Boolean).join(" · ").slice(0, 200);
}

function focusedRadio(): { readonly checked: boolean; readonly label: string } {
  const element = document.activeElement;
  if (!(element instanceof HTMLInputElement)) return { checked: false, label: "" };
  return { checked: element.checked, label: element.closest("label")?.textContent ?? "" };
}
