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
