// Checks from the #include lines that rooms depend in one direction only, as docs/design.md draws it.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow, isMain, root } from './lib/project.mjs';

/** Rooms in layers, lowest first. A room includes rooms of lower layers only, so no two rooms include each other. */
const layers = [
  ['core'],
  ['workshop'],
  ['ground'],
  ['http', 'table', 'condition'],
  ['book', 'telemetry'],
  ['pay', 'events', 'patch', 'orders', 'import', 'shard'],
  ['accept', 'mine', 'draft', 'simulate', 'report', 'plan', 'export', 'forget'],
  ['guard'],
  ['serve', 'worksheet', 'outcomes'],
  ['cli'],
  ['demo'],
];

const layerOf = new Map(layers.flatMap((rooms, layer) => rooms.map((room) => [room, layer])));

/** The file that an include names, from the including file's folder or an include path; none for a library's. */
function included(file, name, exists) {
  const places = [
    join(dirname(file), name),
    join('native/src', name),
    join('core/include', name),
    join('workshop/include', name),
    join('core/src', name),
    join('workshop/src', name),
    name,
  ];
  return places.find((place) => exists(place));
}

/** The room of a file: `native/src/pay/sandbox.h` is in `pay`, `native/src/ids.h` in `ground`. */
export function roomOf(file) {
  const [top, , room, ...rest] = file.split('/');
  if (top !== 'native') return top;
  if (room === 'main.cpp') return 'cli';
  return rest.length > 0 ? room : 'ground';
}

/** The edges between rooms with the includes that make them: `from → to` to `file:line includes file`. */
export function edgesOf(files, read) {
  const known = new Set(files);
  const edges = new Map();
  for (const file of files) {
    for (const [index, line] of read(file).split('\n').entries()) {
      const name = /^\s*#include "([^"]+)"/.exec(line)?.[1];
      const target = name && included(file, name, (place) => known.has(place));
      if (!target || roomOf(file) === roomOf(target)) continue;
      const edge = `${roomOf(file)} → ${roomOf(target)}`;
      edges.set(edge, [...(edges.get(edge) ?? []), `${file}:${index + 1} includes ${target}`]);
    }
  }
  return edges;
}

/** Why an edge is wrong; nothing if it is right. */
export function faultOf(edge) {
  const [from, to] = edge.split(' → ');
  if (!layerOf.has(from)) return `the room ${from} has no layer in scripts/checkRooms.mjs`;
  if (!layerOf.has(to)) return `the room ${to} has no layer in scripts/checkRooms.mjs`;
  return layerOf.get(to) < layerOf.get(from) ? undefined : `${from} may not include ${to}`;
}

/** One line a room: what it includes. */
export function graphOf(edges) {
  const targets = new Map();
  for (const [from, to] of [...edges.keys()].sort().map((edge) => edge.split(' → '))) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  return [...targets].map(([from, to]) => `  ${from} → ${to.join(', ')}`).join('\n');
}

if (isMain(import.meta.url)) {
  const files = ['core', 'workshop', 'native', 'demo']
    .flatMap((folder) => filesBelow(folder, /\.(h|cpp)$/))
    .map((file) => relative(root, file));
  const edges = edgesOf(files, (file) => readFileSync(join(root, file), 'utf8'));
  const wrong = [...edges].filter(([edge]) => faultOf(edge));
  for (const [edge, includes] of wrong) {
    console.error(`${faultOf(edge)}:`);
    for (const include of includes) console.error(`  ${include}`);
  }
  if (wrong.length > 0) {
    console.error('The rooms and what they include:');
    console.error(graphOf(edges));
  }
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
