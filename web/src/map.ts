/** The map: what the claims tell, painted at once, and under it the land, which takes longer to fetch and draw. */

import type { Place } from "./api";
import { announce, fill, h } from "./dom";
import type { Land } from "./land";
import { EARTH_PX, globe, mercator, Places, type Mark, type Scene } from "./places";
import { stateOf, titled } from "./select";
import { named } from "./sides";
import type { Camera } from "./state";

const PADDING = 70;
const CLOSEST = 7.5;
const FAR = 1.5;

export class WorldMap {
  private land: Land | null = null;
  private laid: Promise<void> | null = null;
  private readonly places = new Places();
  private readonly tip = h("div", { class: "tip", hidden: true });
  private scene: Scene | null = null;
  private camera: Camera;
  private looked: boolean;
  /** Which mark the keyboard is at. */
  private pointed = -1;

  constructor(
    private readonly container: HTMLElement,
    asked: Camera | null,
    private readonly told: { open(key: string): void; moved(camera: Camera): void },
  ) {
    this.camera = asked ?? [30, 25, 1.5];
    this.looked = asked !== null;
    this.places.canvas.className = "places";
    container.append(this.places.canvas, this.tip);
    window.addEventListener("beforeprint", () => this.print());
    this.places.dress();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.dress());
    new ResizeObserver(() => this.resize()).observe(container);
    container.addEventListener("keydown", (event) => this.key(event));
  }

  /** Put the land under the places, and over it tiles of a server if the reader named one. */
  async ground(tiles: string | null): Promise<void> {
    await (this.laid ??= this.lay());
    if (tiles) this.land!.tile(tiles);
  }

  private async lay(): Promise<void> {
    const { Land } = await import("./land");
    this.land = new Land(this.container, this.camera);
    const { map } = this.land;
    map.getCanvasContainer().append(this.places.canvas);
    map.on("move", () => this.follow());
    map.on("moveend", (event) => {
      if ("originalEvent" in event && event.originalEvent) this.told.moved(this.camera);
    });
    map.on("click", ({ point }) => this.choose(this.places.pick(point.x, point.y)));
    map.on("mousemove", ({ point }) => this.hover(this.places.pick(point.x, point.y)));
    map.on("mouseout", () => this.hover(null));
    this.follow();
    await this.land.furnish();
    this.container.removeAttribute("aria-busy");
  }

  private follow(): void {
    const { lng, lat } = this.land!.map.getCenter();
    this.camera = [lng, lat, this.land!.map.getZoom()];
    this.paint();
  }

  /** Comma and full stop go through what is on the map, Enter opens it; arrows and plus and minus are MapLibre's own. */
  private key(event: KeyboardEvent): void {
    const { marks } = this.places;
    if (event.key === "Enter" && event.target instanceof HTMLCanvasElement) this.choose(marks[this.pointed] ?? null);
    const step = { ",": -1, ".": 1 }[event.key];
    if (!step || !marks.length) return;
    this.pointed = (this.pointed + step + marks.length) % marks.length;
    this.hover(marks[this.pointed]!);
    announce(this.tip.innerText.replaceAll("\n", ", "));
  }

  /** The colours of the page, light or dark. */
  dress(): void {
    this.land?.dress();
    this.places.dress();
    this.paint();
  }

  /** Paper takes no drawing by the graphics card: it gets a picture of the map as it is, in the light. */
  private print(): void {
    const { width, height } = this.places.canvas;
    if (!width) return;
    const picture = h("canvas", { class: "printed", width, height });
    const pen = picture.getContext("2d") as CanvasRenderingContext2D;
    const { dataset } = document.documentElement;
    const theme = dataset["theme"];
    dataset["theme"] = "light";
    this.dress();
    this.land?.map.redraw();
    for (const layer of this.container.querySelectorAll("canvas")) pen.drawImage(layer, 0, 0, width, height);
    this.container.parentElement?.querySelector(".printed")?.remove();
    this.container.after(picture);
    if (theme) dataset["theme"] = theme;
    else delete dataset["theme"];
    this.dress();
  }

  /** Show what the claims in view tell. */
  draw(scene: Scene): void {
    this.scene = scene;
    if (!this.looked) this.fit(scene);
    this.paint();
  }

  private paint(): void {
    if (!this.scene) return;
    const [lon, lat, zoom] = this.camera;
    const [x, y] = mercator(lon, lat);
    const { clientWidth: width, clientHeight: height } = this.container;
    if (width && height) this.places.paint(this.scene, { x, y, zoom, width, height });
  }

  private choose(mark: Mark | null): void {
    if (!mark || !this.scene) return;
    if (mark.claim) this.told.open(`claim:${mark.claim}`);
    else if (mark.places.length === 1) this.told.open(`place:${this.scene.columns.places[mark.places[0]!]!.key}`);
    else {
      const places = mark.places.map((place) => this.scene!.columns.places[place]!);
      this.look(places.map((one) => one.lon!), places.map((one) => one.lat!), true);
    }
  }

  private hover(mark: Mark | null): void {
    if (this.land) this.land.map.getCanvas().style.cursor = mark ? "pointer" : "";
    this.tip.hidden = !mark;
    if (!mark || !this.scene) return;
    fill(this.tip, words(mark, this.scene).map((line, index) => h(index ? "div" : "strong", {}, line)));
    const left = mark.x > this.container.clientWidth * 0.6;
    this.tip.style.cssText = `top:${mark.y}px;${left ? `right:calc(100% - ${mark.x - mark.radius - 6}px)` : `left:${mark.x + mark.radius + 6}px`}`;
  }

  /** Look at where claims lie; at the middle nine tenths of them where a far capital would zoom out. */
  private fit({ columns, selection }: Scene): void {
    if (!this.container.clientWidth) return;
    const heavy = columns.places.flatMap((place, index) => Array.from({ length: place.lat === null ? 0 : Math.min(selection.activity[index]!, 20) }, () => place));
    if (!heavy.length) return;
    this.looked = true;
    const middle = (values: number[]): number[] => {
      const sorted = values.sort((one, other) => one - other);
      const most = sorted.slice(Math.floor(sorted.length * 0.05), Math.floor(sorted.length * 0.95) + 1);
      return sorted.at(-1)! - sorted[0]! > FAR * (most.at(-1)! - most[0]!) ? most : sorted;
    };
    this.look(middle(heavy.map((one) => one.lon!)), middle(heavy.map((one) => one.lat!)), false);
  }

  private look(lons: number[], lats: number[], animate: boolean): void {
    const [west, north] = mercator(Math.min(...lons), Math.max(...lats));
    const [east, south] = mercator(Math.max(...lons), Math.min(...lats));
    const { clientWidth, clientHeight } = this.container;
    const room = Math.min((clientWidth - 2 * PADDING) / (east - west), (clientHeight - 2 * PADDING) / (south - north));
    this.go([...globe((west + east) / 2, (north + south) / 2), Math.min(CLOSEST, Math.log2(Math.max(room, EARTH_PX) / EARTH_PX))], animate);
  }

  private go(camera: Camera, animate: boolean): void {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (this.land) return void this.land.map.easeTo({ center: [camera[0], camera[1]], zoom: camera[2], animate: animate && !calm });
    this.camera = camera;
    this.paint();
  }

  /** Bring a place into view. */
  visit({ lon, lat }: Place): void {
    if (lon === null || lat === null || !this.scene) return;
    const scale = EARTH_PX * 2 ** this.camera[2];
    const [[x, y], [middle, height]] = [mercator(lon, lat), mercator(this.camera[0], this.camera[1])];
    const seen = Math.abs(x - middle) * scale < this.container.clientWidth / 2 && Math.abs(y - height) * scale < this.container.clientHeight / 2;
    if (!seen) this.go([lon, lat, this.camera[2]], true);
  }

  private resize(): void {
    this.land?.map.resize();
    if (this.scene) this.draw(this.scene);
  }
}

/** What stands beside the pointer. */
function words({ places, claim }: Mark, { columns, selection, holdings, day }: Scene): string[] {
  if (claim) return ["Open the claim of this arrow"];
  const claims = places.reduce((sum, place) => sum + selection.activity[place]!, 0);
  const counted = `${claims} claim${claims === 1 ? "" : "s"} in view`;
  const state = stateOf(holdings[places[0]!], day);
  if (places.length === 1) return [titled(columns.places[places[0]!]!), state ? `${state.state} · ${[state.side, state.other].filter((side, index) => !index || side).map(named).join(" and ")} · ${state.certainty}` : "nobody says who has it", counted];
  const sides = new Map<string, number>();
  for (const place of places) {
    const of = stateOf(holdings[place], day);
    if (of?.side) sides.set(of.side, (sides.get(of.side) ?? 0) + 1);
  }
  return [`${places.length} places`, ...[...sides].sort((one, other) => other[1] - one[1]).slice(0, 4).map(([side, count]) => `${named(side)}: ${count}`), counted];
} // prettier-ignore
