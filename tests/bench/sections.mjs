// The sections of the benchmark: which engines are compared, where, and with how many rules.
import { measureChecking } from './checking.mjs';
import { makeCase, makeWorld, places } from './world.mjs';
import { names } from './engines.mjs';
import { measureNative } from './native.mjs';
import { race } from './race.mjs';

export const sizes = [10, 20, 1_000, 100_000];
export const bookSizes = [1_000, 10_000, 100_000];

/** The engines of a host, each in all of its forms. */
export const entrantsOf = (host, engines, order, wanted = () => true) =>
  names
    .map((name) => engines[name])
    .filter((engine) => !engine.hosts || engine.hosts.includes(host.name))
    .flatMap((engine) => engine.forms.map((form) => ({ engine, form, order })))
    .filter(wanted);

const isOurs = (host) => (entrant) => entrant.form.oursIn === host.name;

/** All engines at every size, with and without conditions. The matching rule is the last. */
export async function allEngines(host, engines, plan) {
  const rows = [];
  for (const conditions of [true, false]) {
    for (const offers of plan.sizes) {
      plan.tell(
        `${host.name}, ${offers.toLocaleString('en-GB')} offers, ${conditions ? 'with' : 'without'} conditions`,
      );
      rows.push(...(await race(host, entrantsOf(host, engines, { offers, conditions, place: 'last' }), plan)));
    }
  }
  return rows;
}

/** Aftermint at every size in one race, with 64 moments spread over the book. */
export async function flatness(host, engines, plan) {
  plan.tell(`${host.name}, ours over the whole book at every size`);
  const entrants = [true, false].flatMap((conditions) =>
    plan.sizes.flatMap((offers) => entrantsOf(host, engines, { offers, conditions, spread: 64 }, isOurs(host))),
  );
  return race(host, entrants, plan);
}

/** Aftermint and GrowthBook's faster form, by the position of the matching rule: an engine that scans stops there. */
export async function byPlace(host, engines, plan) {
  const walks = ({ form }) => form.name === 'one feature of N rules';
  const rows = [];
  for (const offers of plan.sizes.filter((size) => size <= 1_000)) {
    plan.tell(`${host.name}, ${offers.toLocaleString('en-GB')} offers, the match at each place`);
    const entrants = places.flatMap((place) =>
      entrantsOf(host, engines, { offers, conditions: true, place }, (e) => isOurs(host)(e) || walks(e)),
    );
    rows.push(...(await race(host, entrants, plan)));
  }
  return rows;
}

/** The stages of one decision of Aftermint. */
export async function stages(host, engines, plan) {
  plan.tell(`${host.name}, the parts of one decision`);
  const order = { offers: 1_000, conditions: true, place: 'last' };
  return race(
    host,
    engines.stages.forms.map((form) => ({ engine: engines.stages, form, order })),
    plan,
  );
}

export async function native(plan) {
  const rows = [];
  for (const conditions of [true, false]) {
    for (const offers of plan.sizes) {
      plan.tell(`native, ${offers.toLocaleString('en-GB')} offers, ${conditions ? 'with' : 'without'} conditions`);
      rows.push(await measureNative(offers, conditions, plan.rounds));
    }
  }
  return rows;
}

/** Checking a book, as `aftermint check` does. */
export async function checking(plan) {
  const rows = [];
  for (const offers of plan.bookSizes) {
    plan.tell(`checking a book of ${offers.toLocaleString('en-GB')} offers`);
    rows.push(await measureChecking(offers, plan.bookRounds));
  }
  return rows;
}

export const momentBytes = () => JSON.stringify(makeCase(makeWorld(20, true), 'last').moment).length;
