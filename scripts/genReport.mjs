// Bundles the script of the results page (report/) into one file, which the program `aftermint` carries. The file is
// committed, so that the program builds without npm. `--check` writes nothing and fails if it is out of date.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { writeGenerated } from './lib/generated.mjs';
import { at, isMain, main } from './lib/project.mjs';

const kFile = 'native/src/report/report_page.gen.js';
const kPackage = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The npm packages whose code is in the bundle, with version and licence, in the order of their names. */
export function packagesIn(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const names = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => kPackage.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(at(`node_modules/${name}/package.json`), 'utf8'));
    return { name, version, license, text: readFileSync(at(`node_modules/${name}/LICENSE`), 'utf8').trim() };
  });
}

/** The notice that the licences ask for: every package, and each licence text once. */
function notice(packages) {
  const lines = packages.map(({ name, version, license }) => `${name} ${version} (${license})`);
  const texts = [...new Set(packages.map(({ text }) => text))];
  const body = [`Written by \`npm run report\` from report/; do not edit.`, '', 'It contains:', ...lines, '', ...texts];
  return `/*!\n${body.join('\n').replaceAll('*/', '* /')}\n*/\n`;
}

/** The bundle, and the packages in it. */
export async function bundleReport() {
  const { outputFiles, metafile } = await build({
    entryPoints: [at('report/src/main.ts')],
    absWorkingDir: at('.'),
    bundle: true,
    write: false,
    metafile: true,
    outfile: at('build/report.js'),
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
  });
  const packages = packagesIn(metafile);
  return { text: notice(packages) + outputFiles[0].text, packages };
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const { text } = await bundleReport();
    writeGenerated({ [kFile]: text }, 'report/', 'npm run report');
  });
}
