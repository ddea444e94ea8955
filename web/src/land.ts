/** The ground of the map: land, borders and names of countries, drawn by MapLibre; fetched when the page stands already. */

import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import atlasUrl from "world-atlas/countries-50m.json?url";
import type { Camera } from "./state";

maplibregl.setWorkerUrl(workerUrl);

export class Land {
  readonly map: maplibregl.Map;

  constructor(container: HTMLElement, [lon, lat, zoom]: Camera) {
    this.map = new maplibregl.Map({
      container,
      style: { version: 8, transition: { duration: 0, delay: 0 }, sources: {}, layers: [{ id: "sea", type: "background" }] },
      center: [lon, lat],
      zoom,
      attributionControl: false,
      maxZoom: 14,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-left");
    this.map.addControl(new maplibregl.ScaleControl(), "bottom-left");
    this.map.addControl(new maplibregl.AttributionControl({ customAttribution: "Natural Earth; GeoNames", compact: true }), "bottom-right");
  }

  /** Put the countries on it. */
  async furnish(): Promise<void> {
    const [answer] = await Promise.all([fetch(atlasUrl), this.map.loaded() || this.map.once("load")]);
    const atlas = (await answer.json()) as Topology;
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
  }

  /** Lay tiles over the land, under borders and places. */
  tile(address: string): void {
    if (this.map.getSource("tiles")) return;
    this.map.addSource("tiles", { type: "raster", tiles: [address], tileSize: 256, attribution: new URL(address).hostname });
    this.map.addLayer({ id: "tiles", type: "raster", source: "tiles" }, "borders");
  }
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
