// A share too big for one code, shown as a row of codes: collects the frames. The format is in wallet/sharing/README.md.

import { LinkError, fromDigits } from "./link";

const FRAME = /^ler-wallet:#f1\.([1-9][0-9]?)\.([1-9][0-9]?)\.([0-9a-f]{8})\.([0-9]+)$/;
const MOST_FRAMES = 60;

export function isFrame(text: string): boolean {
  return FRAME.test(text.trim());
}

/** Puts frames together in whatever order they come; one of another share begins anew. */
export class FrameCollector {
  private mark = "";
  private parts = new Map<number, string>();
  count = 0;

  get seen(): number {
    return this.parts.size;
  }

  clear(): void {
    this.mark = "";
    this.count = 0;
    this.parts.clear();
  }

  /** The whole link once all frames are there, before that undefined. Throws LinkError when they do not fit together. */
  add(text: string): string | undefined {
    const [, number = "0", count = "0", mark = "", digits = ""] = FRAME.exec(text.trim()) ?? [];
    if (Number(number) < 1 || Number(number) > Number(count) || Number(count) > MOST_FRAMES) throw new LinkError("link_malformed");
    if (mark !== this.mark || Number(count) !== this.count) {
      this.clear();
      this.mark = mark;
      this.count = Number(count);
    }
    this.parts.set(Number(number), digits);
    if (this.parts.size < this.count) return undefined;
    const whole = Array.from({ length: this.count }, (_, at) => this.parts.get(at + 1) ?? "").join("");
    this.clear();
    let sum: number;
    try {
      sum = crc32(fromDigits(whole));
    } catch {
      throw new LinkError("link_malformed");
    }
    if (sum.toString(16).padStart(8, "0") !== mark) throw new LinkError("link_malformed");
    return `ler-wallet:#1.${whole}`;
  }
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
