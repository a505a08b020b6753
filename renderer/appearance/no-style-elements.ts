/**
 * antd also writes its variables and a few rules into style elements, through `innerHTML`. The
 * content policy ignores such elements and Trusted Types forbid the writing, so it is dropped:
 * everything they would say is in the bundled style sheets. To be called before anything renders.
 */
export function dropStyleElements(): void {
  Object.defineProperty(HTMLStyleElement.prototype, "innerHTML", {
    configurable: true,
    get: () => "",
    set: () => undefined,
  });
}
