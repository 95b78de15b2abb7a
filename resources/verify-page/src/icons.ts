// The wallet's own icons that this page shows. The build reads the names from here and brings the drawings.

import drawings from "virtual:icons";

export type IconName =
  | "award"
  | "circle-check"
  | "circle-dash"
  | "clock"
  | "file-check"
  | "info"
  | "octagon-x"
  | "qr"
  | "refresh"
  | "save"
  | "search"
  | "triangle-alert"
  | "upload"
  | "wallet"
  | "wifi-off";

/** A drawing in the colour of the text around it; always beside words, so hidden from screen readers. */
export function icon(name: IconName): SVGElement {
  const parsed = new DOMParser().parseFromString(drawings[name] as string, "image/svg+xml");
  const svg = document.importNode(parsed.documentElement, true) as unknown as SVGElement;
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
