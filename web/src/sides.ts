/** Colours of sides and textures of certainty: told apart by people who see colours otherwise, and in print. */

/** Okabe and Ito's palette, which most colour-blind readers can tell apart; grey is for nobody knows. */
const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d1f", "#7b5ea7"];
export const UNKNOWN = "#8a8f98";

export const CERTAINTIES = ["confirmed", "reported", "claimed", "disputed", "in part"] as const;

/** A colour for every side, by how often it occurs: the first eight have their own, the rest are grey. */
export function colours(sides: (string | null)[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const side of sides) if (side) counts.set(side, (counts.get(side) ?? 0) + 1);
  const order = [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
  return new Map(order.map(([side], index) => [side, PALETTE[index] ?? UNKNOWN]));
}

/** How a side is called: "syria-rebels" reads "syria rebels". */
export function named(side: string | null): string {
  return side ? side.replace(/[-_]/g, " ") : "side not told";
}

/** A disc in a colour: full (confirmed), lined (reported), a ring (claimed), crossed (disputed), half (in part). */
export function disc(colour: string, certainty: string, size = 48): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  const middle = size / 2;
  const radius = middle - 4;
  const circle = (): void => {
    pen.beginPath();
    pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  };
  circle();
  pen.fillStyle = certainty === "confirmed" ? colour : "#ffffff";
  pen.fill();
  pen.save();
  circle();
  pen.clip();
  pen.strokeStyle = pen.fillStyle = colour;
  pen.lineWidth = 5;
  if (certainty === "reported") lines(pen, size, [1]);
  if (certainty === "in part") pen.fillRect(0, middle, size, middle);
  if (certainty === "disputed") lines(pen, size, [1, -1]);
  pen.restore();
  circle();
  pen.lineWidth = 5;
  pen.strokeStyle = colour;
  pen.stroke();
  circle();
  pen.lineWidth = 1;
  pen.strokeStyle = "#1b1f24";
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

function lines(pen: CanvasRenderingContext2D, size: number, ways: number[]): void {
  for (const way of ways) {
    for (let at = -size; at <= 2 * size; at += 12) {
      pen.beginPath();
      pen.moveTo(at, way > 0 ? size : 0);
      pen.lineTo(at + size, way > 0 ? 0 : size);
      pen.stroke();
    }
  }
}
