// Configures and builds a CMake preset. If nothing has changed, a call only takes the time ninja needs to find out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { at, digest, jobs, must } from './project.mjs';

/**
 * PATH without node_modules/.bin, which npm puts first. A newer Binaryen is there, for scripts/lib/shrinkModule.mjs.
 * Emscripten 3.1.6 would use it, cannot read its output, and would minify the names in the module but not in the glue.
 */
const pathWithoutPackages = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter);

/** Builds targets of a preset; all if none is named. */
export async function cmake(preset, ...targets) {
  const env = preset === 'wasm' ? { NODE_PATH: '/usr/share/nodejs', PATH: pathWithoutPackages() } : {};
  const stamp = at('build', preset, 'preset.stamp');
  const presets = digest([at('CMakePresets.json')]);
  const configured = existsSync(at('build', preset, 'build.ninja')) && existsSync(stamp);
  if (!configured || readFileSync(stamp, 'utf8') !== presets) {
    await must('cmake', ['--preset', preset], { env });
    writeFileSync(stamp, presets);
  }
  const wanted = targets.length > 0 ? ['--target', ...targets] : [];
  await must('cmake', ['--build', '--preset', preset, '-j', jobs, ...wanted], { env });
}
