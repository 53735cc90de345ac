/**
 * Resolves when the process is asked to end (Ctrl-C, SIGTERM, a closed terminal). The second time, it ends
 * at once, as processes do by default.
 */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
