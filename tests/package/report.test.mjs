// The script of the results page names the packages in it with their licences, and uses no sink that takes HTML.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bundleReport } from '../../scripts/genReport.mjs';
import { at } from '../../scripts/lib/project.mjs';
import { jsonOf } from './lib/built.mjs';

const text = readFileSync(at('native/src/report/report_page.gen.js'), 'utf8');
const notice = text.slice(0, text.indexOf('*/'));

describe('the script of the results page', () => {
  it('is what report/ says now', async () => {
    assert.equal((await bundleReport()).text, text);
  });

  it('names each npm package in it, with version and licence, and the text of the licence', async () => {
    const { packages } = await bundleReport();
    assert.ok(packages.some(({ name }) => name === 'd3-scale'));
    for (const { name, version, license, text } of packages) {
      assert.ok(notice.includes(`${name} ${version} (${license})`), name);
      assert.ok(notice.includes(text), name);
      assert.ok(['ISC', 'MIT', 'BSD-3-Clause'].includes(license), `${name}: ${license}`);
    }
  });

  it('pins the packages that it is made from', () => {
    const { devDependencies } = jsonOf('package.json');
    for (const name of ['d3-scale', 'd3-shape']) assert.match(devDependencies[name], /^\d+\.\d+\.\d+$/);
  });

  it('writes no HTML and evaluates no text', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|parseFromString|\beval\(|new Function/;
    assert.doesNotMatch(text, sinks);
    assert.match('a.innerHTML=b', sinks);
  });
});
