/** The map: places by who has them and how sure that is, imprecise ones as circles, flight and movement as arrows. */

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-50m.json?url";
import type { Columns, Place } from "./api";
import { CERTAINTIES, disc, UNKNOWN } from "./sides";
import type { PlaceState, Selection } from "./select";

maplibregl.setWorkerUrl(workerUrl);

/** Putting thousands of points on the map takes longer than a frame: the handle of time goes on meanwhile. */
const PAUSE_MS = 120;
const EARTH_KM = 6371;
const WIDE: Record<string, number> = { district: 15, province: 50, country: 0, region: 0 };

export interface Drawn {
  columns: Columns;
  selection: Selection;
  control: Map<string, PlaceState>;
  colours: Map<string, string>;
  arrows: Arrow[];
}

export interface Arrow {
  from: Place;
  to: Place;
  people: boolean;
  claim: string;
}

export class WorldMap {
  private readonly map: maplibregl.Map;
  private ready = false;
  private waiting: Drawn | null = null;
  private drawnOnce = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last = 0;

  constructor(
    container: HTMLElement,
    camera: [number, number, number] | null,
    private readonly told: { open(key: string): void; moved(camera: [number, number, number]): void },
  ) {
    this.map = new maplibregl.Map({
      container,
      style: { version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint: { "background-color": "#c9d6df" } }] },
      center: camera ? [camera[0], camera[1]] : [30, 25],
      zoom: camera ? camera[2] : 1.5,
      attributionControl: false,
      maxZoom: 14,
      dragRotate: false,
      fadeDuration: 0,
    });
    this.drawnOnce = camera !== null;
    this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-left");
    this.map.addControl(new maplibregl.ScaleControl(), "bottom-left");
    this.map.addControl(new maplibregl.AttributionControl({ customAttribution: "Natural Earth; GeoNames", compact: true }), "bottom-right");
    this.map.on("load", () => void this.furnish());
    this.map.on("moveend", (event) => {
      const { lng, lat } = this.map.getCenter();
      if ("originalEvent" in event && event.originalEvent) this.told.moved([lng, lat, this.map.getZoom()]);
    });
  }

  private async furnish(): Promise<void> {
    const atlas = (await (await fetch(atlasUrl)).json()) as Topology;
    const countries = feature(atlas, atlas.objects["countries"]!) as GeoJSON.FeatureCollection;
    countries.features.forEach(unwrap);
    this.map.addSource("countries", { type: "geojson", data: countries });
    this.map.addSource("names", { type: "geojson", data: labels(countries) });
    for (const name of ["areas", "arrows"]) this.map.addSource(name, { type: "geojson", data: none() });
    this.map.addSource("places", { type: "geojson", data: none(), cluster: true, clusterRadius: 24, clusterMaxZoom: 4, clusterProperties: { claims: ["+", ["get", "claims"]] } });
    for (const layer of LAYERS) this.map.addLayer(layer);
    for (const certainty of CERTAINTIES) this.image(UNKNOWN, certainty);
    this.map.on("click", "places", (event) => this.told.open(`place:${String(event.features?.[0]?.properties["key"])}`));
    this.map.on("click", "clusters", (event) => void this.expand(event));
    this.map.on("click", "arrows", (event) => this.told.open(`claim:${String(event.features?.[0]?.properties["claim"])}`));
    for (const layer of ["places", "clusters", "arrows"]) {
      this.map.on("mouseenter", layer, () => (this.map.getCanvas().style.cursor = "pointer"));
      this.map.on("mouseleave", layer, () => (this.map.getCanvas().style.cursor = ""));
    }
    this.ready = true;
    this.redraw();
  }

  /** Lay tiles over the land, under borders and places. */
  async tile(address: string): Promise<void> {
    if (!this.ready) await new Promise((done) => this.map.once("idle", done));
    if (this.map.getSource("tiles")) return;
    this.map.addSource("tiles", { type: "raster", tiles: [address], tileSize: 256, attribution: new URL(address).hostname });
    this.map.addLayer({ id: "tiles", type: "raster", source: "tiles" }, "borders");
  }

  private async expand(event: maplibregl.MapLayerMouseEvent): Promise<void> {
    const cluster = event.features?.[0];
    const source = this.map.getSource("places") as maplibregl.GeoJSONSource;
    if (!cluster) return;
    const zoom = await source.getClusterExpansionZoom(cluster.properties["cluster_id"] as number);
    this.map.easeTo({ center: event.lngLat, zoom: zoom + 0.5, animate: !calm() });
  }

  private image(colour: string, certainty: string): string {
    const name = `${colour}/${certainty}`;
    if (!this.map.hasImage(name)) this.map.addImage(name, disc(colour, certainty), { pixelRatio: 2 });
    return name;
  }

  /** Show a selection, at most some times a second; before the map is there, the last one waits. */
  draw(drawn: Drawn): void {
    const idle = this.waiting === null;
    this.waiting = drawn;
    if (!this.ready || (!idle && this.timer !== null)) return;
    const wait = this.last + PAUSE_MS - performance.now();
    this.timer = setTimeout(() => this.redraw(), Math.max(wait, 0));
  }

  private redraw(): void {
    const drawn = this.waiting;
    this.timer = null;
    this.waiting = null;
    this.last = performance.now();
    if (!drawn) return;
    const points: GeoJSON.Feature[] = [];
    const areas: GeoJSON.Feature[] = [];
    drawn.columns.places.forEach((place, index) => {
      const claims = drawn.selection.activity[index]!;
      if (!claims || place.lat === null || place.lon === null) return;
      const state = drawn.control.get(place.key);
      const colour = (state?.side && drawn.colours.get(state.side)) || UNKNOWN;
      const icon = this.image(colour, state ? state.certainty : "claimed");
      const wide = place.radius ?? WIDE[place.precision ?? ""];
      if (wide) areas.push({ type: "Feature", properties: { colour }, geometry: circle(place.lon, place.lat, wide) });
      points.push({
        type: "Feature",
        properties: { key: place.key, name: place.name, claims, icon, size: 0.55 + Math.min(Math.log2(claims) / 10, 0.7), known: state ? 1 : 0 },
        geometry: { type: "Point", coordinates: [place.lon, place.lat] },
      });
    });
    this.put("areas", areas);
    this.put("places", points);
    this.put("arrows", drawn.arrows.map(arrow));
    if (!this.drawnOnce) this.fit(points);
  }

  private put(name: string, features: GeoJSON.Feature[]): void {
    (this.map.getSource(name) as maplibregl.GeoJSONSource).setData({ type: "FeatureCollection", features });
  }

  /** Look at where most claims lie: the middle nine tenths of the points, so that a far capital does not zoom out. */
  private fit(points: GeoJSON.Feature[]): void {
    if (!points.length) return;
    this.drawnOnce = true;
    const heavy = points.flatMap((point) => {
      const weight = Math.min(Number(point.properties?.["claims"] ?? 1), 20);
      return Array.from({ length: weight }, () => (point.geometry as GeoJSON.Point).coordinates);
    });
    const [west, east] = spread(heavy.map((one) => one[0]!));
    const [south, north] = spread(heavy.map((one) => one[1]!));
    this.map.fitBounds([[west, south], [east, north]], { padding: 70, maxZoom: 8, animate: false });
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

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function none(): GeoJSON.FeatureCollection {
  return { type: "FeatureCollection", features: [] };
}

function spread(values: number[]): [number, number] {
  const sorted = values.sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return [at(0.05), at(0.95)];
}

/** A ring of points some kilometres around another. */
function circle(lon: number, lat: number, km: number): GeoJSON.Polygon {
  const ring: [number, number][] = [];
  const up = ((km / EARTH_KM) * 180) / Math.PI;
  const side = up / Math.max(Math.cos((lat * Math.PI) / 180), 0.05);
  for (let step = 0; step <= 48; step++) {
    const turn = (step / 48) * 2 * Math.PI;
    ring.push([lon + side * Math.cos(turn), lat + up * Math.sin(turn)]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

function arrow({ from, to, people, claim }: Arrow): GeoJSON.Feature {
  const line = [[from.lon!, from.lat!], [to.lon!, to.lat!]];
  return { type: "Feature", properties: { people, claim }, geometry: { type: "LineString", coordinates: line } };
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

const FONT = ["Open Sans Regular"];
const LAYERS: maplibregl.LayerSpecification[] = [
  { id: "land", type: "fill", source: "countries", paint: { "fill-color": "#f3f1ea" } },
  { id: "borders", type: "line", source: "countries", paint: { "line-color": "#9aa5ad", "line-width": 0.8 } },
  { id: "areas", type: "fill", source: "areas", paint: { "fill-color": ["get", "colour"], "fill-opacity": 0.12, "fill-outline-color": ["get", "colour"] } },
  {
    id: "countries", type: "symbol", source: "names", maxzoom: 7, filter: [">", ["get", "area"], 3],
    layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-transform": "uppercase", "text-letter-spacing": 0.1 },
    paint: { "text-color": "#6b747c", "text-halo-color": "#f3f1ea", "text-halo-width": 1.5 },
  },
  { id: "arrows", type: "line", source: "arrows", paint: { "line-color": ["case", ["get", "people"], "#7b2d8b", "#333f48"], "line-width": 2, "line-dasharray": [2, 1.5], "line-opacity": 0.8 } },
  {
    id: "heads", type: "symbol", source: "arrows",
    layout: { "symbol-placement": "line-center", "text-field": "▶", "text-font": FONT, "text-size": 14, "text-keep-upright": false, "text-allow-overlap": true },
    paint: { "text-color": ["case", ["get", "people"], "#7b2d8b", "#333f48"] },
  },
  {
    id: "clusters", type: "circle", source: "places", filter: ["has", "point_count"],
    paint: { "circle-color": "#3d5a73", "circle-opacity": 0.9, "circle-radius": ["interpolate", ["linear"], ["get", "point_count"], 2, 12, 50, 22], "circle-stroke-color": "#ffffff", "circle-stroke-width": 1.5 },
  },
  {
    id: "counts", type: "symbol", source: "places", filter: ["has", "point_count"],
    layout: { "text-field": ["to-string", ["get", "point_count"]], "text-font": FONT, "text-size": 12, "text-allow-overlap": true },
    paint: { "text-color": "#ffffff" },
  },
  {
    id: "places", type: "symbol", source: "places", filter: ["!", ["has", "point_count"]],
    layout: {
      "icon-image": ["get", "icon"], "icon-size": ["get", "size"], "icon-allow-overlap": true, "symbol-sort-key": ["get", "known"],
      "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-offset": [0, 1.1], "text-anchor": "top", "text-optional": true,
    },
    paint: { "text-color": "#1b1f24", "text-halo-color": "#ffffff", "text-halo-width": 1.5 },
  },
]; // prettier-ignore
