# Orca loads this file from its data folder. It writes Orca's speech to a file, one JSON line per utterance:
# {"at": seconds, "said": text}, or {"at": seconds, "stop": true} when Orca interrupts the speech.
import json
import os
import time

from orca import settings, speech

_log = open(os.environ["AFTERMINT_SPEECH_LOG"], "a", encoding="utf-8", buffering=1)


def _write(**line):
    _log.write(json.dumps({"at": time.time(), **line}) + "\n")


speech._speak = lambda text, acss, interrupt: _write(said=text)
speech.speakKeyEvent = lambda event, acss=None: None
speech.speakCharacter = lambda character, acss=None: _write(said=character)
speech.stop = lambda: _write(stop=True)

settings.enableEchoByCharacter = False
settings.enableKeyEcho = False
settings.enableSound = False
