/** What stands in the place of a field until something above it is chosen; it holds nothing. */
export function NotYet({ said, id }: { readonly said: string; readonly id?: string }) {
  return (
    <output id={id} className="nothing">
      {said}
    </output>
  );
}
