// QR codes from a picture or the camera. Frames never leave the page.

import decodeQR from "qr/decode.js";

const MOST_PIXELS = 40_000_000;
const MOST_SIDE = 1600;
const SHEETS_A_SECOND = 8;

/** The text of the code in a picture; undefined when none is found. */
export async function readPicture(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file);
  try {
    if (bitmap.width * bitmap.height > MOST_PIXELS) return undefined;
    // Small pictures are enlarged and large ones made smaller: the decoder wants a few pixels a module.
    const side = Math.max(bitmap.width, bitmap.height);
    for (const scale of [1, MOST_SIDE / side, 2]) {
      const found = decode(bitmap, bitmap.width * scale, bitmap.height * scale);
      if (found !== undefined) return found;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}

// A code as the wallet draws it (wallet/sharing/qr.py, render_svg), letter for letter; other drawings are not looked at.
const DRAWING =
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="(\d{1,5})" height="\1" viewBox="0 0 (\d{1,3}) \2" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\2v\2H0z"\/><path d="((?:M\d{1,3} \d{1,3}h\d{1,3}v1h-\d{1,3}z)*)"\/><\/svg>\s*$/;
const RUN = /M(\d+) (\d+)h(\d+)v1/g;
const LONGEST_DRAWING = 1_000_000;
const PIXELS_A_MODULE = 4;

/** The text of the code in a drawing that the wallet made; undefined for any other text. */
export function readDrawing(svg: string): string | undefined {
  const parts = svg.length <= LONGEST_DRAWING && svg.startsWith("<svg ") ? DRAWING.exec(svg) : null;
  if (!parts) return undefined;
  const side = Number(parts[2]) * PIXELS_A_MODULE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const dark = new Uint32Array(data.buffer);
  const black = new Uint32Array(Uint8ClampedArray.of(0, 0, 0, 255).buffer)[0] as number;
  for (const run of (parts[3] as string).matchAll(RUN)) {
    const [start, row, length] = run.slice(1).map((number) => Number(number) * PIXELS_A_MODULE) as [number, number, number];
    for (let line = row; line < row + PIXELS_A_MODULE; line += 1) {
      dark.fill(black, line * side + start, line * side + Math.min(start + length, side));
    }
  }
  try {
    return decodeQR({ width: side, height: side, data });
  } catch {
    return undefined;
  }
}

function decode(source: CanvasImageSource, width: number, height: number): string | undefined {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  context.imageSmoothingEnabled = false;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return undefined;
  }
}

/** Watches the camera until `take` is content with what a code says, or `signal` stops it. Throws when there is no camera. */
export async function watchCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
  take: (text: string) => string | undefined,
): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const found = video.videoWidth > 0 ? decode(video, video.videoWidth, video.videoHeight) : undefined;
      const whole = found === undefined ? undefined : take(found);
      if (whole !== undefined) return whole;
      await new Promise((resolve) => setTimeout(resolve, 1000 / SHEETS_A_SECOND));
    }
    return undefined;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}
