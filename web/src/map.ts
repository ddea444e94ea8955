/** The map: land, borders and names of countries by MapLibre, and above them what the claims tell. */

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-50m.json?url";
import type { Place } from "./api";
import { announce, fill, h } from "./dom";
import { mercator, Places, type Mark, type Scene } from "./places";
import { stateOf, titled } from "./select";
import { named } from "./sides";

maplibregl.setWorkerUrl(workerUrl);

export class WorldMap {
  private readonly map: maplibregl.Map;
  private readonly places = new Places();
  private readonly tip = h("div", { class: "tip", hidden: true });
  private scene: Scene | null = null;
  private looked: boolean;
  /** Which mark the keyboard is at. */
  private pointed = -1;

  constructor(
    container: HTMLElement,
    camera: [number, number, number] | null,
    private readonly told: { open(key: string): void; moved(camera: [number, number, number]): void },
  ) {
    this.map = new maplibregl.Map({
      container,
      style: { version: 8, transition: { duration: 0, delay: 0 }, sources: {}, layers: [{ id: "sea", type: "background" }] },
      center: camera ? [camera[0], camera[1]] : [30, 25],
      zoom: camera ? camera[2] : 1.5,
      attributionControl: false,
      maxZoom: 14,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.looked = camera !== null;
    this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-left");
    this.map.addControl(new maplibregl.ScaleControl(), "bottom-left");
    this.map.addControl(new maplibregl.AttributionControl({ customAttribution: "Natural Earth; GeoNames", compact: true }), "bottom-right");
    this.places.canvas.className = "places";
    this.map.getCanvasContainer().append(this.places.canvas);
    container.append(this.tip);
    window.addEventListener("beforeprint", () => this.print(container));
    this.places.dress();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.dress());
    this.map.on("load", () => void this.furnish());
    this.map.on("move", () => this.paint());
    this.map.on("resize", () => this.paint());
    this.map.on("moveend", (event) => {
      if ("originalEvent" in event && event.originalEvent) this.told.moved(this.camera());
    });
    this.map.on("click", ({ point }) => this.choose(this.places.pick(point.x, point.y)));
    this.map.on("mousemove", ({ point }) => this.hover(this.places.pick(point.x, point.y)));
    this.map.on("mouseout", () => this.hover(null));
    container.addEventListener("keydown", (event) => this.key(event));
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

  private camera(): [number, number, number] {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat, this.map.getZoom()];
  }

  private async furnish(): Promise<void> {
    const atlas = (await (await fetch(atlasUrl)).json()) as Topology;
    const countries = feature(atlas, atlas.objects["countries"]!) as GeoJSON.FeatureCollection;
    countries.features.forEach(unwrap);
    this.map.addSource("countries", { type: "geojson", data: countries });
    this.map.addSource("names", { type: "geojson", data: labels(countries) });
    for (const layer of LAYERS) this.map.addLayer(layer);
    this.dress();
  }

  /** The colours of the page, light or dark. */
  dress(): void {
    const style = getComputedStyle(document.documentElement);
    for (const [layer, property, name] of PAINTS)
      if (this.map.getLayer(layer)) this.map.setPaintProperty(layer, property, style.getPropertyValue(name).trim());
    this.places.dress();
    this.paint();
  }

  /** Lay tiles over the land, under borders and places. */
  async tile(address: string): Promise<void> {
    if (!this.map.getLayer("borders")) await new Promise((done) => this.map.once("idle", done));
    if (this.map.getSource("tiles")) return;
    this.map.addSource("tiles", { type: "raster", tiles: [address], tileSize: 256, attribution: new URL(address).hostname });
    this.map.addLayer({ id: "tiles", type: "raster", source: "tiles" }, "borders");
  }

  /** Paper takes no drawing by the graphics card: it gets a picture of the map as it is, in the light. */
  private print(container: HTMLElement): void {
    const { width, height } = this.places.canvas;
    if (!width) return;
    const picture = h("canvas", { class: "printed", width, height });
    const pen = picture.getContext("2d") as CanvasRenderingContext2D;
    const { dataset } = document.documentElement;
    const theme = dataset["theme"];
    dataset["theme"] = "light";
    this.dress();
    this.map.redraw();
    for (const layer of [this.map.getCanvas(), this.places.canvas]) pen.drawImage(layer, 0, 0, width, height);
    container.parentElement?.querySelector(".printed")?.remove();
    container.after(picture);
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
    const [lon, lat, zoom] = this.camera();
    const [x, y] = mercator(lon, lat);
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    if (width && height) this.places.paint(this.scene, { x, y, zoom, width, height });
  }

  private choose(mark: Mark | null): void {
    if (!mark || !this.scene) return;
    if (mark.claim) this.told.open(`claim:${mark.claim}`);
    else if (mark.places.length === 1) this.told.open(`place:${this.scene.columns.places[mark.places[0]!]!.key}`);
    else {
      const places = mark.places.map((place) => this.scene!.columns.places[place]!);
      this.look(places.map((one) => one.lon!), places.map((one) => one.lat!), !calm());
    }
  }

  private hover(mark: Mark | null): void {
    this.map.getCanvas().style.cursor = mark ? "pointer" : "";
    this.tip.hidden = !mark;
    if (!mark || !this.scene) return;
    fill(this.tip, words(mark, this.scene).map((line, index) => h(index ? "div" : "strong", {}, line)));
    const left = mark.x > this.map.getContainer().clientWidth * 0.6;
    this.tip.style.cssText = `top:${mark.y}px;${left ? `right:calc(100% - ${mark.x - mark.radius - 6}px)` : `left:${mark.x + mark.radius + 6}px`}`;
  }

  /** Look at where claims lie; at the middle nine tenths of them where a far capital would zoom out. */
  private fit({ columns, selection }: Scene): void {
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
    this.map.fitBounds([[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]], { padding: 70, maxZoom: 7.5, animate });
  }

  /** Bring a place into view. */
  visit(place: Place): void {
    if (place.lat !== null && place.lon !== null && !this.map.getBounds().contains([place.lon, place.lat]))
      this.map.easeTo({ center: [place.lon, place.lat], animate: !calm() });
  }

  resize(): void {
    this.map.resize();
  }
}

const FAR = 1.5;

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

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The atlas runs across the date line; on a flat map a ring has to go on beyond 180 degrees there, not back. */
function unwrap(country: GeoJSON.Feature): void {
  const shape = country.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon;
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  for (const ring of parts.flat()) {
    for (let at = 1; at < ring.length; at++) {
      const turns = Math.round((ring[at - 1]![0]! - ring[at]![0]!) / 360);
      ring[at] = [ring[at]![0]! + 360 * turns, ring[at]![1]!];
    }
  }
}

/** One label point for each country, in its largest part; the atlas itself has none. */
function labels(countries: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const features = countries.features.map((country): GeoJSON.Feature => {
    const shape = country.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon;
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    const boxes = parts.map((part) => box(part[0]!)).sort((one, other) => other.area - one.area);
    const largest = boxes[0]!;
    return { type: "Feature", properties: { name: country.properties?.["name"], area: largest.area }, geometry: { type: "Point", coordinates: largest.middle } };
  });
  return { type: "FeatureCollection", features };
}

function box(ring: GeoJSON.Position[]): { area: number; middle: [number, number] } {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of ring as [number, number][]) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { area: (east - west) * (north - south), middle: [(west + east) / 2, (south + north) / 2] };
}

const LAYERS: maplibregl.LayerSpecification[] = [
  { id: "land", type: "fill", source: "countries", paint: { "fill-antialias": false } },
  { id: "borders", type: "line", source: "countries", paint: { "line-width": 0.8 } },
  {
    id: "countries", type: "symbol", source: "names", maxzoom: 9, filter: [">", ["get", "area"], 3],
    layout: { "text-field": ["get", "name"], "text-font": ["Open Sans Regular"], "text-size": 12, "text-transform": "uppercase", "text-letter-spacing": 0.1 },
    paint: { "text-halo-width": 1.5 },
  },
]; // prettier-ignore
const PAINTS = [
  ["sea", "background-color", "--sea"], ["land", "fill-color", "--land"], ["borders", "line-color", "--border"],
  ["countries", "text-color", "--country"], ["countries", "text-halo-color", "--land"],
] as const; // prettier-ignore
