import { geoNaturalEarth1 } from 'd3-geo';
import { registerMap } from 'echarts/core';
import codes from 'i18n-iso-countries/codes.json';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import type { EntityName } from '../../server/folder/entities.ts';
import type { Picture } from '../../server/requests/pictures.ts';
import type { Options } from './chart.ts';
import { viewOf, words } from './host.ts';
import { type Column, tableOf } from './table.ts';

type WorldPicture = Extract<Picture, { kind: 'world' }>;
type CountryCount = WorldPicture['countries'][number] & { readonly entity: EntityName };

/** The map's countries under their two-letter codes; the atlas has the numbers of ISO 3166-1. */
export function registerWorld(): void {
  const letters = new Map(codes.map(([two, , number]) => [number, two]));
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const { features } = feature(topology, topology.objects.countries);
  const coded = features.map((country) => ({
    ...country,
    properties: { name: letters.get(String(country.id).padStart(3, '0')) ?? country.properties.name },
  }));
  registerMap('world', { type: 'FeatureCollection', features: coded } as never);
}

/** Draws the globe flat. Its stream cuts countries that lie on both sides of the 180th meridian. */
const flat = geoNaturalEarth1();
const projection = {
  project: (point: [number, number]) => flat(point),
  unproject: (point: [number, number]) => flat.invert?.(point),
  stream: flat.stream,
};

/** The countries on a map, darker where they are mentioned more often. */
export function worldOptions({ countries }: WorldPicture): Options {
  const { roam } = viewOf();
  const labels = new Map(countries.map(({ code, label }) => [code, label]));
  const most = Math.max(1, ...countries.map(({ mentions }) => mentions));
  return ({ text, line, background, country }) => ({
    tooltip: {
      renderMode: 'richText',
      backgroundColor: background,
      textStyle: { color: text },
      borderColor: line,
      formatter: ({ name, value }: { name: string; value: number }) =>
        Number.isNaN(value) ? (labels.get(name) ?? name) : `${labels.get(name) ?? name}: ${value}`,
    },
    visualMap: {
      min: 0,
      max: most,
      text: [String(most), '0'],
      textStyle: { color: text },
      inRange: { color: [background, country] },
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
    },
    series: [
      {
        type: 'map',
        map: 'world',
        projection,
        // What stands without these keeps the map small.
        ...{ left: 8, right: 8, top: 8, bottom: 40, preserveAspect: true },
        roam: true,
        ...roam,
        name: words.mentions,
        itemStyle: { areaColor: background, borderColor: line },
        emphasis: { label: { show: false }, itemStyle: { areaColor: country } },
        select: { disabled: true },
        data: countries.map(({ code, mentions }) => ({ name: code, value: mentions })),
      },
    ],
  });
}

/** The country that was clicked on the map. */
export function countryAt({ countries }: WorldPicture, data: unknown): EntityName | undefined {
  const name = (data as { name?: string } | undefined)?.name;
  const country = countries.find(({ code }) => code === name);
  return country && entityOf(country);
}

function entityOf({ code }: WorldPicture['countries'][number]): EntityName {
  return { kind: 'country', name: code };
}

/** The countries as a table, former ones among them, which no map of today has. */
export function worldTable({ countries }: WorldPicture): HTMLElement {
  const columns: Column<CountryCount>[] = [
    { heading: words.country, of: ({ label }) => label },
    { heading: 'ISO 3166', of: ({ code }) => code },
    { heading: words.mentions, of: ({ mentions }) => mentions },
    { heading: words.articles, of: ({ articles }) => articles },
  ];
  const rows = countries.map((row): CountryCount => ({ ...row, entity: entityOf(row) }));
  return tableOf(words.country, rows, columns);
}
