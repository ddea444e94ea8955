/** What lies on the map and changes with time: places, clusters of them, arrows and names, painted on a canvas above it.
 *
 * The map below need not be drawn again while the handle of time moves: in software one repaint of it takes longer than
 * all that is painted here. Discs are copied pixel by pixel, ten times as fast as drawing them one by one.
 */

import type { Columns, Place } from "./api";
import { stateOf, titled, WIDE, type Arrow, type Holding, type Selection } from "./select";
import { disc, UNKNOWN, type Sign } from "./sides";

export const EARTH_PX = 512;
const EARTH_M = 40_075_016;
const CLUSTERED_BELOW = 5;
const GATHERED_PX = 40;
const MOST_NAMES = 120;
const CELL = 4;
const RIM = 3;
const LEFT = new Set(["withdrawn", "lost"]);
const NAME_FONT = "12px system-ui, sans-serif";

export interface Scene {
  columns: Columns;
  selection: Selection;
  holdings: Holding[];
  day: number | null;
  colours: Map<string, string>;
  arrows: Arrow[];
  /** The places of what is open. */
  open: number[];
}

/** Where the map looks: its middle in a world of 1 by 1, its zoom, and its size in pixels. */
export interface View {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
}

/** Something painted that can be pointed at: one place or several, or the claim of an arrow. */
export interface Mark {
  x: number;
  y: number;
  radius: number;
  places: number[];
  claim?: string;
}

/** The position of a place in a world of 1 by 1, as web maps draw it. */
export function mercator(lon: number, lat: number): [number, number] {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The longitude and latitude of a position in that world. */
export function globe(x: number, y: number): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

/** For each place the one it is gathered around: the busiest that is near; `order` has the busiest first. */
export function gathered(xs: Float64Array, ys: Float64Array, order: number[], reach: number): Int32Array {
  const leader = new Int32Array(xs.length).fill(-1);
  const cells = new Map<string, number[]>();
  const near = (x: number, y: number): number[] => cells.get(`${x},${y}`) ?? [];
  for (const place of order) {
    const [column, row] = [Math.floor(xs[place]! / reach), Math.floor(ys[place]! / reach)];
    let found = -1;
    for (let at = 0; at < 9 && found < 0; at++)
      found = near(column + (at % 3) - 1, row + Math.floor(at / 3) - 1).find((one) => Math.hypot(xs[one]! - xs[place]!, ys[one]! - ys[place]!) < reach) ?? -1;
    leader[place] = found < 0 ? place : found;
    if (found < 0) cells.set(`${column},${row}`, [...near(column, row), place]);
  }
  return leader;
}

interface Sprite { size: number; pixels: Uint32Array }

export class Places {
  readonly canvas = document.createElement("canvas");
  /** What was painted last, the topmost at the end. */
  marks: Mark[] = [];
  private readonly pen = this.canvas.getContext("2d") as CanvasRenderingContext2D;
  private readonly discs = document.createElement("canvas");
  private readonly sprites = new Map<string, Sprite>();
  private readonly names = new Map<string, HTMLCanvasElement>();
  private readonly colours = { people: "", forces: "", accent: "", land: "", ink: "" };
  private pixels = new ImageData(1, 1);
  private columns: Columns | null = null;
  private xs = new Float64Array();
  private ys = new Float64Array();
  private order: number[] = [];
  private leaders = new Map<number, Int32Array>();
  private ratio = 1;

  /** Paint a scene as the map looks at it now. */
  paint(scene: Scene, view: View): void {
    if (scene.columns !== this.columns) this.learn(scene.columns);
    this.fit(view);
    const scale = EARTH_PX * 2 ** view.zoom;
    const { clusters, unknown, known } = this.sortedOut(scene, view, scale);
    this.marks = [...unknown, ...known];
    this.pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.pen.clearRect(0, 0, view.width, view.height);
    this.areas(scene, scale);
    this.blit(scene);
    const lines = this.arrows(scene.arrows, view, scale);
    for (const one of clusters) this.cluster(one, scene);
    this.ring([...this.marks, ...clusters].filter((one) => one.places.some((place) => scene.open.includes(place))));
    this.name(scene.columns.places, [...clusters, ...known, ...unknown], view);
    this.marks = [...lines, ...this.marks, ...clusters];
  }

  /** The topmost thing at a point of the map. */
  pick(x: number, y: number): Mark | null {
    return this.marks.findLast((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + 3) ?? null;
  }

  /** Take the colours of the page, light or dark. */
  dress(): void {
    const style = getComputedStyle(document.documentElement);
    for (const name of Object.keys(this.colours) as (keyof Places["colours"])[]) this.colours[name] = style.getPropertyValue(`--${name}`);
    this.names.clear();
  }

  private learn(columns: Columns): void {
    this.columns = columns;
    this.leaders.clear();
    const busy = new Uint32Array(columns.places.length);
    for (const place of columns.place) busy[place]!++;
    this.xs = new Float64Array(columns.places.length);
    this.ys = new Float64Array(columns.places.length);
    columns.places.forEach(({ lon, lat }, index) => {
      if (lon !== null && lat !== null) [this.xs[index], this.ys[index]] = mercator(lon, lat);
    });
    this.order = columns.places.flatMap((place, index) => (place.lat === null ? [] : [index])).sort((one, other) => busy[other]! - busy[one]!);
  }

  private fit({ width, height }: View): void {
    this.ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * this.ratio), Math.round(height * this.ratio)];
    if (this.canvas.width === wide && this.canvas.height === high) return;
    for (const one of [this.canvas, this.discs]) [one.width, one.height] = [wide, high];
    this.pixels = new ImageData(Math.max(wide, 1), Math.max(high, 1));
  }

  /** Where a point of the world lies on the map; of its copies around the earth the nearest. */
  private at(x: number, y: number, view: View, scale: number): [number, number] {
    const across = x - view.x;
    return [(across - Math.round(across)) * scale + view.width / 2, (y - view.y) * scale + view.height / 2];
  }

  /** The places in view, the busiest first: clusters, and single ones apart by whether it is known who has them. */
  private sortedOut({ selection, holdings, day }: Scene, view: View, scale: number): Record<"clusters" | "unknown" | "known", Mark[]> {
    const groups = new Map<number, number[]>();
    const leader = view.zoom < CLUSTERED_BELOW ? this.leading(Math.floor(view.zoom)) : null;
    for (const place of this.order) {
      if (!selection.activity[place]) continue;
      const group = leader ? leader[place]! : place;
      if (groups.has(group)) groups.get(group)!.push(place);
      else groups.set(group, [place]);
    }
    const found = { clusters: [] as Mark[], unknown: [] as Mark[], known: [] as Mark[] };
    for (const places of groups.values()) {
      const first = places[0]!;
      const single = places.length === 1;
      const [x, y] = this.at(this.xs[first]!, this.ys[first]!, view, scale);
      const radius = single ? 6.5 + Math.min(Math.log2(selection.activity[first]!) * 1.2, 8.5) : Math.min(11 + 3 * Math.log2(places.length), 24);
      if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) continue;
      const sort = !single ? "clusters" : stateOf(holdings[first], day) ? "known" : "unknown";
      found[sort].push({ x, y, radius, places });
    }
    found.clusters.sort((one, other) => other.places.length - one.places.length);
    return found;
  }

  private leading(zoom: number): Int32Array {
    const known = this.leaders.get(zoom) ?? gathered(this.xs, this.ys, this.order, GATHERED_PX / (EARTH_PX * 2 ** zoom));
    this.leaders.set(zoom, known);
    return known;
  }

  private sign({ columns, holdings, day, colours }: Scene, place: number): Sign {
    const state = stateOf(holdings[place], day);
    const colour = (side: string | null): string => (side && colours.get(side)) || UNKNOWN;
    return {
      colour: colour(state && !LEFT.has(state.state) ? state.side : null), certainty: state?.certainty ?? "claimed",
      other: state?.state === "contested" ? colour(state.other) : null, wide: (columns.places[place]!.precision ?? "") in WIDE,
    }; // prettier-ignore
  }

  /** Pale circles as far as a place reaches that is known no closer. */
  private areas(scene: Scene, scale: number): void {
    for (const { x, y, places } of this.marks) {
      const { radius, precision, lat } = scene.columns.places[places[0]!]!;
      const km = WIDE[precision ?? ""] === 0 ? 0 : (radius ?? WIDE[precision ?? ""]);
      if (!km) continue;
      this.pen.beginPath();
      this.pen.arc(x, y, (km * 1000 * scale) / (EARTH_M * Math.cos(((lat ?? 0) * Math.PI) / 180)), 0, 2 * Math.PI);
      const { colour } = this.sign(scene, places[0]!);
      this.pen.fillStyle = `${colour}14`;
      this.pen.fill();
      this.pen.strokeStyle = `${colour}80`;
      this.pen.lineWidth = 1;
      this.pen.stroke();
    }
  }

  private arrows(found: Arrow[], view: View, scale: number): Mark[] {
    const marks: Mark[] = [];
    for (const people of [false, true]) {
      const lines = new Path2D();
      const heads = new Path2D();
      for (const arrow of found) {
        if (arrow.people !== people) continue;
        const [from, to] = [arrow.from, arrow.to].map((one) => this.at(...mercator(one.lon!, one.lat!), view, scale)) as [[number, number], [number, number]];
        const middle = bow(from, to, lines, heads);
        if (middle) marks.push({ x: middle[0], y: middle[1], radius: 5, places: [], claim: arrow.claim });
      }
      this.pen.strokeStyle = this.pen.fillStyle = people ? this.colours.people : this.colours.forces;
      this.pen.lineWidth = 1.8;
      this.pen.setLineDash(people ? [5, 4] : []);
      this.pen.stroke(lines);
      this.pen.fill(heads);
    }
    this.pen.setLineDash([]);
    return marks;
  }

  /** All single places at once, copied into one picture. */
  private blit(scene: Scene): void {
    const target = new Uint32Array(this.pixels.data.buffer);
    const { width, height } = this.pixels;
    target.fill(0);
    for (const { x, y, radius, places } of this.marks) {
      const { size, pixels } = this.sprite(this.sign(scene, places[0]!), Math.round(2 * radius * this.ratio));
      const [left, top] = [Math.round(x * this.ratio - size / 2), Math.round(y * this.ratio - size / 2)];
      for (let row = Math.max(0, -top); row < Math.min(size, height - top); row++) {
        const from = row * size;
        const to = (top + row) * width + left;
        for (let column = Math.max(0, -left); column < Math.min(size, width - left); column++) {
          const pixel = pixels[from + column]!;
          const alpha = pixel >>> 24;
          if (alpha > 127 || (alpha > 0 && target[to + column] === 0)) target[to + column] = pixel;
        }
      }
    }
    (this.discs.getContext("2d") as CanvasRenderingContext2D).putImageData(this.pixels, 0, 0);
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.drawImage(this.discs, 0, 0);
    this.pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }

  private sprite(sign: Sign, size: number): Sprite {
    const name = `${sign.colour}/${sign.certainty}/${sign.other}/${sign.wide}/${size}`;
    let found = this.sprites.get(name);
    if (!found) this.sprites.set(name, (found = { size, pixels: new Uint32Array(disc(sign, size).data.buffer) }));
    return found;
  }

  /** Several places as a ring, parted by who has them, with their number inside. */
  private cluster({ x, y, radius, places }: Mark, scene: Scene): void {
    const { pen } = this;
    const shares = new Map<string, number>();
    for (const place of places) {
      const { colour } = this.sign(scene, place);
      shares.set(colour, (shares.get(colour) ?? 0) + 1);
    }
    const circle = (wide: number, colour: string): void => {
      pen.beginPath();
      pen.arc(x, y, wide, 0, 2 * Math.PI);
      pen.fillStyle = colour;
      pen.fill();
    };
    circle(radius + 1, "#1b1f24");
    let turn = -Math.PI / 2;
    for (const [colour, share] of [...shares].sort((one, other) => other[1] - one[1])) {
      const next = turn + (2 * Math.PI * share) / places.length;
      pen.beginPath();
      pen.moveTo(x, y);
      pen.arc(x, y, radius, turn, next);
      pen.fillStyle = colour;
      pen.fill();
      turn = next;
    }
    circle(radius - 5, "#ffffff");
    pen.fillStyle = "#1b1f24";
    pen.font = `600 ${NAME_FONT}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(String(places.length), x, y + 0.5);
  }

  /** What is open stands out. */
  private ring(marks: Mark[]): void {
    for (const { x, y, radius } of marks) {
      this.pen.beginPath();
      this.pen.arc(x, y, radius + 4, 0, 2 * Math.PI);
      this.pen.lineWidth = 2.5;
      this.pen.strokeStyle = this.colours.accent;
      this.pen.stroke();
    }
  }

  /** Names, in the order of the marks, where neither a place nor another name lies. */
  private name(places: Place[], marks: Mark[], { width, height }: View): void {
    const wide = Math.ceil(width / CELL);
    const taken = new Uint8Array(wide * Math.ceil(height / CELL));
    const free = (x: number, y: number, right: number, bottom: number, take: boolean): boolean => {
      for (let row = Math.max(0, Math.floor(y / CELL)); row * CELL < Math.min(bottom, height); row++)
        for (let column = Math.max(0, Math.floor(x / CELL)); column * CELL < Math.min(right, width); column++) {
          if (take) taken[row * wide + column] = 1;
          else if (taken[row * wide + column]) return false;
        }
      return true;
    };
    for (const { x, y, radius } of marks) free(x - radius * 0.7, y - radius * 0.7, x + radius * 0.7, y + radius * 0.7, true);
    let left = MOST_NAMES;
    for (const { x, y, radius, places: members } of marks) {
      if (!left) break;
      const words = this.worded(titled(places[members[0]!]!));
      const [long, high] = [words.width / this.ratio, words.height / this.ratio];
      const corners = [[x - long / 2, y + radius + 1], [x + radius, y - high / 2], [x - radius - long, y - high / 2], [x - long / 2, y - radius - high]] as const;
      const room = ([side, top]: readonly [number, number], take: boolean): boolean => free(side + RIM, top + RIM, side + long - RIM, top + high - RIM, take);
      const corner = corners.find((one) => room(one, false));
      if (!corner) continue;
      room(corner, true);
      this.pen.drawImage(words, Math.round(corner[0]), Math.round(corner[1]), long, high);
      left--;
    }
  }

  /** A name with a rim in the colour of the land, drawn once. */
  private worded(name: string): HTMLCanvasElement {
    const known = this.names.get(name);
    if (known) return known;
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.font = NAME_FONT;
    canvas.width = Math.ceil((pen.measureText(name).width + 2 * RIM) * this.ratio);
    canvas.height = Math.ceil(17 * this.ratio);
    pen.scale(this.ratio, this.ratio);
    pen.font = NAME_FONT;
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    pen.strokeStyle = this.colours.land;
    pen.strokeText(name, RIM, 12.5);
    pen.fillStyle = this.colours.ink;
    pen.fillText(name, RIM, 12.5);
    this.names.set(name, canvas);
    return canvas;
  }
}

/** A bowed line with a head before its end; gives its middle, or null where the ends lie too close to show it. */
function bow(from: [number, number], to: [number, number], lines: Path2D, heads: Path2D): [number, number] | null {
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(across, down);
  if (long < 24) return null;
  const bent: [number, number] = [(from[0] + to[0]) / 2 - down * 0.15, (from[1] + to[1]) / 2 + across * 0.15];
  const turn = Math.atan2(to[1] - bent[1], to[0] - bent[0]);
  const tip: [number, number] = [to[0] - 10 * Math.cos(turn), to[1] - 10 * Math.sin(turn)];
  const foot: [number, number] = [tip[0] - 9 * Math.cos(turn), tip[1] - 9 * Math.sin(turn)];
  lines.moveTo(...from);
  lines.quadraticCurveTo(...bent, ...foot);
  heads.moveTo(...tip);
  heads.lineTo(foot[0] - 4.5 * Math.sin(turn), foot[1] + 4.5 * Math.cos(turn));
  heads.lineTo(foot[0] + 4.5 * Math.sin(turn), foot[1] - 4.5 * Math.cos(turn));
  heads.closePath();
  return [(from[0] + to[0]) / 4 + bent[0] / 2, (from[1] + to[1]) / 4 + bent[1] / 2];
}
