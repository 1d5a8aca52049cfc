// The check of rooms finds and names includes of a higher layer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgesOf, faultOf, graphOf, roomOf } from '../../scripts/checkRooms.mjs';

const files = {
  'native/src/http/router.h': '#include "ids.h"\n#include "cli/output.h"\n#include <vector>\n',
  'native/src/cli/output.h': '#include "http/router.h"\n',
  'native/src/ids.h': '',
};

test('an include of a higher layer is a fault', () => {
  const edges = edgesOf(Object.keys(files), (file) => files[file]);
  assert.deepEqual([...edges.keys()].sort(), ['cli → http', 'http → cli', 'http → ground']);
  assert.deepEqual(edges.get('http → cli'), ['native/src/http/router.h:2 includes native/src/cli/output.h']);
  assert.equal(faultOf('http → cli'), 'http may not include cli');
  assert.equal(faultOf('cli → http'), undefined);
  assert.equal(graphOf(edges), '  cli → http\n  http → cli, ground');
});

test('a room without a layer is a fault', () => {
  assert.equal(roomOf('native/src/attic/box.h'), 'attic');
  assert.match(faultOf('cli → attic'), /attic has no layer/);
});
