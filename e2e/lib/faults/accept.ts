/** @file Faults of the accept endpoint. */
import { instead, never } from '../changeAnswers.js';
import { type AcceptFault, inPage, kAccept } from './fault.js';

const kNoise = [/offers\/accept/, /status of \d/, /BLOCKED_BY_CLIENT/];
const json = { 'content-type': 'application/json' };

export const acceptFaults: AcceptFault[] = [
  {
    when: 'the accept endpoint refuses (400)',
    state: 'unavailable',
    answers: [[kAccept, instead(400, '{}')]],
    noise: kNoise,
  },
  {
    when: 'the accept endpoint is missing (404)',
    state: 'unavailable',
    answers: [[kAccept, instead(404, 'gone')]],
    noise: kNoise,
  },
  {
    when: 'the accept endpoint fails (503)',
    state: 'unknown',
    answers: [[kAccept, instead(503, 'later')]],
    noise: kNoise,
  },
  { when: 'the accept endpoint never answers', state: 'pending', answers: [[kAccept, never]] },
  {
    when: 'the accept endpoint cannot be reached',
    state: 'unknown',
    answers: [[kAccept, () => null]],
    noise: kNoise,
    engines: 'webkit',
  },
  {
    when: 'the accept endpoint answers with a login page',
    state: 'unknown',
    answers: [[kAccept, instead(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })]],
  },
  {
    when: 'the accept endpoint answers with an unknown status',
    state: 'unknown',
    answers: [[kAccept, instead(200, '{"status":"maybe"}', json)]],
  },
  {
    when: 'the accept endpoint answers with a list',
    state: 'unknown',
    answers: [[kAccept, instead(200, '[1,2,3]', json)]],
  },
  {
    when: 'the accept endpoint redirects to a page of the shop',
    state: 'unknown',
    answers: [[kAccept, instead(303, '', { location: '/returns' })]],
  },
  {
    when: 'the ticket was changed on its way',
    state: 'unavailable',
    html: inPage(/ ticket="([^".]*)\./g, ' ticket="$1x.'),
    noise: kNoise,
  },
];
