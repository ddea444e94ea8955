/** Colours of sides and textures of certainty: told apart by people who see colours otherwise, and in print. */

import { h } from "./dom";

/** Okabe and Ito's palette, which most colour-blind readers can tell apart; grey is for nobody knows. */
export const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d1f", "#7b5ea7"];
export const UNKNOWN = "#8a8f98";
export const INK = "#4a5560";

export const CERTAINTIES = ["confirmed", "reported", "claimed", "disputed", "in part"] as const;

/** A colour for every side, by how often it occurs: the first eight have their own, the rest are grey. Who had one keeps it. */
export function colours(sides: (string | null)[], before: Map<string, string> = new Map()): Map<string, string> {
  const counts = new Map<string, number>();
  for (const side of sides) if (side) counts.set(side, (counts.get(side) ?? 0) + 1);
  const order = [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0])).map(([side]) => side);
  const kept = order.filter((side) => PALETTE.includes(before.get(side) ?? ""));
  const free = PALETTE.filter((colour) => !kept.some((side) => before.get(side) === colour));
  return new Map(order.map((side) => [side, kept.includes(side) ? before.get(side)! : (free.shift() ?? UNKNOWN)]));
}

/** How a side is called: "syria-rebels" reads "syria rebels". */
export function named(side: string | null): string {
  return side ? side.replace(/[-_]/g, " ") : "side not told";
}

/** What a sign on the map says: whose it is, how sure that is, who contests it, and whether it is a town or a wide area. */
export interface Sign {
  colour: string;
  certainty: string;
  other?: string | null;
  wide?: boolean;
}

/** Full (confirmed), lined (reported), a ring (claimed), crossed (disputed), half (in part); two colours: contested. */
export function disc({ colour, certainty, other, wide }: Sign, size: number): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  const middle = size / 2;
  const radius = middle - size / 12;
  const line = Math.max(size / 10, 1.5);
  const outline = (): void => {
    pen.beginPath();
    if (wide) pen.rect(middle - radius * 0.85, middle - radius * 0.85, radius * 1.7, radius * 1.7);
    else pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  };
  const part = (paint: string, left: number): void => {
    pen.save();
    pen.beginPath();
    pen.rect(left, 0, size, size);
    pen.clip();
    outline();
    pen.fillStyle = certainty === "confirmed" ? paint : "#ffffff";
    pen.fill();
    outline();
    pen.clip();
    pen.strokeStyle = pen.fillStyle = paint;
    pen.lineWidth = line;
    if (certainty === "reported") lines(pen, size, [1]);
    if (certainty === "in part") pen.fillRect(0, middle, size, middle);
    if (certainty === "disputed") lines(pen, size, [1, -1]);
    outline();
    pen.lineWidth = 2 * line;
    pen.stroke();
    pen.restore();
  };
  part(colour, 0);
  if (other) part(other, middle);
  outline();
  pen.lineWidth = size / 40;
  pen.strokeStyle = "#1b1f24";
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

/** A sign as a small picture beside words. */
export function swatch(sign: Sign): HTMLElement {
  const canvas = h("canvas", { class: "swatch", width: 40, height: 40, "aria-hidden": "true" });
  canvas.getContext("2d")?.putImageData(disc(sign, 40), 0, 0);
  return canvas;
}

/** A small arrow as on the map: forces, or people who flee. */
export function way(people: boolean): SVGElement {
  const [picture, line] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag)) as [SVGElement, SVGElement];
  picture.setAttribute("class", `way ${people ? "people" : "forces"}`);
  picture.setAttribute("viewBox", "0 0 18 18");
  picture.setAttribute("aria-hidden", "true");
  line.setAttribute("d", "M1 15 Q7 5 15 5 M10 1 L16 5 L11 9");
  picture.append(line);
  return picture;
}

function lines(pen: CanvasRenderingContext2D, size: number, ways: number[]): void {
  for (const way of ways) {
    for (let at = -size; at <= 2 * size; at += size / 4) {
      pen.beginPath();
      pen.moveTo(at, way > 0 ? size : 0);
      pen.lineTo(at + size, way > 0 ? 0 : size);
      pen.stroke();
    }
  }
}
