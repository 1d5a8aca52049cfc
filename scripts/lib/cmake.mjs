// Configures and builds a CMake preset; a second call with nothing changed is one quick look by ninja.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { at, digest, jobs, must } from './project.mjs';

/**
 * npm puts node_modules/.bin first, where the newer binaryen of the post-pass is. Emscripten 3.1.6 takes the tools it
 * finds on the path and cannot read what those print: the module's names are then minified and the glue's are not.
 */
const pathWithoutPackages = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter);

/** Builds the given targets of a preset (all of them where none is named). */
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
