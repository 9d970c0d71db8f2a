// Wrong on purpose: the promise is neither awaited nor handled. The lint step must say so.
export function save(store: { write(): Promise<void> }): void {
  store.write()
}
