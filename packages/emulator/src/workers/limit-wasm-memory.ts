const bytesPerPage = 65_536;

/** A memory of WebAssembly, as far as it is needed here: the type library for Node.js 20 has none. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * Bounds the memory of every WebAssembly module of this thread, which a worker's `resourceLimits` do not. SQLite is
 * then out of memory, and says so.
 */
export function limitWasmMemory(maximumBytes: number): void {
  const { WebAssembly } = globalThis as unknown as {
    readonly WebAssembly: { readonly Memory: { prototype: Memory } };
  };
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function (this: Memory, pages: number): number {
    if (this.buffer.byteLength + pages * bytesPerPage > maximumBytes) {
      throw new RangeError(`The module asks for more than ${maximumBytes} bytes of memory.`);
    }
    return grow.call(this, pages);
  };
}
