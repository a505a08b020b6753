/**
 * antd also writes its variables and a few rules into style elements, through `innerHTML`. Trusted
 * Types forbid that writing, so it is dropped: all it would say is in the bundled sheets. To be
 * called before anything renders.
 */
export function dropStyleElements(): void {
  Object.defineProperty(HTMLStyleElement.prototype, "innerHTML", {
    configurable: true,
    get: () => "",
    set: () => undefined,
  });
}
